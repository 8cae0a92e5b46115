import { Injectable } from '@nestjs/common';
import type { ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { mayDo, type Permission } from '@yuheng/shared/contract/roles';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import {
  fillMidYear,
  midYearRefusals,
  type MidYearAnswer,
  type MidYearMonitoring,
} from '@yuheng/shared/domain/goals/mid-year-monitoring';
import type { GoalTable } from '@yuheng/shared/domain/goals/goal';
import type { Refusal } from '@yuheng/shared/domain/refusal';
import { DataSource, type EntityManager } from 'typeorm';
import type { Act } from '../audit/act';
import { AuditTrail } from '../audit/audit-trail';
import { scoped } from '../database/scoped-transaction';
import { ProblemException } from '../http/problem-exception';
import { SecondFactorService } from '../identity/second-factor/second-factor.service';
import type { SignedIn } from '../identity/signed-in';
import { afterFormAct, EMPTY_FORM, FORM_STAGES_OF, type FormAct, type FormStep } from './county-form';
import { figuresUntil, GoalCountiesService, type GoalAddress } from './goal-counties.service';
import { GoalsRepository } from './goals.repository';
import type { MidYearFormEntity } from './mid-year-form.entity';
import { midYearStageOf } from './mid-year-stage';

type MidYearRecord = ResponseOf<typeof endpoints.readMidYear>;

export interface MidYearChange extends FormStep<MidYearAnswer> {
  readonly lock: number;
  readonly code?: string | undefined;
}

const PERMISSION: Readonly<Record<FormAct, Permission>> = {
  save: 'goal:write',
  submit: 'goal:write',
  return: 'goal:review',
  approve: 'goal:review',
};

/** 绩效运行监控: filled from January to July, answered by the county, approved by the bureau. */
@Injectable()
export class MidYearService {
  constructor(
    private readonly source: DataSource,
    private readonly trail: AuditTrail,
    private readonly repository: GoalsRepository,
    private readonly counties: GoalCountiesService,
    private readonly secondFactor: SecondFactorService,
  ) {}

  async read(account: SignedIn, address: GoalAddress): Promise<MidYearRecord> {
    return scoped(this.source, account.scope, async (tx) =>
      this.present(account, address, await this.form(tx, account, address)),
    );
  }

  async change(
    act: Act,
    account: SignedIn,
    address: GoalAddress,
    change: MidYearChange,
  ): Promise<MidYearRecord> {
    const { county, program, year } = address;
    act.note({ object: { kind: 'midYearForm', id: `${county}/${program}/${year}` } });
    if (change.reason) act.note({ reason: change.reason });
    if (change.name === 'approve') await this.secondFactor.demand(act, account, change.code);
    return this.trail.record(act, account.scope, async (tx) => {
      await this.repository.hold(tx, this.counties.key(address));
      const form = await this.form(tx, account, address);
      const { stored } = form;
      if (stored.lock !== change.lock) throw new ProblemException('conflict', CHANGED_MEANWHILE);
      if (!FORM_STAGES_OF[change.name].includes(this.stageOf(address, stored))) {
        throw new ProblemException('conflict', NOT_NOW);
      }
      const today = this.counties.page(program, year).asOf;
      const next = {
        ...stored,
        ...afterFormAct({ ...form, refusals: refusalsOf(form) }, change, {
          by: account.username,
          today,
        }),
        lock: stored.lock + 1,
      };
      act.note({ before: { stage: stored.stage }, after: { stage: next.stage } });
      await this.repository.saveMidYear(tx, next);
      return this.present(account, address, { ...form, stored: next });
    });
  }

  private async form(tx: EntityManager, account: SignedIn, address: GoalAddress): Promise<MidYearFormAt> {
    const key = this.counties.key(address);
    const facts = await this.counties.factsOf(tx, account, address, figuresUntil(address.year));
    const versions = await this.repository.versions(tx, key);
    const issued = versions.find(({ stage }) => stage === 'issued') ?? versions[0];
    const table = issued?.content ?? this.counties.draft(facts);
    const stored = (await this.repository.midYear(tx, key)) ?? { ...key, ...EMPTY_FORM };
    const figures = stored.stage === 'open' || stored.stage === 'returned' ? null : stored.figures;
    return { stored, table, figures: figures ?? fillMidYear(table, facts) };
  }

  private stageOf({ year, program }: GoalAddress, stored: MidYearFormEntity): MidYearRecord['stage'] {
    const written = stored.lock > 0 ? stored : null;
    return midYearStageOf(written, { year, asOf: this.counties.page(program, year).asOf });
  }

  private present(
    account: SignedIn,
    address: GoalAddress,
    { stored, table, figures }: MidYearFormAt,
  ): MidYearRecord {
    const stage = this.stageOf(address, stored);
    const head = this.counties.head(address);
    const until = figuresUntil(address.year);
    return {
      ...head,
      stage,
      lock: stored.lock,
      figuresAsOf: until < head.asOf ? until : head.asOf,
      budgetFen: figures.budget,
      spentFen: figures.spent,
      executionRate: figures.executionRate,
      lines: table.indicators.map((indicator) => {
        const line = figures.lines.find((one) => one.indicator === indicator.id);
        return {
          indicator: { ...indicator },
          actual: line?.actual ?? null,
          reached: line?.reached ?? null,
          needsReason: line?.needsReason ?? false,
          note: line?.note ?? null,
          answer: stored.answers.find((one) => one.indicator === indicator.id) ?? unanswered(indicator.id),
        };
      }),
      refusals: refusalsOf({ stored, table, figures }).map(({ pointer, detail }) => ({
        pointer,
        detail,
      })),
      returnReason: stored.returnReason,
      submittedOn: stored.submittedOn,
      approvedOn: stored.approvedOn,
      acts: (Object.keys(FORM_STAGES_OF) as FormAct[]).filter(
        (act) => FORM_STAGES_OF[act].includes(stage) && mayDo(PERMISSION[act], account.roles),
      ),
    };
  }
}

/** What a form is while it is read or changed. */
interface MidYearFormAt {
  readonly stored: MidYearFormEntity;
  readonly table: GoalTable;
  /** As they stood when it was submitted, or as they stand now. */
  readonly figures: MidYearMonitoring;
}

const refusalsOf = ({ stored, table, figures }: MidYearFormAt): readonly Refusal[] =>
  midYearRefusals(table, figures, stored.answers);

const unanswered = (indicator: string): MidYearAnswer => ({
  indicator,
  actual: null,
  reason: '',
  likelihood: null,
  measures: '',
});

const CHANGED_MEANWHILE = bilingual(
  '绩效运行监控表已被他人修改，请刷新后核对再办理。',
  'Somebody has changed the form meanwhile: read it again, then go on.',
);

const NOT_NOW = bilingual(
  '绩效运行监控表现在不能这样办理：8 月起填写，报送后须由市司法局审核或退回。',
  'This cannot be done now: the form is written from August on, and once submitted the bureau approves it or gives it back.',
);
