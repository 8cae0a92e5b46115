import { dayInWords } from '../period/day-in-words';
import { bilingual, type Bilingual } from '../bilingual';
import { refusal, type Refusal } from '../refusal';

export type RoundKind = 'selfEvaluation' | 'departmentEvaluation' | 'financeEvaluation';

/** 评价批次的步骤, in their order (product.md, The evaluation round). */
export const ROUND_STEPS = [
  'commissioned',
  'plan',
  'notice',
  'documentList',
  'fieldwork',
  'scoring',
  'deliberation',
  'replies',
  'rulings',
  'finalised',
  'feedback',
  'rectification',
  'closure',
  'published',
  'archived',
] as const;
export type RoundStep = (typeof ROUND_STEPS)[number];

const STEP_NAMES: Readonly<Record<RoundStep, Bilingual>> = {
  commissioned: bilingual('委托', 'Commission'),
  plan: bilingual('方案', 'Plan'),
  notice: bilingual('通知', 'Notice'),
  documentList: bilingual('资料清单', 'List of documents'),
  fieldwork: bilingual('现场', 'Fieldwork'),
  scoring: bilingual('打分', 'Scoring'),
  deliberation: bilingual('合议', 'Deliberation'),
  replies: bilingual('征求意见', 'Replies asked for'),
  rulings: bilingual('意见采纳情况', 'Rulings on the replies'),
  finalised: bilingual('定案', 'Finalised'),
  feedback: bilingual('反馈整改通知', 'Notice of rectification'),
  rectification: bilingual('整改报告', 'Rectification reports'),
  closure: bilingual('复核销号', 'Re-check and closure'),
  published: bilingual('公开', 'Published'),
  archived: bilingual('归档', 'Archived'),
};
const OWN_NAMES: Partial<Record<RoundStep, Bilingual>> = {
  scoring: bilingual('填报', 'Filling in'),
  rulings: bilingual('审核', 'Review'),
};

/** A self-evaluation is filled in by the counties and reviewed by the bureau: nobody visits, and nobody is asked. */
const STEPS_OF_SELF: readonly RoundStep[] = [
  'notice',
  'scoring',
  'rulings',
  'finalised',
  'published',
  'archived',
];

/** Not every round needs them; who passes one over says why. */
const MAY_BE_PASSED_OVER: readonly RoundStep[] = [
  'documentList',
  'fieldwork',
  'deliberation',
  'rectification',
  'closure',
];

/** Entered by acts of their own, which check more than a date. */
const BY_OWN_ACT: readonly RoundStep[] = ['scoring', 'replies', 'finalised'];

/** One registered step; the newest of a step counts. */
export interface StepTaken {
  readonly step: RoundStep;
  /** ISO day. */
  readonly takenOn: string;
  readonly passedOver: boolean;
}

export interface StepToTake extends StepTaken {
  /** What happened, or why it is passed over. */
  readonly note: string | null;
}

export const stepsOf = (kind: RoundKind): readonly RoundStep[] =>
  kind === 'selfEvaluation' ? STEPS_OF_SELF : ROUND_STEPS;

export const stepName = (kind: RoundKind, step: RoundStep): Bilingual =>
  (kind === 'selfEvaluation' ? OWN_NAMES[step] : undefined) ?? STEP_NAMES[step];

export const mayBePassedOver = (step: RoundStep): boolean => MAY_BE_PASSED_OVER.includes(step);
/** 定案 of a self-evaluation is registered like any step: what it needs is that every form is approved. */
export const hasOwnAct = (kind: RoundKind, step: RoundStep): boolean =>
  BY_OWN_ACT.includes(step) && !(kind === 'selfEvaluation' && step === 'finalised');

/** The furthest step that was taken or passed over; null at the very beginning. */
export function lastStep(kind: RoundKind, taken: readonly StepTaken[]): RoundStep | null {
  const reached = new Set(taken.map(({ step }) => step));
  return stepsOf(kind).findLast((step) => reached.has(step)) ?? null;
}

