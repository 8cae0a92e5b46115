import type { Step } from '../apportionment/explaining/sheet-step';
import { bilingual, type Bilingual } from '../bilingual';
import { add, divide, type Rational } from '../numbers/rational';
import { nearestDouble } from '../weighting/nearest-double';
import { printDecimals, printSixDigits } from './explain-decimals';
import type { IccEstimate, IccForm } from './intraclass-correlation';
import type { MeanSquares } from './mean-squares';
import { fQuantile } from './quantiles';

const TAIL = 0.025;

const print = (value: Rational): string => printSixDigits(nearestDouble(value));

/** Two quantiles of F: the lower end is made with the first, the upper with the second. */
interface Quantiles {
  readonly words: Bilingual;
  readonly low: string;
  readonly high: string;
}

/**
 * The line that says from which quantiles of F the interval of a form comes, and repeats it with them: F1 gives the
 * lower end, F2 the upper (K. O. McGraw and S. P. Wong, Psych. Methods 1, 1996). None where the form has no
 * interval, or where raters agree on everything, so that it takes no quantile.
 */
export function iccIntervalSteps(
  form: IccForm,
  squares: MeanSquares,
  { interval }: IccEstimate,
): readonly Step[] {
  const isAgreement = form.startsWith('2');
  if (!interval || (isAgreement && add(squares.columns, squares.error).numerator === 0n)) return [];
  const quantiles = isAgreement ? agreementQuantiles(squares) : ratioQuantiles(form, squares);
  const [low, high] = endsOf(form, squares, quantiles);
  return [
    {
      label: bilingual(
        `ICC(${form}) 的 95% 区间，${quantiles.words.zh}`,
        `95 % interval of ICC(${form}), ${quantiles.words.en}`,
      ),
      expression: `${low} … ${high}`,
      result: `${printDecimals(interval[0], 3)} … ${printDecimals(interval[1], 3)}`,
    },
  ];
}

/** Both ends as sums: forms 1 and 3 from the quotient of two mean squares, form 2 from three. */
function endsOf(
  form: IccForm,
  { things: n, raters: k, ...squares }: MeanSquares,
  { low, high }: Quantiles,
): readonly [string, string] {
  const rows = print(squares.rows);
  if (form.startsWith('2')) {
    const [columns, error] = [print(squares.columns), print(squares.error)];
    const end = (f: string): string =>
      form === '2,1'
        ? `${n} × (${f} × ${rows} − ${error}) ÷ (${k} × ${columns} + ${k * n - k - n} × ${error} + ${n} × ${f} × ${rows})`
        : `${n} × (${f} × ${rows} − ${error}) ÷ (${columns} − ${error} + ${n} × ${f} × ${rows})`;
    return [end(low), end(high)];
  }
  const rest = print(form.startsWith('1') ? squares.within : squares.error);
  return form.endsWith('1')
    ? [
        `(${rows} − ${low} × ${rest}) ÷ (${rows} + ${k - 1} × ${low} × ${rest})`,
        `(${high} × ${rows} − ${rest}) ÷ (${high} × ${rows} + ${k - 1} × ${rest})`,
      ]
    : [`1 − ${low} × ${rest} ÷ ${rows}`, `1 − ${rest} ÷ (${high} × ${rows})`];
}

function ratioQuantiles(form: IccForm, { things: n, raters: k }: MeanSquares): Quantiles {
  const [between, rest] = [n - 1, form.startsWith('1') ? n * (k - 1) : (n - 1) * (k - 1)];
  const low = printSixDigits(fQuantile(TAIL, between, rest));
  const high = printSixDigits(fQuantile(TAIL, rest, between));
  return {
    low,
    high,
    words: bilingual(
      `F 分布的 0.975 分位数：下限用 F(0.975; ${between}, ${rest}) = ${low}，上限用 F(0.975; ${rest}, ${between}) = ${high}`,
      `0.975 quantiles of F: lower end F(0.975; ${between}, ${rest}) = ${low}, upper end F(0.975; ${rest}, ${between}) = ${high}`,
    ),
  };
}

/** Form 2 has v degrees of freedom after Satterthwaite; mean squares as shares of their sum keep within doubles. */
function agreementQuantiles({ things: n, raters: k, ...squares }: MeanSquares): Quantiles {
  const whole = [squares.rows, squares.columns, squares.error].reduce(add);
  const [rows = 0, columns = 0, error = 0] = [squares.rows, squares.columns, squares.error].map((square) =>
    nearestDouble(divide(square, whole)),
  );
  const a = (rows - error) / (columns + (n - 1) * error);
  const b = 1 + (n - 1) * a;
  const spread = (a * columns) ** 2 / (k - 1) + (b * error) ** 2 / ((n - 1) * (k - 1));
  const v = rows === 0 ? 0 : rows ** 2 / spread;
  const low = printSixDigits(fQuantile(1 - TAIL, v, n - 1));
  const high = printSixDigits(fQuantile(TAIL, v, n - 1));
  const [degrees, slope, factor] = [v, a, b].map(printSixDigits);
  return {
    low,
    high,
    words: bilingual(
      `F 分布的分位数：下限用 F(0.025; v, ${n - 1}) = ${low}，上限用 F(0.975; v, ${n - 1}) = ${high}；自由度 v = 对象间均方² ÷〔(a × 评价人员间均方)² ÷ ${k - 1} + (b × 残差均方)² ÷ ${(n - 1) * (k - 1)}〕= ${degrees}，a = ${slope}，b = ${factor}（a =（对象间均方 − 残差均方）÷（评价人员间均方 + ${n - 1} × 残差均方），b = 1 + ${n - 1} × a）`,
      `quantiles of F: lower end F(0.025; v, ${n - 1}) = ${low}, upper end F(0.975; v, ${n - 1}) = ${high}; degrees of freedom v = MSR² ÷ [(a × MSC)² ÷ ${k - 1} + (b × MSE)² ÷ ${(n - 1) * (k - 1)}] = ${degrees}, a = ${slope}, b = ${factor} (a = (MSR − MSE) ÷ (MSC + ${n - 1} × MSE), b = 1 + ${n - 1} × a)`,
    ),
  };
}
