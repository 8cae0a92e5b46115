import { Injectable } from '@nestjs/common';
import type { QueryOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import {
  summariseSelfEvaluations,
  type ApprovedSelfEvaluation,
} from '@yuheng/shared/domain/goals/self-evaluation/summarise-self-evaluations';
import type { ProgramId } from '@yuheng/shared/contract/values';
import { DataSource, type EntityManager } from 'typeorm';
import { scoped } from '../../database/scoped-transaction';
import type { SignedIn } from '../../identity/signed-in';
import { GoalCountiesService } from '../goal-counties.service';
import { selfEvaluationStageOf } from './present-self-evaluation';
import type { SelfEvaluationEntity } from './self-evaluation.entity';
import { SelfEvaluationsRepository } from './self-evaluations.repository';

type List = ResponseOf<typeof endpoints.listSelfEvaluations>;

/** 汇总自评表: how far the counties are, and the sum of what is approved. */
@Injectable()
export class SelfEvaluationSummaryService {
  constructor(
    private readonly source: DataSource,
    private readonly repository: SelfEvaluationsRepository,
    private readonly counties: GoalCountiesService,
  ) {}

  async list(
    account: SignedIn,
    { program, year }: QueryOf<typeof endpoints.listSelfEvaluations>,
  ): Promise<List> {
    return scoped(this.source, account.scope, async (tx) => {
      const counties = await this.counties.counties(tx, account, program, year);
      const forms = await this.repository.ofYear(tx, { cityId: account.cityId, programId: program, year });
      const page = this.counties.page(program, year);
      const rows = counties.map(({ id, name }) => {
        const form = forms.find(({ countyId }) => countyId === id);
        const kept = form?.stage === 'submitted' || form?.stage === 'approved' ? form.figures?.form : null;
        return {
          id,
          name,
          stage: selfEvaluationStageOf(form?.stage, { year, asOf: page.asOf }),
          total: form?.stage === 'approved' ? (kept?.total ?? null) : null,
          adjustedBudgetFen: kept?.adjustedBudget ?? null,
          spentFen: kept?.spent ?? null,
        };
      });
      const isWhole = rows.length > 0 && rows.every(({ stage }) => stage === 'approved');
      return {
        ...page,
        counties: rows,
        summary: account.scope.city === null ? null : presentSummary(approvedOf(forms, counties), isWhole),
      };
    });
  }

  /** What 定案 keeps: the summary and every form that it adds up; and the names of those whose form is not approved. */
  async frozen(
    tx: EntityManager,
    account: SignedIn,
    { program, year }: { readonly program: ProgramId; readonly year: number },
  ): Promise<{ readonly open: readonly string[]; readonly snapshot: unknown }> {
    const counties = await this.counties.counties(tx, account, program, year);
    const forms = await this.repository.ofYear(tx, { cityId: account.cityId, programId: program, year });
    const approved = approvedOf(forms, counties);
    return {
      open: counties
        .filter(({ id }) => !approved.some(({ county }) => county === id))
        .map(({ name }) => name),
      snapshot: { program, year, summary: presentSummary(approved, true), forms: approved },
    };
  }
}

/** What is approved, in the official order of the counties. */
const approvedOf = (
  forms: readonly SelfEvaluationEntity[],
  counties: readonly { readonly id: string }[],
): ApprovedSelfEvaluation[] =>
  counties.flatMap(({ id }) => {
    const form = forms.find(({ countyId, stage }) => countyId === id && stage === 'approved');
    return form?.figures ? [{ county: id, table: form.figures.table, form: form.figures.form }] : [];
  });

function presentSummary(approved: readonly ApprovedSelfEvaluation[], isWhole: boolean): List['summary'] {
  const { initialBudget, adjustedBudget, spent, lines, ...rest } = summariseSelfEvaluations(approved);
  return {
    initialBudgetFen: initialBudget,
    adjustedBudgetFen: adjustedBudget,
    spentFen: spent,
    executionRate: rest.executionRate,
    total: isWhole ? rest.total : null,
    lines: lines.map((line) => ({
      ...line,
      goal: { ...line.goal },
      values: [...line.values],
      range: line.range ? [...line.range] : null,
    })),
  };
}
