import type { Step } from '../apportionment/explaining/sheet-step';
import { bilingual, type Bilingual } from '../bilingual';
import { multiply, rational, type Rational } from '../numbers/rational';
import { nearestDouble } from '../weighting/nearest-double';
import { twelveDigits } from '../weighting/twelve-digits';
import { alphaInterval } from './alpha-interval';
import { printSixDigits } from './explain-decimals';
import { disagreementSteps } from './explain-disagreement';
import { iccIntervalSteps } from './explain-icc-interval';
import { ICC_FORMS, type IccEstimate, type IccForm } from './intraclass-correlation';
import type { KendallWorking } from './kendall-w';
import type { AlphaWorking } from './krippendorff-alpha';
import { meanSquares, type MeanSquares } from './mean-squares';
import type { MeasurementLevel } from './rating-distances';
import type { Interval, Ratings } from './ratings';
import { severity, type Severity } from './severity';
import { judgementSentence, tooFewToJudge } from './too-few-to-judge';

/** May a coefficient be believed? Its 95 % interval, whether that is too wide, and the sentence that says so. */
export interface AgreementJudgement {
  readonly interval: Interval | null;
  readonly tooFew: boolean;
  readonly sentence: Bilingual;
}

export interface AgreementExplanation {
  readonly steps: readonly Step[];
  /** Under "alpha", or under each form of the ICC; Kendall's W has no interval and so none. */
  readonly judgements: Readonly<Partial<Record<'alpha' | IccForm, AgreementJudgement>>>;
  /** One a rater; empty where ratings are names (nominal) or ranks (ordinal), which have no differences. */
  readonly severity: readonly Severity[];
}

const NO_VARIATION: Step = {
  label: bilingual(
    '可比较的评分没有差异，统计量无从计算',
    'the ratings that can be compared do not vary: the statistic does not exist',
  ),
  expression: '0 ÷ 0',
  result: '—',
};

const print = (value: Rational): string => printSixDigits(nearestDouble(value));

function judgementOf(interval: Interval | null, things: number): AgreementJudgement {
  const rounded: Interval | null = interval && [twelveDigits(interval[0]), twelveDigits(interval[1])];
  return {
    interval: rounded,
    tooFew: tooFewToJudge(rounded, things),
    sentence: judgementSentence(rounded, things),
  };
}

/** Alpha as one minus observed by expected disagreement, its interval by the jackknife, and each rater's severity. */
export function explainAlpha(
  ratings: Ratings,
  level: MeasurementLevel,
  working: AlphaWorking,
): AgreementExplanation {
  const { units, pairable, alpha } = working;
  const steps: Step[] = [
    {
      label: bilingual(
        `至少两人评分的对象 ${units.length} 个，共有评分（个）`,
        `ratings of the ${units.length} ${units.length === 1 ? 'thing' : 'things'} that two or more rated`,
      ),
      expression: units.map((unit) => unit.ratings).join(' + ') || '0',
      result: String(pairable),
    },
  ];
  steps.push(...(alpha ? disagreementSteps(ratings, level, { ...working, alpha }) : [NO_VARIATION]));
  return {
    steps,
    judgements: { alpha: judgementOf(alphaInterval(working), units.length) },
    severity: level === 'interval' || level === 'ratio' ? severity(ratings) : [],
  };
}

