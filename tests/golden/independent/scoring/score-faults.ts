import { token, type Fault } from '../fault';
import { isWhole, order, read, roundedTo, sum, times, whole, type Fraction, type Numeral } from '../fraction';
import { ruleResult } from './plain-rules';
import type { Indicator, LeafValue, ScoreCase, ScoringRule } from './scoring-case';

/** What the contract refuses in a method and its values. The form (kinds, keys, numerals) is taken as sound. */
export function scoreFaults({ method, values }: ScoreCase, places: number): readonly Fault[] {
  const { indicators } = method;
  const ofMethod = indicators.flatMap((indicator, index) => indicatorFaults(indicators, indicator, index));
  // What a value must look like is asked of the method's rules, so a faulty method is told first.
  if (ofMethod.length > 0) return ofMethod;
  const leaves = indicators.filter(({ rule }) => rule !== undefined);
  const ofNobody = Object.keys(values).filter((id) => !leaves.some((leaf) => leaf.id === id));
  const ofLeaves = leaves.flatMap((leaf): readonly Fault[] => {
    const value = Object.hasOwn(values, leaf.id) ? values[leaf.id] : undefined;
    return value ? valueFaults(leaf, value, places) : [[`/values/${token(leaf.id)}`]];
  });
  return [...ofNobody.map((id) => [`/values/${token(id)}`]), ...ofLeaves];
}

function indicatorFaults(all: readonly Indicator[], indicator: Indicator, index: number): readonly Fault[] {
  const at = `/method/indicators/${index}`;
  const faults: Fault[] = [];
  if (all.findIndex(({ id }) => id === indicator.id) < index) faults.push([`${at}/id`]);
  if (indicator.parent !== undefined && !all.some(({ id }) => id === indicator.parent))
    faults.push([`${at}/parent`]);
  if (isInCycle(all, indicator)) faults.push([`${at}/parent`]);
  if (indicator.rule && indicator.marks !== undefined)
    faults.push(...ruleFaults(indicator.rule, read(indicator.marks), at));
  return faults;
}

function isInCycle(all: readonly Indicator[], start: Indicator): boolean {
  const seen = new Set<string>();
  let above = start.parent;
  while (above !== undefined && !seen.has(above)) {
    if (above === start.id) return true;
    seen.add(above);
    above = all.find(({ id }) => id === above)?.parent;
  }
  return false;
}

function ruleFaults(rule: ScoringRule, marks: Fraction, at: string): readonly Fault[] {
  if (marks.n < 0n) return [[`${at}/marks`]];
  if (rule.kind === 'proportional' && rule.target !== 'goal' && read(rule.target).n <= 0n)
    return [[`${at}/rule/target`]];
  if (rule.kind === 'elements') {
    const twice = rule.elements.flatMap(({ id }, index): Fault[] =>
      rule.elements.findIndex((other) => other.id === id) < index
        ? [[`${at}/rule/elements/${index}/id`]]
        : [],
    );
    const stated = sum(rule.elements.map((element) => read(element.marks)));
    return [...twice, ...(order(stated, marks) === 0 ? [] : [[`${at}/rule/elements`]])];
  }
  if (rule.kind === 'veto' && marks.n !== 0n) return [[`${at}/marks`]];
  return [];
}

function valueFaults(leaf: Indicator, value: LeafValue, places: number): readonly Fault[] {
  if (!leaf.rule || value.state) return [];
  const at = `/values/${token(leaf.id)}`;
  const marks = read(leaf.marks ?? 0);
  const faults = factFaults(leaf.rule, value, { at, marks });
  if (value.finalScore === undefined || faults.length > 0) return faults;
  const final = read(value.finalScore);
  const inUnits = times(final, whole(10n ** BigInt(places)));
  if (final.n < 0n || order(final, marks) > 0 || inUnits.d !== 1n) return [[`${at}/finalScore`]];
  const result = ruleResult(leaf.rule, value, marks);
  const differs = result !== null && roundedTo(result.marks, places) !== inUnits.n;
  return differs && !value.reason ? [[`${at}/reason`]] : [];
}

function factFaults(
  rule: ScoringRule,
  value: LeafValue,
  { at, marks }: { readonly at: string; readonly marks: Fraction },
): readonly Fault[] {
  const isBelowZero = (numeral: Numeral | undefined): boolean =>
    numeral !== undefined && read(numeral).n < 0n;
  switch (rule.kind) {
    case 'proportional': {
      const faults: Fault[] = isBelowZero(value.actual) ? [[`${at}/actual`]] : [];
      const isIssued = rule.target === 'goal' && value.target !== undefined;
      if (isIssued && read(value.target ?? 0).n <= 0n) faults.push([`${at}/target`]);
      return faults;
    }
    case 'bands': {
      const band = rule.bands.find(({ label }) => label === value.band);
      if (!band) return [[`${at}/band`]];
      const top = rule.bands.every(({ to }) => order(read(to), read(band.to)) <= 0);
      const ratio = read(value.ratio ?? 0);
      const belowEnd = order(ratio, read(band.to)) < (top ? 1 : 0);
      return order(ratio, read(band.from)) >= 0 && belowEnd ? [] : [[`${at}/ratio`]];
    }
    case 'elements': {
      const met = Array.isArray(value.met) ? (value.met as readonly string[]) : [];
      return met.flatMap((id, index): Fault[] =>
        met.indexOf(id) < index || !rule.elements.some((element) => element.id === id)
          ? [[`${at}/met/${index}`]]
          : [],
      );
    }
    case 'deduction':
      return isWhole(read(value.occurrences ?? 0)) ? [] : [[`${at}/occurrences`]];
    case 'evaluator':
      if (value.marks?.length === 0) return [[`${at}/marks`]];
      return (value.marks ?? []).flatMap((mark, index): Fault[] =>
        isBelowZero(mark) || order(read(mark), marks) > 0 ? [[`${at}/marks/${index}`]] : [],
      );
    default:
      return [];
  }
}
