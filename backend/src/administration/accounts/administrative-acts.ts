import { Injectable } from '@nestjs/common';
import type { SecuritySettings } from '@yuheng/shared/contract/security-settings';
import type { EntityManager } from 'typeorm';
import type { Act } from '../../audit/act';
import { AuditTrail } from '../../audit/audit-trail';
import { ProblemException } from '../../http/problem-exception';
import type { SignedIn } from '../../identity/signed-in';
import { SecuritySettingsRepository } from '../security-settings/security-settings.repository';
import { AccountChecks } from './account-checks';
import { refuseOutdated } from './account-refusals';
import { AccountsQueries, type AccountRow } from './accounts.queries';

/** Where an act of administration does its work. */
export interface Administering {
  readonly tx: EntityManager;
  readonly settings: SecuritySettings;
}

/** The account that an act is about, as it was asked for. */
export interface Wanted {
  readonly account: string;
  readonly reason?: string;
  /** The version that was read, where an act must not overwrite another's. */
  readonly version?: number;
}

/**
 * The frame of every act on accounts: one transaction with its entry in the trail, in which the acts of a city come one
 * after the other, and after which somebody is left to administer.
 */
@Injectable()
export class AdministrativeActs {
  constructor(
    private readonly trail: AuditTrail,
    private readonly settings: SecuritySettingsRepository,
    private readonly queries: AccountsQueries,
    private readonly checks: AccountChecks,
  ) {}

  async record<Result>(
    act: Act,
    by: SignedIn,
    work: (administering: Administering) => Promise<Result>,
  ): Promise<Result> {
    return this.trail.record(act, by.scope, async (tx) => {
      const { settings } = await this.settings.hold(tx);
      const result = await work({ tx, settings });
      await this.checks.refuseWithoutAdministrators(tx, settings);
      return result;
    });
  }

  /** An act on an account that is there, in the version that was read. */
  async on<Result>(
    act: Act,
    by: SignedIn,
    { account, reason, version }: Wanted,
    work: (target: AccountRow, administering: Administering) => Promise<Result>,
  ): Promise<Result> {
    act.note({ object: { kind: 'account', id: account }, ...(reason === undefined ? {} : { reason }) });
    return this.record(act, by, async (administering) => {
      const target = await this.queries.find(administering.tx, account);
      if (!target) throw new ProblemException('not-found');
      if (version !== undefined) refuseOutdated(version, target.version);
      return work(target, administering);
    });
  }
}
