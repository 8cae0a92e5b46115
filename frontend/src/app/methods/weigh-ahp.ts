import { kendallW } from '@yuheng/shared/domain/agreement/kendall-w';
import { ONE, parseRational, rational, type Rational } from '@yuheng/shared/domain/numbers/rational';
import { accepted, type Outcome } from '@yuheng/shared/domain/refusal';
import { ahp, type AhpAnswer } from '@yuheng/shared/domain/weighting/ahp';

/** One expert's comparisons: above the diagonal, row by row, how many times more important the row is; "1/3" is less. */
export type Judgements = readonly (readonly string[])[];

/** Saaty's scale, from far less to far more important. */
export const SCALE = ['1/9', '1/7', '1/5', '1/3', '1', '3', '5', '7', '9'] as const;

/** Under it judgements count as consistent (Saaty 1980). */
export const CONSISTENT = 0.1;

export const evenJudgements = (size: number): Judgements =>
  Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (__, column) => (row < column ? '1' : '')),
  );

const reciprocal = ({ numerator, denominator }: Rational): Rational => rational(denominator, numerator);

function matrixOf(judgements: Judgements): Rational[][] {
  const above = (row: number, column: number): Rational =>
    parseRational(judgements[row]?.[column] ?? '1') ?? ONE;
  return judgements.map((_, row) =>
    judgements.map((__, column) => {
      if (row === column) return ONE;
      return row < column ? above(row, column) : reciprocal(above(column, row));
    }),
  );
}

export interface AhpAdvice {
  readonly weights: readonly number[];
  /** Of each expert alone, in their order. */
  readonly experts: readonly AhpAnswer[];
  /** Kendall's W of the experts' rankings, as a decimal; null for one expert, or where all rank everything alike. */
  readonly agreement: string | null;
}

/** The weights that the experts' comparisons give together, how consistent each is, and how far they agree. */
export function weighAhp(experts: readonly Judgements[]): Outcome<AhpAdvice> {
  const matrices = experts.map(matrixOf);
  const together = ahp({ matrices });
  if (!together.ok) return together;
  const alone: AhpAnswer[] = [];
  for (const matrix of matrices) {
    const one = ahp({ matrix });
    if (!one.ok) return one;
    alone.push(one.value);
  }
  return accepted({ weights: together.value.weights, experts: alone, agreement: agreementOf(alone) });
}

function agreementOf(experts: readonly AhpAnswer[]): string | null {
  const size = experts[0]?.weights.length ?? 0;
  if (experts.length < 2 || size < 2) return null;
  const rows = Array.from({ length: size }, (_, row) =>
    experts.map(({ weights }) => rational(BigInt(Math.round((weights[row] ?? 0) * 1e9)), 1_000_000_000n)),
  );
  const { w } = kendallW(rows);
  return w && (Number(w.numerator) / Number(w.denominator)).toFixed(2);
}