/** The one step that comes next; null when the round is archived. */
export function nextStep(kind: RoundKind, taken: readonly StepTaken[]): RoundStep | null {
  const [steps, last] = [stepsOf(kind), lastStep(kind, taken)];
  return (last === null ? steps[0] : steps[steps.indexOf(last) + 1]) ?? null;
}

/** Marks are given and changed: the step of scoring was taken, and the draft result is not open for replies yet. */
export const isScoring = (kind: RoundKind, taken: readonly StepTaken[]): boolean => {
  const last = lastStep(kind, taken);
  return last === 'scoring' || last === 'deliberation';
};

/**
 * Why a step cannot be entered, whoever enters it; null where it can. A step is entered after the one before it, on a
 * day that is not before that one's and not in the future. The step that was entered last may be entered once more,
 * which mends its day and number: both entries stay. Pointers are those of the body of the request.
 */
export function refusalOfEntry(
  kind: RoundKind,
  taken: readonly StepTaken[],
  wanted: StepToTake,
  today: string,
): Refusal | null {
  const name = stepName(kind, wanted.step);
  if (!stepsOf(kind).includes(wanted.step)) {
    return refusal(
      '/step',
      `单位自评没有“${name.zh}”这一步。`,
      `A self-evaluation has no step “${name.en}”.`,
    );
  }
  const [last, next] = [lastStep(kind, taken), nextStep(kind, taken)];
  if (wanted.step !== next && wanted.step !== last) return outOfOrder(kind, wanted.step, next);
  if (wanted.passedOver) {
    if (!mayBePassedOver(wanted.step)) {
      return refusal(
        '/passedOver',
        `“${name.zh}”不能略过，请登记办理日期。`,
        `The step “${name.en}” cannot be passed over: register the day.`,
      );
    }
    if (wanted.note === null) {
      return refusal('/note', `略过“${name.zh}”须写明原因。`, `Say why “${name.en}” is passed over.`);
    }
  }
  return refusalOfDay(kind, taken, wanted, today);
}

/** As `refusalOfEntry`, for what is registered by hand: steps with an act of their own are not. */
export function refusalOfRegistration(
  kind: RoundKind,
  taken: readonly StepTaken[],
  wanted: StepToTake,
  today: string,
): Refusal | null {
  if (hasOwnAct(kind, wanted.step)) {
    const { zh, en } = stepName(kind, wanted.step);
    return refusal(
      '/step',
      `“${zh}”不在此登记，请用页面上相应的按钮办理。`,
      `The step “${en}” is not registered here: it has a button of its own.`,
    );
  }
  return refusalOfEntry(kind, taken, wanted, today);
}

function outOfOrder(kind: RoundKind, wanted: RoundStep, next: RoundStep | null): Refusal {
  const name = stepName(kind, wanted);
  if (next === null) {
    return refusal(
      '/step',
      `本批次已归档，不能再登记“${name.zh}”。`,
      `The round is archived: the step “${name.en}” can no longer be registered.`,
    );
  }
  const due = stepName(kind, next);
  return refusal(
    '/step',
    `现在不能登记“${name.zh}”：下一步是“${due.zh}”。`,
    `The step “${name.en}” cannot be registered now: the next one is “${due.en}”.`,
  );
}

function refusalOfDay(
  kind: RoundKind,
  taken: readonly StepTaken[],
  { step, takenOn }: StepToTake,
  today: string,
): Refusal | null {
  if (takenOn > today) {
    return refusal(
      '/takenOn',
      `办理日期${dayInWords(takenOn).zh}在今天（${dayInWords(today).zh}）之后，请填实际办理的日期。`,
      `The day ${takenOn} lies after today (${today}): give the day on which it was done.`,
    );
  }
  const before = taken.filter((one) => one.step !== step).at(-1);
  if (before && takenOn < before.takenOn) {
    const name = stepName(kind, before.step);
    return refusal(
      '/takenOn',
      `办理日期${dayInWords(takenOn).zh}早于上一步“${name.zh}”的${dayInWords(before.takenOn).zh}，请核对。`,
      `The day ${takenOn} lies before that of the step “${name.en}” (${before.takenOn}): check both.`,
    );
  }
  return null;
}
