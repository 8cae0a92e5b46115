import { bilingual, type Bilingual } from '../bilingual';
import type { ValueState } from '../metrics/facts';
import { fen } from '../money/fen';
import { amountInWords } from '../money/print-money';
import {
  compare,
  negate,
  parseDecimal,
  printRounded,
  subtract,
  ZERO,
  type Rational,
} from '../numbers/rational';

export type ComparedUnit = 'percent' | 'persons' | 'posts' | 'occurrences' | 'fen';

export interface ComparedFigure {
  /** A decimal in the unit; null where none is known. */
  readonly figure: string | null;
  readonly state: ValueState;
}

export interface Compared {
  readonly unit: ComparedUnit;
  readonly left: ComparedFigure;
  readonly right: ComparedFigure;
}

/** Two counties of one year stand beside each other; two years of one county follow each other. */
export type ComparisonKind = 'counties' | 'years';

const STATES: Readonly<Record<ValueState, Bilingual>> = {
  reported: bilingual('已报', 'reported'),
  late: bilingual('迟报', 'late'),
  missing: bilingual('缺报', 'missing'),
  notApplicable: bilingual('不适用', 'not applicable'),
  notDue: bilingual('未到期', 'not due'),
};

function inWords(unit: ComparedUnit, figure: string): Bilingual {
  if (unit === 'fen') return amountInWords(fen(Number(figure)));
  if (unit === 'percent') return bilingual(`${figure}%`, `${figure}%`);
  const zh = { persons: '人', posts: '个', occurrences: '个' }[unit];
  return bilingual(`${figure}${zh}`, figure);
}

/** How far apart, as a person says it: percentages are apart by percentage points. */
function distanceInWords(unit: ComparedUnit, distance: Rational, decimals: number): Bilingual {
  const printed = printRounded(distance, decimals);
  return unit === 'percent'
    ? bilingual(`${printed}个百分点`, `${printed} percentage points`)
    : inWords(unit, printed);
}

const decimalsOf = (text: string): number => text.split('.')[1]?.length ?? 0;

/**
 * How far two figures are apart: of counties only by how much, of years also which way it went. Never which is better: a
 * larger figure is not always a better one, and counties are not ranked. A figure that is not known is said with its
 * state, and nothing is computed from it. Percentages in percentage points, money in 元.
 * Example: 98.00 and 94.80 percent of two counties: 相差3.20个百分点.
 */
export function differenceInWords({ unit, left, right }: Compared, kind: ComparisonKind): Bilingual {
  const [a, b] = [parseDecimal(left.figure ?? ''), parseDecimal(right.figure ?? '')];
  if (!a || !b || left.figure === null || right.figure === null) return notCompared(left, right, kind);
  const change = subtract(b, a);
  const direction = compare(change, ZERO);
  if (direction === 0) {
    return kind === 'years' ? bilingual('没有变化', 'no change') : bilingual('相同', 'the same');
  }
  const decimals = Math.max(decimalsOf(left.figure), decimalsOf(right.figure));
  const distance = distanceInWords(unit, direction < 0 ? negate(change) : change, decimals);
  if (kind === 'counties') return bilingual(`相差${distance.zh}`, `${distance.en} apart`);
  return direction > 0
    ? bilingual(`增加${distance.zh}`, `up by ${distance.en}`)
    : bilingual(`减少${distance.zh}`, `down by ${distance.en}`);
}

function notCompared(left: ComparedFigure, right: ComparedFigure, kind: ComparisonKind): Bilingual {
  const sides =
    kind === 'years'
      ? [bilingual('前一年度', 'the first year'), bilingual('后一年度', 'the second year')]
      : [bilingual('左侧', 'the left side'), bilingual('右侧', 'the right side')];
  const open = [left, right].flatMap(({ figure, state }, index) => {
    const side = sides[index];
    return figure === null && side
      ? [bilingual(`${side.zh}${STATES[state].zh}`, `${side.en}: ${STATES[state].en}`)]
      : [];
  });
  return bilingual(
    `不作比较：${open.map(({ zh }) => zh).join('，')}`,
    `not compared (${open.map(({ en }) => en).join(', ')})`,
  );
}

export interface ComparedSide {
  readonly name: string;
  readonly year: number;
}

/**
 * The comparison in one sentence: how many figures are alike, and of the others how far apart they are, in the order in
 * which they stand; those that are not known are counted. It puts nobody first.
 * Example: 演示甲县、演示乙县2025年度对照5项：1项相同；在岗率相差3.20个百分点（98.00%与94.80%）；3项不作比较。
 */
export function comparisonSentence(
  {
    left,
    right,
    kind,
  }: { readonly left: ComparedSide; readonly right: ComparedSide; readonly kind: ComparisonKind },
  measures: readonly (Compared & { readonly name: Bilingual })[],
): Bilingual {
  const known = measures.filter((one) => one.left.figure !== null && one.right.figure !== null);
  const isSame = ({ left: a, right: b }: Compared): boolean =>
    compare(parseDecimal(a.figure ?? '') ?? ZERO, parseDecimal(b.figure ?? '') ?? ZERO) === 0;
  const same = known.filter(isSame).length;
  const parts = known
    .filter((one) => !isSame(one))
    .map((one) => {
      const words = differenceInWords(one, kind);
      const [a, b] = [inWords(one.unit, one.left.figure ?? ''), inWords(one.unit, one.right.figure ?? '')];
      return bilingual(
        `${one.name.zh}${words.zh}（${a.zh}${kind === 'years' ? '→' : '与'}${b.zh}）`,
        `${one.name.en}: ${words.en} (${a.en} ${kind === 'years' ? '→' : 'and'} ${b.en})`,
      );
    });
  const head =
    kind === 'years'
      ? bilingual(
          `${left.name}${left.year}年度与${right.year}年度对照${measures.length}项`,
          `${left.name}, ${left.year} and ${right.year}, ${measures.length} figures`,
        )
      : bilingual(
          `${left.name}、${right.name}${left.year}年度对照${measures.length}项`,
          `${left.name} and ${right.name}, ${left.year}, ${measures.length} figures`,
        );
  const unknown = measures.length - known.length;
  const all = [
    bilingual(`${same}项相同`, `${same} the same`),
    ...parts,
    ...(unknown > 0 ? [bilingual(`${unknown}项不作比较`, `${unknown} not compared`)] : []),
  ];
  return bilingual(
    `${head.zh}：${all.map(({ zh }) => zh).join('；')}。`,
    `${head.en}: ${all.map(({ en }) => en).join('; ')}.`,
  );
}
