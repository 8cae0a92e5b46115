import { accepted, refusal, refused } from '../refusal';
import type { Outcome, Refusal } from '../refusal';
import type { SheetKind } from './sheet';

/** How a month was checked: 线上核查, which is the usual way, or a planned 现场督查 (rules.md section 5). */
export type CheckMode = 'online' | 'visit';
export const CHECK_MODES: readonly CheckMode[] = ['online', 'visit'];

export interface InspectionCheck {
  readonly mode: CheckMode;
  /** 督查计划编号 of a visit; an on-line check has none. */
  readonly visitPlan: string | null;
}

/** The longest number of a plan, in characters. */
const LONGEST_PLAN = 80;

const NOT_OF_COUNTY_SHEETS = refusal(
  '/kind',
  '只有督查表填写督查方式，支出表和工作量表不填。',
  'Only an inspection says how it was made; spending and workload sheets do not.',
);
const PLAN_NEEDED = refusal(
  '/visitPlan',
  '现场督查应当按计划进行，请填写督查计划编号；没有计划的，选“线上核查”。',
  'A visit is planned: enter the number of its plan, or choose the on-line check where there is none.',
);
const PLAN_TOO_LONG = refusal(
  '/visitPlan',
  `督查计划编号最多${LONGEST_PLAN}个字，请只填编号。`,
  `The number of a plan has at most ${LONGEST_PLAN} characters; enter the number only.`,
);
const NO_PLAN_ON_LINE = refusal(
  '/visitPlan',
  '线上核查没有督查计划编号，请删去编号，或者改选“现场督查”。',
  'An on-line check has no plan number: remove the number, or choose the visit.',
);

/**
 * How an inspection is said to be made, its plan number without the spaces around it. Refused: any other kind of sheet
 * (`/kind`); a visit without its plan number or with one over 80 characters, and an on-line check with one (`/visitPlan`).
 * Example: visit, " 玉司督〔2026〕3号 " → visit, "玉司督〔2026〕3号".
 */
export function inspectionCheck(
  kind: SheetKind,
  { mode, visitPlan }: InspectionCheck,
): Outcome<InspectionCheck> {
  if (kind !== 'inspection') return refused([NOT_OF_COUNTY_SHEETS]);
  const plan = visitPlan?.trim() ?? '';
  if (mode === 'online') {
    return plan === '' ? accepted({ mode, visitPlan: null }) : refused([NO_PLAN_ON_LINE]);
  }
  if (plan === '') return refused([PLAN_NEEDED]);
  return [...plan].length > LONGEST_PLAN ? refused([PLAN_TOO_LONG]) : accepted({ mode, visitPlan: plan });
}

/** What keeps an inspection from being submitted: nobody said how it was made. Sheets of other kinds say nothing of it. */
export const uncheckedRefusals = (kind: SheetKind, check: InspectionCheck | null): readonly Refusal[] =>
  kind === 'inspection' && check === null
    ? [
        refusal(
          '/check',
          '还没有选择督查方式，请选“线上核查”，或者选“现场督查”并填写督查计划编号。',
          'Nobody has said how this inspection was made: choose the on-line check, or the visit with the number of its plan.',
        ),
      ]
    : [];
