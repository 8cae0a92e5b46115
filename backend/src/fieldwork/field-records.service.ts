import { Injectable } from '@nestjs/common';
import type { FieldRecordContent, FieldRecordEntry } from '@yuheng/shared/contract/fieldwork-papers';
import { checkFieldRecord, refuseLocked, signRecord } from '@yuheng/shared/domain/evaluating/field-record';
import { refusal } from '@yuheng/shared/domain/refusal';
import type { EntityManager } from 'typeorm';
import type { Act } from '../audit/act';
import { AuditTrail } from '../audit/audit-trail';
import { Settings } from '../config/settings';
import { refuseOutdated } from '../http/refuse-outdated';
import { ProblemException } from '../http/problem-exception';
import type { SignedIn } from '../identity/signed-in';
import { FieldRecordsRepository } from './field-records.repository';
import type { FieldRecordEntity } from './field-record.entity';
import { FieldworkAccessService, type OfCounty } from './fieldwork-access.service';
import { FieldworkParts } from './fieldwork-parts';
import type { FieldworkKey, FieldworkRound } from './fieldwork-round';
import { unknownIndicator } from './known-indicator';
import { acceptedOrRefused, refuseAny } from './refuse-any';

/** A record in the version that was read. */
interface Target extends OfCounty {
  readonly record: string;
  readonly version: number;
}

/** 现场记录, 访谈记录, 取证单: written, signed by everybody whom they name, then locked. */
@Injectable()
export class FieldRecordsService {
  constructor(
    private readonly access: FieldworkAccessService,
    private readonly records: FieldRecordsRepository,
    private readonly parts: FieldworkParts,
    private readonly trail: AuditTrail,
    private readonly settings: Settings,
  ) {}

  async enter(
    act: Act,
    account: SignedIn,
    asked: OfCounty,
    content: FieldRecordContent,
  ): Promise<FieldRecordEntry> {
    const { key, scope } = await this.access.open(account, asked);
    act.note({ object: { kind: 'fieldwork', id: `${key.roundId}/${key.countyId}` } });
    return this.trail.record(act, scope, async (tx) => {
      const round = await this.access.openRound(tx, key.roundId);
      await this.check(tx, key, round, content);
      const written = { by: account.username, at: new Date() };
      const row = await this.records.add(tx, key, content, written);
      act.note({ object: { kind: 'fieldRecord', id: row.recordId }, after: { record: content.kind } });
      return this.shown(tx, account, key, row);
    });
  }

  /** Its former version stays; whoever signed it signs anew. */
  async change(
    act: Act,
    account: SignedIn,
    target: Target,
    content: FieldRecordContent,
  ): Promise<FieldRecordEntry> {
    return this.on(act, account, target, async (tx, row, round) => {
      refuseAny(refuseLocked(row.lockedOn !== null));
      refuseAny(row.kind === content.kind ? [] : [OTHER_KIND]);
      await this.check(tx, keyOf(row), round, content);
      act.note({ after: { record: row.kind, version: row.version + 1 } });
      return this.records.change(tx, row, content, { by: account.username, at: new Date() });
    });
  }

  async sign(act: Act, account: SignedIn, target: Target): Promise<FieldRecordEntry> {
    return this.on(act, account, target, async (tx, row) => {
      const signatures = await this.records.signatures(tx, keyOf(row));
      const signedBy = signatures
        .filter((one) => one.recordId === row.recordId && one.version === row.version)
        .map(({ username }) => username);
      const { evaluators } = row.content as FieldRecordContent;
      const isLocked = row.lockedOn !== null;
      const { locks } = acceptedOrRefused(signRecord({ evaluators, isLocked, signedBy }, account.username));
      await this.records.sign(tx, row, { by: account.username, at: new Date() });
      act.note({ after: { record: row.kind, version: row.version, locked: locks } });
      if (!locks) return row;
      const lockedOn = this.settings.clock.today();
      await this.records.lock(tx, row, lockedOn);
      return { ...row, lockedOn };
    });
  }

  private async on(
    act: Act,
    account: SignedIn,
    { record, version, ...asked }: Target,
    work: (tx: EntityManager, row: FieldRecordEntity, round: FieldworkRound) => Promise<FieldRecordEntity>,
  ): Promise<FieldRecordEntry> {
    const { key, scope } = await this.access.open(account, asked);
    act.note({ object: { kind: 'fieldRecord', id: record } });
    return this.trail.record(act, scope, async (tx) => {
      const round = await this.access.openRound(tx, key.roundId);
      const row = await this.records.find(tx, key, record);
      if (!row) throw new ProblemException('not-found');
      refuseOutdated(version, row.version);
      return this.shown(tx, account, key, await work(tx, row, round));
    });
  }

  private async check(
    tx: EntityManager,
    key: FieldworkKey,
    { method }: FieldworkRound,
    content: FieldRecordContent,
  ): Promise<void> {
    const members = (await this.parts.team(tx, key)).map(({ username }) => username);
    const indicator = content.kind === 'slip' ? (content.indicator ?? null) : null;
    refuseAny([
      ...checkFieldRecord(content, { members, today: this.settings.clock.today() }),
      ...unknownIndicator(method, indicator, '/indicator'),
    ]);
  }

  private shown(
    tx: EntityManager,
    { username }: SignedIn,
    key: FieldworkKey,
    row: FieldRecordEntity,
  ): Promise<FieldRecordEntry> {
    return this.parts.record(tx, key, row, { username, mayEnter: true });
  }
}

const keyOf = ({ cityId, roundId, countyId }: FieldRecordEntity): FieldworkKey => ({
  cityId,
  roundId,
  countyId,
});

const OTHER_KIND = refusal(
  '/kind',
  '记录的种类不能更改，请另建一份。',
  'The kind of a record stays: enter another one.',
);
