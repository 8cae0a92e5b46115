import { METRICS } from '../metrics/catalogue';
import type { DisclosureClass, MetricCode } from '../metrics/metric';
import {
  mayStandOnWall,
  metricsOnWall,
  showsAmountsReceived,
  type Classes,
  type WallPageId,
} from './wall-figures';

const CODES = Object.keys(METRICS) as readonly MetricCode[];
const PAGES: readonly WallPageId[] = ['money', 'wages', 'duties', 'findings'];

/** The catalogue with every metric in one class, but for some. */
const catalogueOf = (
  disclosure: DisclosureClass,
  but: Partial<Record<MetricCode, DisclosureClass>> = {},
): Classes =>
  Object.fromEntries(
    CODES.map((code) => [code, { definition: { disclosure: but[code] ?? disclosure } }]),
  ) as unknown as Classes;

describe('what may stand on the wall', () => {
  test.each(CODES)('%s stands there only if it is 主动公开', (code) => {
    const { definition } = METRICS[code];
    const isShown = PAGES.some((page) => metricsOnWall(page).includes(code));
    expect(mayStandOnWall(definition)).toBe(definition.disclosure === 'public');
    if (isShown) expect([code, definition.disclosure]).toEqual([code, 'public']);
  });

  test('today the execution rates are all that stands there of the catalogue', () => {
    expect(PAGES.flatMap((page) => metricsOnWall(page))).toEqual([
      'executionRateOfReceipts',
      'executionRateOfBudget',
    ]);
    expect(showsAmountsReceived()).toBe(true);
  });

  test('a metric whose class is narrowed leaves the wall, and the amounts that it tells leave with it', () => {
    for (const disclosure of ['internal', 'closed'] as const) {
      const narrowed = catalogueOf('public', { executionRateOfReceipts: disclosure });
      expect(metricsOnWall('money', narrowed)).not.toContain('executionRateOfReceipts');
      expect(showsAmountsReceived(narrowed)).toBe(false);
      expect(PAGES.flatMap((page) => metricsOnWall(page, catalogueOf(disclosure)))).toEqual([]);
    }
  });

  test('no mark, no share of items passed and no circumstance is wanted, whatever its class', () => {
    const wanted = PAGES.flatMap((page) => metricsOnWall(page, catalogueOf('public')));
    for (const code of ['inspectionAverage', 'reoffendingRate', 'workloadPerPost', 'satisfaction'] as const) {
      expect(wanted).not.toContain(code);
    }
  });
});
