import type { Bilingual } from '../bilingual';

/**
 * 待填 → 已报送 → 已审核 → 财政已同意 → 已下达; 已退回 leads back to the county. What is issued stays as it is: a change is
 * a new version that goes the same way (rules.md section 4).
 */
export type GoalStage = 'open' | 'submitted' | 'returned' | 'reviewed' | 'agreed' | 'issued';
export type GoalAct = 'save' | 'submit' | 'return' | 'review' | 'agree' | 'issue' | 'adjust';

interface Step {
  readonly from: readonly GoalStage[];
  /** null: the stage stays; `adjust` opens the next version. */
  readonly to: GoalStage | null;
}

const STEPS: Readonly<Record<GoalAct, Step>> = {
  save: { from: ['open', 'returned'], to: null },
  submit: { from: ['open', 'returned'], to: 'submitted' },
  return: { from: ['submitted', 'reviewed'], to: 'returned' },
  review: { from: ['submitted'], to: 'reviewed' },
  agree: { from: ['reviewed'], to: 'agreed' },
  issue: { from: ['agreed'], to: 'issued' },
  adjust: { from: ['issued'], to: 'open' },
};

/** The stage after an act; null: the act does not fit the stage. */
export function goalStageAfter(stage: GoalStage, act: GoalAct): GoalStage | null {
  const { from, to } = STEPS[act];
  return from.includes(stage) ? (to ?? stage) : null;
}

/** The acts that fit a stage, in the order in which they come. */
export const goalActsAt = (stage: GoalStage): readonly GoalAct[] =>
  (Object.keys(STEPS) as GoalAct[]).filter((act) => goalStageAfter(stage, act) !== null);

export const GOAL_STAGE_NAMES: Readonly<Record<GoalStage, Bilingual>> = {
  open: { zh: '待填', en: 'open' },
  submitted: { zh: '已报送', en: 'submitted' },
  returned: { zh: '已退回', en: 'returned' },
  reviewed: { zh: '已审核', en: 'reviewed' },
  agreed: { zh: '财政已同意', en: 'agreed by finance' },
  issued: { zh: '已下达', en: 'issued' },
};
