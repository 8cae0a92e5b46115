import type { LeafValue, ScoringRule } from './scoring-case';
import {
  greatest,
  least,
  minus,
  ONE,
  order,
  over,
  read,
  sum,
  times,
  whole,
  ZERO,
  type Fraction,
} from '../fraction';

export interface RuleResult {
  /** Not rounded yet. */
  readonly marks: Fraction;
  readonly overAchieved: boolean;
}

/** What a rule gives out of full marks, before rounding; null where no goal was issued. The value is free of faults. */
export function ruleResult(rule: ScoringRule, value: LeafValue, full: Fraction): RuleResult | null {
  if (rule.kind === 'proportional') return proportional(rule, value, full);
  return { marks: markOf(rule, value, full), overAchieved: false };
}

function markOf(
  rule: Exclude<ScoringRule, { kind: 'proportional' }>,
  value: LeafValue,
  full: Fraction,
): Fraction {
  switch (rule.kind) {
    case 'steps': {
      const actual = read(value.actual ?? 0);
      const reached = rule.steps.filter(({ atLeast }) => order(read(atLeast), actual) <= 0);
      reached.sort((a, b) => order(read(b.atLeast), read(a.atLeast)));
      return times(full, read(reached[0]?.ratio ?? 0));
    }
    case 'bands':
      return times(full, read(value.ratio ?? 0));
    case 'elements': {
      const met = Array.isArray(value.met) ? (value.met as readonly string[]) : [];
      return sum(rule.elements.filter(({ id }) => met.includes(id)).map(({ marks }) => read(marks)));
    }
    case 'yesNo':
      return value.met === true ? full : ZERO;
    case 'deduction': {
      const lost = times(read(value.occurrences ?? 0), read(rule.perOccurrence));
      return greatest(read(rule.floor ?? 0), minus(full, lost));
    }
    case 'evaluator':
      return aggregate(rule.aggregate, (value.marks ?? []).map(read));
    case 'veto':
      return ZERO;
  }
}

function proportional(
  rule: Extract<ScoringRule, { kind: 'proportional' }>,
  value: LeafValue,
  full: Fraction,
): RuleResult | null {
  const given = rule.target === 'goal' ? value.target : rule.target;
  if (given === undefined) return null;
  const [target, actual] = [read(given), read(value.actual ?? 0)];
  const reached = over(actual, target);
  const inverse = actual.n === 0n ? null : over(target, actual);
  const threshold = rule.overAchievement && read(rule.overAchievement.threshold);
  const overAchieved = (ratio: Fraction): boolean => threshold !== undefined && order(ratio, threshold) > 0;
  switch (rule.direction) {
    case 'atLeast':
      return { marks: times(full, least(reached, ONE)), overAchieved: overAchieved(reached) };
    case 'atMost':
      return {
        marks: times(full, least(inverse ?? ONE, ONE)),
        overAchieved: threshold !== undefined && (inverse === null || overAchieved(inverse)),
      };
    case 'exactly':
      return {
        marks: times(full, least(least(reached, inverse ?? ZERO), ONE)),
        overAchieved: overAchieved(reached),
      };
  }
}

function aggregate(kind: 'mean' | 'median' | 'trimmedMean', marks: readonly Fraction[]): Fraction {
  const sorted = [...marks].sort(order);
  const mean = (some: readonly Fraction[]): Fraction => over(sum(some), whole(some.length));
  switch (kind) {
    case 'mean':
      return mean(sorted);
    case 'trimmedMean':
      return mean(sorted.length < 3 ? sorted : sorted.slice(1, -1));
    case 'median':
      return mean(sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1));
  }
}
