import { printExplain, type ExplainTarget } from '../api/explain-target';

/** One step of the way to what is shown, with the steps before it, so that a click leads back to it. */
export interface Crumb {
  readonly target: ExplainTarget;
  readonly trail: readonly ExplainTarget[];
}

const same = (a: ExplainTarget, b: ExplainTarget): boolean => printExplain(a) === printExplain(b);

/**
 * The way to `target`: the trail of the address, and before a leaf its county's total, which is one step up even where
 * the reader came straight to the leaf. A step that is met twice ends the trail at its first place.
 */
export function crumbsOf(target: ExplainTarget, trail: readonly ExplainTarget[]): readonly Crumb[] {
  const whole = [...trail, target].flatMap((one) =>
    one.kind === 'score' && one.leaf ? [{ kind: one.kind, run: one.run, county: one.county }, one] : [one],
  );
  const steps: ExplainTarget[] = [];
  for (const one of whole) if (!steps.some((before) => same(before, one))) steps.push(one);
  const end = steps.findIndex((one) => same(one, target));
  return steps
    .slice(0, end + 1)
    .map((one, index) => ({ target: one, trail: steps.slice(0, index).filter((step) => !same(step, one)) }));
}
