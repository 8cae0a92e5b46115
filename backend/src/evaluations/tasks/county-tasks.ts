import type { Role } from '@yuheng/shared/contract/roles';
import type { AskedKind } from '@yuheng/shared/domain/duties/duty-rule';
import type { RoundTask, RoundTaskKind } from '@yuheng/shared/domain/evaluating/round-tasks';
import { yearOf, type IsoDate } from '@yuheng/shared/domain/period/year-month';
import type { AskedRow, FormRow } from './asked.queries';

/** Who of a county does what a round asks: an opinion is written by one and handed in by another. */
const ASKED: Readonly<Record<AskedKind, { readonly kind: RoundTaskKind; readonly roles: readonly Role[] }>> =
  {
    evidenceRequest: { kind: 'answerEvidence', roles: ['countyOfficer'] },
    documentRequest: { kind: 'provideDocuments', roles: ['countyOfficer'] },
    reply: { kind: 'reply', roles: ['countyOfficer', 'countyApprover'] },
  };

/** What rounds ask of the county and is open, by round; a reply only until its day, after which none is taken. */
export function askedTasks(
  rows: readonly AskedRow[],
  {
    roles,
    today,
    program,
  }: { readonly roles: readonly Role[]; readonly today: IsoDate; readonly program: string },
): RoundTask[] {
  const tasks = new Map<string, RoundTask>();
  for (const { kind: asked, round, roundKind, year, dueOn, open } of rows) {
    const { kind, roles: doers } = ASKED[asked];
    const isLate = dueOn < today;
    if (open === 0 || !doers.some((role) => roles.includes(role)) || (kind === 'reply' && isLate)) continue;
    const key = `${kind} ${round}`;
    const before = tasks.get(key);
    tasks.set(key, {
      ...{ kind, program, year, round: { id: round, kind: roundKind } },
      count: (before?.count ?? 0) + open,
      overdue: (before?.overdue ?? 0) + (isLate ? open : 0),
      // Rows come by their day.
      dueOn: before?.dueOn ?? dueOn,
    });
  }
  return [...tasks.values()];
}

const FORMS = [
  {
    form: 'selfEvaluation',
    mend: 'mendSelfEvaluation',
    write: 'writeSelfEvaluation',
    review: 'reviewSelfEvaluations',
  },
  { form: 'midYearMonitoring', mend: 'mendMidYear', write: 'writeMidYear', review: 'reviewMidYear' },
] as const;

const task = (kind: RoundTaskKind, program: string, year: number, count: number): RoundTask => ({
  ...{ kind, round: null, program, year, count, overdue: 0, dueOn: null },
});

/** Forms of the county that were given back, and the one of the year that is to be written now. */
export function formTasks(
  forms: readonly FormRow[],
  {
    today,
    program,
    years,
  }: { readonly today: IsoDate; readonly program: string; readonly years: readonly number[] },
): RoundTask[] {
  return FORMS.flatMap(({ form, mend, write }) => {
    const own = forms.filter(({ kind }) => kind === form);
    const returned = own
      .filter(({ stage }) => stage === 'returned')
      .map(({ year }) => task(mend, program, year, 1));
    const year = yearToWrite(form, today);
    const stage = own.find((one) => one.year === year)?.stage ?? 'open';
    return year !== null && years.includes(year) && stage === 'open'
      ? [...returned, task(write, program, year, 1)]
      : returned;
  });
}

/** A self-evaluation is written in the year after its own, monitoring from August of its own year on. */
function yearToWrite(form: (typeof FORMS)[number]['form'], today: IsoDate): number | null {
  if (form === 'selfEvaluation') return yearOf(today) - 1;
  return today.slice(5) >= '08-01' ? yearOf(today) : null;
}

/** Forms that the bureau has to review, by year. */
export function reviewTasks(forms: readonly FormRow[], program: string): RoundTask[] {
  return FORMS.flatMap(({ form, review }) => {
    const submitted = forms.filter(({ kind, stage }) => kind === form && stage === 'submitted');
    const years = [...new Set(submitted.map(({ year }) => year))].sort((a, b) => b - a);
    return years.map((year) =>
      task(review, program, year, submitted.filter((one) => one.year === year).length),
    );
  });
}
