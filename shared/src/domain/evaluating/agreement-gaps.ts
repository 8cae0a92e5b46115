import { bilingual, type Bilingual } from '../bilingual';
import { areAlike } from '../metrics/values/evaluator-values';
import { compare, subtract, type Rational } from '../numbers/rational';
import { printNumber, readNumeral } from '../scoring/numbers/numeral';

/** What one evaluator handed in on one leaf of one county: one of marks, value and exception; none confirms a computed leaf. */
export interface GivenMark {
  readonly county: string;
  readonly indicator: string;
  readonly evaluator: string;
  /** Where the leaf’s rule puts marks together: a decimal. */
  readonly marks: string | null;
  /** On a leaf of another rule than `evaluator`: the value that its rule asks for. */
  readonly value?: unknown;
  /** On a computed leaf: the score that the evaluator set instead of the rule’s. */
  readonly exception?: string | null;
}

/**
 * needsThird: two differ and nobody else was asked; waitsForThird: the third was asked and has not handed in;
 * needsDeliberation: the third has handed in, or had marked already; settled: 合议 has its record.
 */
export type GapState = 'needsThird' | 'waitsForThird' | 'needsDeliberation' | 'settled';

export interface AgreementGap {
  readonly county: string;
  readonly indicator: string;
  /** Everyone’s marks on it, in the order of the evaluators’ names. */
  readonly marks: readonly { readonly evaluator: string; readonly marks: string | null }[];
  /** Highest less lowest, in marks; null where what differs is no number of marks. */
  readonly difference: string | null;
  readonly state: GapState;
}

export interface GapSettings {
  /** The difference in marks from which on it is one (两人相差 n 分以上): that difference included. */
  readonly gapMarks: string;
  /** Leaves whose rule puts several marks together; on any other all have to say the same. */
  readonly averaged: ReadonlySet<string>;
  /** `county/indicator` of those for which a third marker was asked. */
  readonly thirdAsked: ReadonlySet<string>;
  /** `county/indicator` of those that 合议 has settled. */
  readonly deliberated: ReadonlySet<string>;
}

export const leafOfCounty = ({ county, indicator }: Pick<GivenMark, 'county' | 'indicator'>): string =>
  `${county}/${indicator}`;

const numberOf = (text: string): Rational => {
  const number = readNumeral(text);
  if (number === null) throw new RangeError(`${text} is no decimal.`);
  return number;
};

function stateOf(place: string, markers: number, settings: GapSettings): GapState {
  if (settings.deliberated.has(place)) return 'settled';
  if (markers > 2) return 'needsDeliberation';
  return settings.thirdAsked.has(place) ? 'waitsForThird' : 'needsThird';
}

function differenceOf(marks: readonly GivenMark[]): Rational {
  const sorted = marks.map((one) => numberOf(one.marks ?? '')).sort(compare);
  return subtract(sorted.at(-1) as Rational, sorted[0] as Rational);
}

/**
 * The leaves on which evaluators differ so far that a third looks at them and the team deliberates: on a leaf whose rule
 * puts marks together, where any two are `gapMarks` or more apart; on any other, where they do not all say the same.
 * In the order of county and indicator as they first come. @throws RangeError for marks that are no decimal.
 * Example: 4.5 and 1.5 with 3 is a gap of 3; 4.5 and 1.51 is none.
 */
export function agreementGaps(given: readonly GivenMark[], settings: GapSettings): readonly AgreementGap[] {
  const byLeaf = new Map<string, GivenMark[]>();
  for (const one of given) {
    const place = leafOfCounty(one);
    const before = byLeaf.get(place);
    if (before) before.push(one);
    else byLeaf.set(place, [one]);
  }
  return [...byLeaf].flatMap(([place, all]) => gapOf(place, all, settings));
}

function gapOf(place: string, all: readonly GivenMark[], settings: GapSettings): AgreementGap[] {
  const [first] = all;
  if (!first || all.length < 2) return [];
  const averaged = settings.averaged.has(first.indicator);
  const difference = averaged ? differenceOf(all) : null;
  const apart =
    difference === null
      ? !areAlike(all.map(({ value, exception }) => ({ value: value ?? null, exception: exception ?? null })))
      : compare(difference, numberOf(settings.gapMarks)) >= 0;
  if (!apart) return [];
  return [
    {
      county: first.county,
      indicator: first.indicator,
      marks: [...all]
        .sort((a, b) => (a.evaluator < b.evaluator ? -1 : 1))
        .map(({ evaluator, marks, exception }) => ({ evaluator, marks: marks ?? exception ?? null })),
      difference: difference && printNumber(difference),
      state: stateOf(place, all.length, settings),
    },
  ];
}

/** 两人相差 3 分以上 n 项, and how many of them wait for what. */
export function gapSentence(gaps: readonly AgreementGap[], gapMarks: string): Bilingual {
  const marks = printNumber(numberOf(gapMarks));
  if (gaps.length === 0) {
    return bilingual(
      `没有两人相差${marks}分以上的项目。`,
      `No two evaluators are ${marks} marks or more apart.`,
    );
  }
  const count = (...states: readonly GapState[]): number =>
    gaps.filter((one) => states.includes(one.state)).length;
  const [third, deliberation, settled] = [
    count('needsThird', 'waitsForThird'),
    count('needsDeliberation'),
    count('settled'),
  ];
  return bilingual(
    `两人相差${marks}分以上${gaps.length}项：待第三人复核${third}项，待合议${deliberation}项，已合议${settled}项。`,
    `Two evaluators are ${marks} marks or more apart on ${gaps.length}: ${third} for a third evaluator, ${deliberation} to deliberate on, ${settled} settled.`,
  );
}
