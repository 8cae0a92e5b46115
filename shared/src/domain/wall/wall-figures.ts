import { METRICS } from '../metrics/catalogue';
import type { DisclosureClass, MetricCode, MetricDefinition } from '../metrics/metric';

/** The four pages of the wall (product.md, `/screen`), in their order. */
export type WallPageId = 'money' | 'wages' | 'duties' | 'findings';

/** What each page would print beside its counts, if its class let it. */
const WANTED: Readonly<Record<WallPageId, readonly MetricCode[]>> = {
  money: ['executionRateOfReceipts', 'receiptTimeliness', 'passOnTimeliness', 'cityPartPassedOn'],
  wages: ['executionRateOfBudget', 'wageTimeliness', 'socialInsuranceCoverage'],
  duties: ['filingTimeliness', 'inspectionCompletion'],
  findings: ['rectificationTimeliness'],
};

/** What a metric's class is looked up in. */
export type Classes = Readonly<
  Record<MetricCode, { readonly definition: Pick<MetricDefinition, 'disclosure'> }>
>;

/**
 * A wall hangs where anyone walks past: what stands on it is 主动公开 and nothing more restricted, whoever opened it.
 * Example: the execution rate (主动公开) may, the share of wages paid in time (内部) may not.
 */
export const mayStandOnWall = ({ disclosure }: { readonly disclosure: DisclosureClass }): boolean =>
  disclosure === 'public';

/**
 * The metrics that a page of the wall prints: of those that it wants, the ones whose class lets them stand there. The others
 * are left out without a word, since an empty box would tell that there is something to hide. A class that is changed in the
 * catalogue changes the wall.
 */
export const metricsOnWall = (page: WallPageId, catalogue: Classes = METRICS): readonly MetricCode[] =>
  WANTED[page].filter((code) => mayStandOnWall(catalogue[code].definition));

/** Amounts received and spent are told by the metric that divides them: they stand there where it does. */
export const showsAmountsReceived = (catalogue: Classes = METRICS): boolean =>
  mayStandOnWall(catalogue.executionRateOfReceipts.definition);
