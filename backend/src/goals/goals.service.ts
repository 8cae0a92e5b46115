import { Injectable } from '@nestjs/common';
import type { BodyOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import type { ProgramId } from '@yuheng/shared/contract/values';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import type { GoalTable } from '@yuheng/shared/domain/goals/goal';
import { GOAL_STAGE_NAMES } from '@yuheng/shared/domain/goals/goal-stages';
import { fen } from '@yuheng/shared/domain/money/fen';
import { refusal } from '@yuheng/shared/domain/refusal';
import { DataSource, type EntityManager } from 'typeorm';
import type { Act } from '../audit/act';
import { AuditTrail } from '../audit/audit-trail';
import { scoped } from '../database/scoped-transaction';
import { ProblemException } from '../http/problem-exception';
import { SecondFactorService } from '../identity/second-factor/second-factor.service';
import type { SignedIn } from '../identity/signed-in';
import { GoalCountiesService, type GoalAddress } from './goal-counties.service';
import { GoalsRepository } from './goals.repository';
import { midYearStageOf } from './mid-year-stage';
import type { PerformanceGoalEntity } from './performance-goal.entity';
import { presentGoal } from './present-goal';
import { newGoalVersion, steppedGoal, type GoalStep } from './stepped-goal';

type List = ResponseOf<typeof endpoints.listGoals>;
type GoalRecord = ResponseOf<typeof endpoints.readGoal>;

/** One act on a table, and which version of the record it changes. */
export interface GoalChange extends GoalStep {
  /** From If-Match. */
  readonly lock: number;
}

const CHANGED_MEANWHILE = bilingual(
  '绩效目标表已被他人修改，请刷新后核对再办理。',
  'Somebody has changed the table meanwhile: read it again, then go on.',
);

/** 绩效目标表: written by the county, reviewed by the bureau, agreed with finance, issued with the money. */
@Injectable()
export class GoalsService {
  constructor(
    private readonly source: DataSource,
    private readonly trail: AuditTrail,
    private readonly repository: GoalsRepository,
    private readonly counties: GoalCountiesService,
    private readonly secondFactor: SecondFactorService,
  ) {}

  async list(account: SignedIn, { program, year }: { program: ProgramId; year: number }): Promise<List> {
    return scoped(this.source, account.scope, async (tx) => {
      const key = { cityId: account.cityId, programId: program, year };
      const [counties, goals, forms] = [
        await this.counties.counties(tx, account, program, year),
        await this.repository.ofYear(tx, key),
        await this.repository.midYearsOf(tx, key),
      ];
      const page = this.counties.page(program, year);
      return {
        ...page,
        counties: counties.map(({ id, name }) => {
          const versions = goals.filter(({ countyId }) => countyId === id);
          const [latest, issued] = [versions[0], versions.find(({ stage }) => stage === 'issued')];
          const stage = latest?.stage ?? 'open';
          return {
            id,
            name,
            version: latest?.version ?? 1,
            stage,
            stageName: GOAL_STAGE_NAMES[stage],
            documentNumber: issued?.documentNumber ?? null,
            issuedOn: issued?.issuedOn ?? null,
            midYear: midYearStageOf(
              forms.find(({ countyId }) => countyId === id),
              { year, asOf: page.asOf },
            ),
          };
        }),
      };
    });
  }

  async read(account: SignedIn, address: GoalAddress): Promise<GoalRecord> {
    return scoped(this.source, account.scope, (tx) => this.record(tx, account, address));
  }

  save(
    act: Act,
    account: SignedIn,
    address: GoalAddress,
    { lock, table }: { lock: number; table: BodyOf<typeof endpoints.saveGoal> },
  ): Promise<GoalRecord> {
    return this.change(act, account, address, {
      name: 'save',
      lock,
      apply: (goal) => (goal.content = stored(table)),
    });
  }

  /** Sets the table in force, by the number of the document with which the money was issued. */
  issue(
    act: Act,
    account: SignedIn,
    address: GoalAddress,
    { lock, documentNumber, issuedOn, code }: BodyOf<typeof endpoints.issueGoal> & { readonly lock: number },
  ): Promise<GoalRecord> {
    if (issuedOn > this.counties.page(address.program, address.year).asOf) {
      throw new ProblemException('refused', undefined, [IN_THE_FUTURE]);
    }
    const apply = (goal: PerformanceGoalEntity): void => {
      goal.documentNumber = documentNumber;
      goal.issuedOn = issuedOn;
    };
    return this.approve(act, account, address, { name: 'issue', lock, code, apply });
  }

  /** An act by which somebody approves: asks for the second factor first, where it is due. */
  async approve(
    act: Act,
    account: SignedIn,
    address: GoalAddress,
    { code, ...change }: GoalChange & { readonly code?: string | undefined },
  ): Promise<GoalRecord> {
    act.note({ object: objectOf(address) });
    await this.secondFactor.demand(act, account, code);
    return this.change(act, account, address, change);
  }

  /** Does an act that fits the stage; what keeps a table from being submitted is said all at once. */
  async change(act: Act, account: SignedIn, address: GoalAddress, change: GoalChange): Promise<GoalRecord> {
    const key = this.counties.key(address);
    act.note({ object: objectOf(address) });
    if (change.reason) act.note({ reason: change.reason });
    return this.trail.record(act, account.scope, async (tx) => {
      const facts = await this.counties.factsOf(tx, account, address);
      const [latest] = await this.repository.hold(tx, key);
      if ((latest?.lock ?? 0) !== change.lock) throw new ProblemException('conflict', CHANGED_MEANWHILE);
      const before = latest ?? newGoalVersion(key, 1, this.counties.draft(facts));
      const next = steppedGoal(before, change, account.username);
      act.note({
        before: { version: before.version, stage: latest ? before.stage : null },
        after: { version: next.version, stage: next.stage },
      });
      await this.repository.save(tx, next);
      await this.repository.addEvent(tx, key, {
        version: next.version,
        act: change.name,
        byUsername: account.username,
        reason: change.reason ?? null,
      });
      return this.record(tx, account, address);
    });
  }

  private async record(tx: EntityManager, account: SignedIn, address: GoalAddress): Promise<GoalRecord> {
    const key = this.counties.key(address);
    const facts = await this.counties.factsOf(tx, account, address);
    return {
      ...this.counties.head(address),
      ...presentGoal({
        versions: await this.repository.versions(tx, key),
        draft: this.counties.draft(facts),
        events: await this.repository.events(tx, key),
        roles: account.roles,
      }),
    };
  }
}

/** What crossed HTTP as the domain has it. */
const stored = ({ funds, ...table }: BodyOf<typeof endpoints.saveGoal>): GoalTable => ({
  ...table,
  funds: {
    total: fen(funds.total),
    cityGrant: fen(funds.cityGrant),
    countyPart: fen(funds.countyPart),
    other: fen(funds.other),
  },
});

const objectOf = ({ county, program, year }: GoalAddress) => ({
  kind: 'goal',
  id: `${county}/${program}/${year}`,
});

const IN_THE_FUTURE = refusal(
  '/issuedOn',
  '下达日期不能晚于今天，请改正',
  'The day of issue lies in the future; correct it',
);
