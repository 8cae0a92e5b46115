import type { Bilingual } from '../bilingual';
import { bilingual } from '../bilingual';
import { METRICS } from '../metrics/catalogue';
import type { CountyYearFacts } from '../metrics/facts';
import { DEFAULT_METRIC_SETTINGS, type MetricCode } from '../metrics/metric';
import { printRounded, rational } from '../numbers/rational';
import { metricsOnWall, type WallPageId } from './wall-figures';

/** One cell beside a county. `done` of `due` is drawn as a bar; null where there is nothing to count. */
export interface WallCell {
  readonly text: Bilingual;
  readonly done: number | null;
  readonly due: number | null;
}

export interface WallPage {
  readonly id: WallPageId;
  /** What the page answers, in one sentence counted from the figures. */
  readonly sentence: Bilingual;
  /** The city's sums, each with its name. */
  readonly sums: readonly { readonly name: Bilingual; readonly text: Bilingual }[];
  readonly columns: readonly Bilingual[];
  /** One row a county, in the order in which they were given: the official one. */
  readonly rows: readonly { readonly county: string; readonly cells: readonly WallCell[] }[];
}

/** One county of the wall. */
export interface WallCounty {
  readonly county: string;
  /** Null: nothing was to be gathered of it. */
  readonly facts: CountyYearFacts | null;
  /** 应办已办: what fell due up to the day of the facts, and how much of it is done. */
  readonly duties: { readonly done: number; readonly due: number };
}

export const words = (text: Bilingual): WallCell => ({ text, done: null, due: null });

/** "12 / 12", drawn as a bar; where nothing is due yet it says so and draws none. */
export const parts = (done: number, due: number, text: Bilingual): WallCell =>
  due === 0 ? words(NOTHING_DUE_YET) : { text, done, due };

export const NOTHING_DUE_YET = bilingual('未到期', 'not due');

export const factsOf = (counties: readonly WallCounty[]): readonly CountyYearFacts[] =>
  counties.flatMap(({ facts }) => (facts ? [facts] : []));

/** What a page says where nothing of its year was to be gathered. */
export const nothingGathered = (year: number): Bilingual =>
  bilingual(`${year} 年尚无到期事项。`, `Nothing of ${year} is due yet.`);

/** The name of each rate of the page that the wall may print, as a column head. */
export const rateNames = (page: WallPageId): readonly Bilingual[] =>
  metricsOnWall(page).map((code) => METRICS[code].definition.name);

/** Those rates of one county: percent with two decimals, half up; what is not due or cannot be computed has a dash. */
export const rateCells = (page: WallPageId, facts: CountyYearFacts | null): readonly WallCell[] =>
  metricsOnWall(page).map((code) => words(percentOf(code, facts ? [facts] : [])));

/** Those rates of all counties together: the sum of what was done over the sum of what was due, never a mean of rates. */
export const rateSums = (
  page: WallPageId,
  facts: readonly CountyYearFacts[],
): readonly { readonly name: Bilingual; readonly text: Bilingual }[] =>
  metricsOnWall(page).map((code) => ({
    name: METRICS[code].definition.name,
    text: percentOf(code, facts),
  }));

const NO_RATE = bilingual('—', '—');

/** A county whose rate is missing leaves the sum out: a missing figure is never a zero. */
function percentOf(code: MetricCode, facts: readonly CountyYearFacts[]): Bilingual {
  let numerator = 0n;
  let denominator = 0n;
  for (const one of facts) {
    const computed = METRICS[code].compute(one, DEFAULT_METRIC_SETTINGS);
    if (!computed.ok) return NO_RATE;
    const { state, numerator: part, denominator: whole } = computed.value;
    if (state === 'missing') return NO_RATE;
    if (part === null || whole === null || state !== 'reported') continue;
    numerator += BigInt(part);
    denominator += BigInt(whole);
  }
  if (denominator === 0n) return NO_RATE;
  const said = `${printRounded(rational(numerator * 100n, denominator), 2)}%`;
  return bilingual(said, said);
}
