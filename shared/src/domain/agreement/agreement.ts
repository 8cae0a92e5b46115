import type { Rational } from '../numbers/rational';
import { accepted, refusal, refused, type Outcome, type Refusal } from '../refusal';
import { nearestDouble } from '../weighting/nearest-double';
import { twelveDigits } from '../weighting/twelve-digits';
import { explainAlpha, explainIcc, explainKendall, type AgreementExplanation } from './explain-agreement';
import { ICC_FORMS, intraclassCorrelation, type IccEstimate, type IccForm } from './intraclass-correlation';
import { kendallW } from './kendall-w';
import { krippendorffAlpha } from './krippendorff-alpha';
import type { MeasurementLevel } from './rating-distances';
import { missingRefusals, negativeRefusals, ratingsRefusals, type Interval, type Ratings } from './ratings';
import { lengthRefusals, ratioRefusals } from './size-refusals';

export type AgreementStatistic = 'krippendorff' | 'icc' | 'kendall';

export interface AgreementInput {
  readonly ratings: Ratings;
  readonly statistic: AgreementStatistic;
  /** Of krippendorff only; default 'interval'. */
  readonly level?: MeasurementLevel | undefined;
}

/** Null stands where nothing varies, and where a form of the ICC divides by 0. */
export type AgreementFigures =
  | { readonly alpha: number | null }
  | {
      readonly icc: Readonly<Record<IccForm, number | null>> | null;
      readonly intervals: Readonly<Record<IccForm, Interval | null>> | null;
    }
  | { readonly w: number | null };

export type AgreementAnswer = AgreementFigures & { readonly explanation?: AgreementExplanation };

/**
 * How far raters agree: Krippendorff's alpha, the six intraclass correlations with 95 % intervals, or Kendall's W.
 * Coefficients are exact until they are rounded to 12 significant digits, so neither the order of the raters nor that
 * of the rated things changes a digit of them. No variation: the statistic (for icc: both `icc` and `intervals`) is null.
 *
 * Refuses, with the pointer: fewer than two rows or columns; rows of different lengths; under icc and kendall a missing
 * rating, and a `level`, which they have no use for; a negative rating at the ratio level; a rating beyond 10^100; more
 * ratings than can be worked on, in all or at the ratio level (`lengthRefusals`, `ratioRefusals`).
 *
 * Example: [[1, 1], [2, 2], [3, 4]] has alpha 1 − 5/41 = 0.878048780488.
 */
export function agreement(
  input: AgreementInput,
  options: { readonly explain?: boolean } = {},
): Outcome<AgreementAnswer> {
  const refusals = refusalsOf(input);
  if (refusals.length > 0) return refused(refusals);
  const { ratings, statistic, level = 'interval' } = input;
  const explained = (explanation: () => AgreementExplanation) =>
    options.explain ? { explanation: explanation() } : {};
  switch (statistic) {
    case 'krippendorff': {
      const working = krippendorffAlpha(ratings, level);
      return accepted({
        alpha: printed(working.alpha),
        ...explained(() => explainAlpha(ratings, level, working)),
      });
    }
    case 'icc': {
      const estimates = intraclassCorrelation(ratings);
      return accepted({
        icc: estimates && byForm((form) => printed(estimates[form].value)),
        intervals: estimates && byForm((form) => printedInterval(estimates[form])),
        ...explained(() => explainIcc(ratings, estimates)),
      });
    }
    case 'kendall': {
      const working = kendallW(ratings);
      return accepted({ w: printed(working.w), ...explained(() => explainKendall(ratings, working)) });
    }
  }
}

const printed = (value: Rational | null): number | null => value && twelveDigits(nearestDouble(value));

const printedInterval = ({ interval }: IccEstimate): Interval | null =>
  interval && [twelveDigits(interval[0]), twelveDigits(interval[1])];

const byForm = <Value>(of: (form: IccForm) => Value): Readonly<Record<IccForm, Value>> =>
  Object.fromEntries(ICC_FORMS.map((form) => [form, of(form)])) as Record<IccForm, Value>;

function refusalsOf({ ratings, statistic, level }: AgreementInput): readonly Refusal[] {
  const faults = [...levelRefusals(statistic, level), ...ratingsRefusals(ratings)];
  if (faults.length > 0) return faults;
  const tooLong = lengthRefusals(ratings);
  if (tooLong.length > 0) return tooLong;
  if (statistic !== 'krippendorff') return missingRefusals(ratings);
  if (level !== 'ratio') return [];
  const negative = negativeRefusals(ratings);
  return negative.length > 0 ? negative : ratioRefusals(ratings);
}

const levelRefusals = (
  statistic: AgreementStatistic,
  level: MeasurementLevel | undefined,
): readonly Refusal[] =>
  level === undefined || statistic === 'krippendorff'
    ? []
    : [
        refusal(
          '/level',
          `测量水平（level）只用于 krippendorff，对 ${statistic} 不起作用，请删去`,
          `A level belongs to krippendorff only and would change nothing in ${statistic}; remove it`,
        ),
      ];
