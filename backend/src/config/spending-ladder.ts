import type { LadderStep, SpendingLadder } from '@yuheng/shared/domain/monitoring/spending-ladder';

/**
 * YUHENG_SPENDING_LADDER: months and percents, such as `4:25,6:40,8:60,10:80`; without it there are no steps.
 * @throws Error where a month or a percent is none, or does not rise.
 */
export function readSpendingLadder(text: string | undefined): SpendingLadder | null {
  if (!text) return null;
  const steps = text.split(',').map((step): LadderStep | null => {
    const found = /^(\d{1,2}):(\d{1,3})$/.exec(step.trim());
    const [month, percent] = [Number(found?.[1]), Number(found?.[2])];
    return month >= 1 && month <= 12 && percent >= 1 && percent <= 100 ? { month, percent } : null;
  });
  const rises = steps.every((step, at) => {
    const before = steps[at - 1];
    return step !== null && (!before || (step.month > before.month && step.percent > before.percent));
  });
  if (rises) return steps.flatMap((step) => step ?? []);
  throw new Error(
    `YUHENG_SPENDING_LADDER 应为逐月递增的进度，例如 4:25,6:40,8:60,10:80，读到“${text}” / must be rising steps such as 4:25,6:40,8:60,10:80.`,
  );
}