/** The mean squares that all six forms are made of, formula and interval of each, its judgement, the raters' severity. */
export function explainIcc(
  ratings: Ratings,
  estimates: Readonly<Record<IccForm, IccEstimate>> | null,
): AgreementExplanation {
  const squares = meanSquares(ratings);
  const { things: n, raters: k } = squares;
  const [rows, columns] = [print(squares.rows), print(squares.columns)];
  const [error, within] = [print(squares.error), print(squares.within)];
  const formulas: Readonly<Record<IccForm, string>> = {
    '1,1': `(${rows} − ${within}) ÷ (${rows} + ${k - 1} × ${within})`,
    '2,1': `(${rows} − ${error}) ÷ (${rows} + ${k - 1} × ${error} + ${k} ÷ ${n} × (${columns} − ${error}))`,
    '3,1': `(${rows} − ${error}) ÷ (${rows} + ${k - 1} × ${error})`,
    '1,k': `(${rows} − ${within}) ÷ ${rows}`,
    '2,k': `(${rows} − ${error}) ÷ (${rows} + (${columns} − ${error}) ÷ ${n})`,
    '3,k': `(${rows} − ${error}) ÷ ${rows}`,
  };
  return {
    steps: [
      ...meanSquareSteps(squares),
      ...(estimates
        ? ICC_FORMS.flatMap((form): readonly Step[] => {
            const { value } = estimates[form];
            const coefficient: Step = {
              label: bilingual(`组内相关系数 ICC(${form})`, `intraclass correlation ICC(${form})`),
              expression: formulas[form],
              result: value ? print(value) : '—',
            };
            return [coefficient, ...iccIntervalSteps(form, squares, estimates[form])];
          })
        : [NO_VARIATION]),
    ],
    judgements: estimates
      ? Object.fromEntries(ICC_FORMS.map((form) => [form, judgementOf(estimates[form].interval, n)]))
      : {},
    severity: severity(ratings),
  };
}

/** Each mean square as its sum of squares ÷ its degrees of freedom, and what is squared. */
function meanSquareSteps({
  things: n,
  raters: k,
  rows,
  columns,
  error,
  within,
}: MeanSquares): readonly Step[] {
  const step = (label: Bilingual, mean: Rational, degrees: number): Step => ({
    label,
    expression: `${print(multiply(mean, rational(degrees)))} ÷ ${degrees}`,
    result: print(mean),
  });
  return [
    step(
      bilingual(
        `对象间均方 MSR = 平方和（各对象平均分与总平均分之差的平方之和 × ${k}）÷ 自由度（对象数 − 1）`,
        `mean square between things MSR = sum of squares (distances of the means of things from the grand mean, squared, × ${k}) ÷ degrees of freedom (things − 1)`,
      ),
      rows,
      n - 1,
    ),
    step(
      bilingual(
        `评价人员间均方 MSC = 平方和（各评价人员平均分与总平均分之差的平方之和 × ${n}）÷ 自由度（评价人员数 − 1）`,
        `mean square between raters MSC = sum of squares (distances of the means of raters from the grand mean, squared, × ${n}) ÷ degrees of freedom (raters − 1)`,
      ),
      columns,
      k - 1,
    ),
    step(
      bilingual(
        '残差均方 MSE = 平方和（各评分与总平均分之差的平方之和，减去对象间和评价人员间的平方和）÷ 自由度〔（对象数 − 1）×（评价人员数 − 1）〕',
        'residual mean square MSE = sum of squares (distances of all ratings from the grand mean, squared, less the sums between things and between raters) ÷ degrees of freedom [(things − 1) × (raters − 1)]',
      ),
      error,
      (n - 1) * (k - 1),
    ),
    step(
      bilingual(
        '对象内均方 MSW = 平方和（评价人员间与残差的平方和相加）÷ 自由度〔对象数 ×（评价人员数 − 1）〕',
        'mean square within things MSW = sum of squares (between raters and residual together) ÷ degrees of freedom [things × (raters − 1)]',
      ),
      within,
      n * (k - 1),
    ),
  ];
}

/** Rank sums, their squared distances, ties and W, and the raters' severity. */
export function explainKendall(
  ratings: Ratings,
  { rankSums, s, ties, w }: KendallWorking,
): AgreementExplanation {
  const [n, m] = [ratings.length, ratings[0]?.length ?? 0];
  return {
    steps: [
      {
        label: bilingual(
          '各对象名次合计与其平均数之差的平方和 S（并列取中间名次）',
          'S: squared distances of the rank sums from their mean (mid-ranks for ties)',
        ),
        expression: rankSums.map(print).join(', '),
        result: print(s),
      },
      w
        ? {
            label: bilingual(
              '肯德尔和谐系数 W = 12S ÷ (m²(n³ − n) − mΣT)，T = t³ − t',
              'Kendall W = 12S ÷ (m²(n³ − n) − mΣT), T = t³ − t',
            ),
            expression: `12 × ${print(s)} ÷ (${m}² × (${n}³ − ${n}) − ${m} × ${ties})`,
            result: print(w),
          }
        : NO_VARIATION,
    ],
    judgements: {},
    severity: severity(ratings),
  };
}
