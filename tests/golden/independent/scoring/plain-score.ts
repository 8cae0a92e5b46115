import type { Expected } from '../fault';
import {
  floorOf,
  fraction,
  order,
  over,
  read,
  roundedTo,
  sum,
  times,
  whole,
  type Fraction,
} from '../fraction';
import { ruleResult } from './plain-rules';
import { scoreFaults } from './score-faults';
import type { Leaf, LeafValue, ScoreCase } from './scoring-case';

export type Grade = 'excellent' | 'good' | 'fair' | 'poor';

export interface ScoreAnswer {
  readonly total: string | null;
  readonly grade: Grade | null;
  readonly missing: readonly string[];
  readonly indicators: readonly {
    readonly id: string;
    readonly ruleScore: string | null;
    readonly finalScore: string | null;
    readonly state: string | null;
  }[];
  /** `kind indicator`, sorted. */
  readonly warnings: readonly string[];
}

/** [90,100] excellent, [80,90) good, [60,80) fair, below poor. */
export function gradeOf(score: Fraction): Grade {
  if (order(score, whole(90)) >= 0) return 'excellent';
  if (order(score, whole(80)) >= 0) return 'good';
  return order(score, whole(60)) >= 0 ? 'fair' : 'poor';
}

interface ScoredLeaf {
  readonly leaf: Leaf;
  readonly state: 'notApplicable' | 'missing' | null;
  /** In units of the last decimal. */
  readonly rule: bigint;
  readonly final: bigint;
  readonly overAchieved: boolean;
}

/** `yuheng score` by the letter of the contract. */
export function plainScore(input: ScoreCase): Expected<ScoreAnswer> {
  const places = Number(input.method.scoreDecimals ?? 2);
  const faults = scoreFaults(input, places);
  if (faults.length > 0) return { faults };
  const leaves = input.method.indicators.filter((one): one is Leaf => one.rule !== undefined);
  const scored = leaves.map((leaf) => scoreLeaf(leaf, input.values[leaf.id] ?? {}, places));
  const missing = scored.filter(({ state }) => state === 'missing').map(({ leaf }) => leaf.id);
  const full = sum(leaves.map(({ marks }) => read(marks)));
  const reached = missing.length > 0 ? null : totalOf(input, scored, places);
  const total = reached === null ? null : capped(input, scored, { reached, places });
  const print = (units: bigint): string => printUnits(units, places);
  return {
    answer: {
      total: total === null ? null : print(total),
      grade:
        total === null
          ? null
          : gradeOf(over(times(fraction(total, 10n ** BigInt(places)), whole(100)), full)),
      missing,
      indicators: scored.map(({ leaf, state, rule, final }) => ({
        id: leaf.id,
        ruleScore: state ? null : print(rule),
        finalScore: state ? null : print(final),
        state,
      })),
      warnings: warningsOf(scored, order(full, whole(100)) !== 0),
    },
  };
}

function scoreLeaf(leaf: Leaf, value: LeafValue, places: number): ScoredLeaf {
  const nothing = { leaf, rule: 0n, final: 0n, overAchieved: false };
  if (value.state) return { ...nothing, state: value.state };
  const result = ruleResult(leaf.rule, value, read(leaf.marks));
  if (result === null) return { ...nothing, state: 'missing' };
  const rule = roundedTo(result.marks, places);
  const final = value.finalScore === undefined ? rule : roundedTo(read(value.finalScore), places);
  return { leaf, state: null, rule, final, overAchieved: result.overAchieved };
}

/** What one branch of the tree comes to. */
interface Branch {
  readonly units: bigint;
  readonly full: Fraction;
  /** Nothing below it applies. */
  readonly away: boolean;
}

function totalOf(input: ScoreCase, scored: readonly ScoredLeaf[], places: number): bigint | null {
  const branchOf = ({ leaf, state, final }: ScoredLeaf): Branch => ({
    units: final,
    full: read(leaf.marks),
    away: state === 'notApplicable',
  });
  if (input.method.notApplicableWithin !== 'parent') return printed(scored.map(branchOf));
  const below = (parent: string | undefined): Branch[] => {
    const branches: Branch[] = [];
    for (const indicator of input.method.indicators) {
      if (indicator.parent !== parent) continue;
      const leaf = scored.find((one) => one.leaf.id === indicator.id);
      branches.push(leaf ? branchOf(leaf) : group(below(indicator.id)));
    }
    return branches;
  };
  return printed(below(undefined));

  function group(branches: readonly Branch[]): Branch {
    const units = printed(branches);
    return { units: units ?? 0n, full: sum(branches.map(({ full }) => full)), away: units === null };
  }

  /** The sum as printed, re-scaled to full marks where something does not apply; null where nothing does. */
  function printed(branches: readonly Branch[]): bigint | null {
    const applying = branches.filter(({ away }) => !away);
    const units = applying.reduce((all, branch) => all + branch.units, 0n);
    if (applying.length === branches.length) return units;
    const full = sum(branches.map((branch) => branch.full));
    const applicable = sum(applying.map((branch) => branch.full));
    if (applicable.n === 0n) return null;
    return roundedTo(over(times(fraction(units, 10n ** BigInt(places)), full), applicable), places);
  }
}

/** The lowest cap of the vetoes that occurred, each cut to the units of a total: the total never stands above a cap. */
function capped(
  input: ScoreCase,
  scored: readonly ScoredLeaf[],
  { reached, places }: { readonly reached: bigint; readonly places: number },
): bigint {
  return scored.reduce((total, { leaf, state }) => {
    if (leaf.rule.kind !== 'veto' || state || input.values[leaf.id]?.occurred !== true) return total;
    const cap = floorOf(times(read(leaf.rule.capTotal), whole(10n ** BigInt(places))));
    return cap < total ? cap : total;
  }, reached);
}

function warningsOf(scored: readonly ScoredLeaf[], oddMarks: boolean): readonly string[] {
  const warnings = oddMarks ? ['marksNotHundred'] : [];
  for (const { leaf, rule, final, overAchieved } of scored) {
    if (rule !== final) warnings.push(`finalDiffers ${leaf.id}`);
    if (overAchieved) warnings.push(`overAchievement ${leaf.id}`);
  }
  return warnings.sort();
}

/** 1234 with 2 places is "12.34". */
export function printUnits(units: bigint, places: number): string {
  const digits = String(units).padStart(places + 1, '0');
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
