import type { ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import type { GoalTable } from '@yuheng/shared/domain/goals/goal';
import {
  midYearRefusals,
  type MidYearAnswer,
  type MidYearMonitoring,
} from '@yuheng/shared/domain/goals/mid-year-monitoring';
import { ProblemException } from '../http/problem-exception';
import type { MidYearFormEntity } from './mid-year-form.entity';

type MidYearRecord = ResponseOf<typeof endpoints.readMidYear>;
export type MidYearAct = MidYearRecord['acts'][number];

/** What a form is while it is read or changed. */
export interface MidYearFormAt {
  readonly stored: MidYearFormEntity;
  readonly table: GoalTable;
  /** As they stood when it was submitted, or as they stand now. */
  readonly figures: MidYearMonitoring;
}

/** What an act on a form brings. */
export interface MidYearStep {
  readonly name: MidYearAct;
  readonly answers?: readonly MidYearAnswer[];
  readonly reason?: string;
}

/** The stages in which an act can be done. */
export const MID_YEAR_STAGES_OF: Readonly<Record<MidYearAct, readonly MidYearRecord['stage'][]>> = {
  save: ['open', 'returned'],
  submit: ['open', 'returned'],
  return: ['submitted'],
  approve: ['submitted'],
};

export const emptyMidYearForm = (
  key: Pick<MidYearFormEntity, 'cityId' | 'countyId' | 'programId' | 'year'>,
): MidYearFormEntity => ({
  ...key,
  stage: 'open',
  answers: [],
  figures: null,
  lock: 0,
  returnReason: null,
  submittedOn: null,
  submittedBy: null,
  approvedOn: null,
  approvedBy: null,
});

/** What an act changes. @throws ProblemException refused (what is written, or who acts) */
export function afterMidYearAct(
  { stored, table, figures }: MidYearFormAt,
  change: MidYearStep,
  { by, today }: { readonly by: string; readonly today: string },
): Partial<MidYearFormEntity> {
  switch (change.name) {
    case 'save':
      return { answers: change.answers ?? [] };
    case 'submit': {
      const refusals = midYearRefusals(table, figures, stored.answers);
      if (refusals.length > 0) throw new ProblemException('refused', undefined, refusals);
      return { stage: 'submitted', figures, submittedOn: today, submittedBy: by, returnReason: null };
    }
    case 'return':
      return { stage: 'returned', returnReason: change.reason ?? null };
    case 'approve':
      if (stored.submittedBy === by) throw new ProblemException('refused', ENTERED_BY_ONESELF);
      return { stage: 'approved', approvedOn: today, approvedBy: by };
  }
}

const ENTERED_BY_ONESELF = bilingual(
  '报送人不能审核自己报送的监控表。',
  'Nobody approves the form that they submitted.',
);
