import { Injectable } from '@nestjs/common';
import type { QueryOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import {
  summariseSelfEvaluations,
  type ApprovedSelfEvaluation,
} from '@yuheng/shared/domain/goals/self-evaluation/summarise-self-evaluations';
import { DataSource } from 'typeorm';
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
        summary: account.scope.city === null ? null : summaryOf(forms, counties, isWhole),
      };
    });
  }
}

/** In the official order of the counties. */
function summaryOf(
  forms: readonly SelfEvaluationEntity[],
  counties: readonly { readonly id: string }[],
  isWhole: boolean,
): List['summary'] {
  const approved = counties.flatMap(({ id }): ApprovedSelfEvaluation[] => {
    const form = forms.find(({ countyId, stage }) => countyId === id && stage === 'approved');
    return form?.figures ? [{ county: id, table: form.figures.table, form: form.figures.form }] : [];
  });
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
