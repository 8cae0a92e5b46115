import { alphaInterval } from '../agreement/alpha-interval';
import { printDecimals } from '../agreement/explain-decimals';
import { krippendorffAlpha } from '../agreement/krippendorff-alpha';
import type { Ratings } from '../agreement/ratings';
import { severity, type Severity } from '../agreement/severity';
import { judgementSentence, tooFewToJudge } from '../agreement/too-few-to-judge';
import type { Bilingual } from '../bilingual';
import type { Rational } from '../numbers/rational';
import { readNumeral } from '../scoring/numbers/numeral';
import { nearestDouble } from '../weighting/nearest-double';
import { leafOfCounty, type GivenMark } from './agreement-gaps';

export interface IndicatorAgreement {
  readonly indicator: string;
  /** Counties that at least two evaluators marked on it. */
  readonly things: number;
  /** Krippendorff’s alpha (interval level) with three decimals; null where nothing differs or nothing can be compared. */
  readonly alpha: string | null;
  readonly tooFew: boolean;
  readonly judgement: Bilingual;
}

export interface EvaluatorSeverity {
  readonly evaluator: string;
  readonly things: number;
  /** In marks, two decimals; null without a thing that another marked too. */
  readonly difference: string | null;
  /** It tells the evaluator by the place in this list, counted from 1. */
  readonly sentence: Bilingual;
}

/** The appendix of the lead evaluator: how far evaluators agree, and who marks how strictly. It changes no score. */
export interface AgreementAppendix {
  readonly indicators: readonly IndicatorAgreement[];
  readonly evaluators: readonly EvaluatorSeverity[];
  /** By county: by how many marks its total would be lower without 评分宽严差异, an estimate; never applied. */
  readonly effects: readonly { readonly county: string; readonly marks: string }[];
}

const numberOf = (text: string): Rational => {
  const number = readNumeral(text);
  if (number === null) throw new RangeError(`${text} is no decimal.`);
  return number;
};

/** Rows in the order of `places`, columns in that of `evaluators`. */
function tableOf(
  given: readonly GivenMark[],
  places: readonly string[],
  evaluators: readonly string[],
): Ratings {
  const marks = new Map(
    given.map((one) => [`${leafOfCounty(one)}/${one.evaluator}`, numberOf(one.marks ?? '')]),
  );
  return places.map((place) => evaluators.map((evaluator) => marks.get(`${place}/${evaluator}`) ?? null));
}

function ofIndicator(
  indicator: string,
  given: readonly GivenMark[],
  evaluators: readonly string[],
): IndicatorAgreement {
  const own = given.filter((one) => one.indicator === indicator);
  const working = krippendorffAlpha(
    tableOf(own, [...new Set(own.map(leafOfCounty))], evaluators),
    'interval',
  );
  const interval = alphaInterval(working);
  const things = working.units.length;
  return {
    indicator,
    things,
    alpha: working.alpha && printDecimals(nearestDouble(working.alpha), 3),
    tooFew: tooFewToJudge(interval, things),
    judgement: judgementSentence(interval, things),
  };
}

/** The mean severity of those who marked a leaf is what the mean of their marks owes to it. */
function effectsOf(
  given: readonly GivenMark[],
  evaluators: readonly string[],
  found: readonly Severity[],
): AgreementAppendix['effects'] {
  const differences = new Map(evaluators.map((one, place) => [one, found[place]?.difference ?? 0]));
  const leaves = new Map<string, { county: string; sum: number; count: number }>();
  for (const one of given) {
    const leaf = leaves.get(leafOfCounty(one)) ?? { county: one.county, sum: 0, count: 0 };
    leaf.sum += differences.get(one.evaluator) ?? 0;
    leaf.count += 1;
    leaves.set(leafOfCounty(one), leaf);
  }
  const byCounty = new Map<string, number>();
  for (const { county, sum, count } of leaves.values()) {
    byCounty.set(county, (byCounty.get(county) ?? 0) + sum / count);
  }
  // Sums of doubles: what is no hundredth of a mark is nothing.
  return [...byCounty].map(([county, marks]) => ({
    county,
    marks: printDecimals(Math.round(marks * 100) / 100, 2),
  }));
}

/**
 * Agreement of a round, of the leaves in `averaged` (those whose rule puts several marks together), evaluators in the order
 * of their names. Alpha is computed for each leaf alone, because leaves of different marks are no one scale; severity over
 * all of them. The effect on a county’s total is the sum over its leaves of the mean severity of those who marked it.
 */
export function agreementAppendix(all: readonly GivenMark[], averaged: readonly string[]): AgreementAppendix {
  const given = all.filter((one) => one.marks !== null && averaged.includes(one.indicator));
  const evaluators = [...new Set(given.map((one) => one.evaluator))].sort();
  if (given.length === 0) return { indicators: [], evaluators: [], effects: [] };
  const found = severity(tableOf(given, [...new Set(given.map(leafOfCounty))], evaluators));
  return {
    indicators: averaged.map((indicator) => ofIndicator(indicator, given, evaluators)),
    evaluators: evaluators.map((evaluator, place) => {
      const { things = 0, difference = null, sentence = { zh: '', en: '' } } = found[place] ?? {};
      return {
        evaluator,
        things,
        difference: difference === null ? null : printDecimals(difference, 2),
        sentence,
      };
    }),
    effects: effectsOf(given, evaluators, found),
  };
}
