import { bilingual } from '@yuheng/shared/domain/bilingual';
import type { Refusal } from '@yuheng/shared/domain/refusal';
import { ProblemException } from '../http/problem-exception';

export type FormStage = 'open' | 'submitted' | 'returned' | 'approved';
export type FormAct = 'save' | 'submit' | 'return' | 'approve';

/** A form that the program fills in, the county answers and the bureau approves. */
export interface CountyForm<Answer, Figures> {
  readonly stage: FormStage;
  readonly answers: readonly Answer[];
  /** As they stood when it was submitted. */
  readonly figures: Figures | null;
  /** 0: nobody has written anything. */
  readonly lock: number;
  readonly returnReason: string | null;
  readonly submittedOn: string | null;
  readonly submittedBy: string | null;
  readonly approvedOn: string | null;
  readonly approvedBy: string | null;
}

/** What an act on a form brings. */
export interface FormStep<Answer> {
  readonly name: FormAct;
  readonly answers?: readonly Answer[];
  readonly reason?: string;
}

/** The stages in which an act can be done. */
export const FORM_STAGES_OF: Readonly<Record<FormAct, readonly (FormStage | 'notDue')[]>> = {
  save: ['open', 'returned'],
  submit: ['open', 'returned'],
  return: ['submitted'],
  approve: ['submitted'],
};

export const EMPTY_FORM = {
  stage: 'open',
  answers: [],
  figures: null,
  lock: 0,
  returnReason: null,
  submittedOn: null,
  submittedBy: null,
  approvedOn: null,
  approvedBy: null,
} as const satisfies CountyForm<never, never>;

/** What a form is while it is changed: what would be kept on submission, and what stands against it. */
export interface FormAt<Answer, Figures> {
  readonly stored: CountyForm<Answer, Figures>;
  readonly figures: Figures;
  readonly refusals: readonly Refusal[];
}

/** What an act changes. @throws ProblemException refused (what is written, or who acts) */
export function afterFormAct<Answer, Figures>(
  { stored, figures, refusals }: FormAt<Answer, Figures>,
  change: FormStep<Answer>,
  { by, today }: { readonly by: string; readonly today: string },
): Partial<CountyForm<Answer, Figures>> {
  switch (change.name) {
    case 'save':
      return { answers: change.answers ?? [] };
    case 'submit':
      if (refusals.length > 0) throw new ProblemException('refused', undefined, refusals);
      return { stage: 'submitted', figures, submittedOn: today, submittedBy: by, returnReason: null };
    case 'return':
      return { stage: 'returned', returnReason: change.reason ?? null };
    case 'approve':
      if (stored.submittedBy === by) throw new ProblemException('refused', ENTERED_BY_ONESELF);
      return { stage: 'approved', approvedOn: today, approvedBy: by };
  }
}

const ENTERED_BY_ONESELF = bilingual(
  '报送人不能审核自己报送的表。',
  'Nobody approves the form that they submitted.',
);
