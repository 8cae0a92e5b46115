import { fen, type Fen } from '../../money/fen';
import type { WageSums } from './sum-wage-list';

/** What the sheet says of a part of the wages already; null: nothing yet. */
export type RecordedPart = Fen | 'notApplicable' | null;

/** The parts of the wages that a list may lack, as the sheet has them. */
export interface RecordedParts {
  readonly cityPartPaid: RecordedPart;
  readonly countyPart: RecordedPart;
}

/**
 * What each item of the spending sheet takes of a list (amounts in 分), by item; what the list does not say is not in it.
 * The gross wages are the city and the county part together, as the sheet's own rule has it: of the part that the list
 * lacks the sheet's counts, one that does not apply adds nothing, and as long as one is unknown the sum is, too.
 * Example: a list of the city part alone, 15,000 yuan, where the sheet has 9,000 of the county part: gross 24,000.
 */
export function spendingOfWageList(
  { persons, amounts, paidOn }: WageSums,
  recorded: RecordedParts,
): ReadonlyMap<string, string> {
  const { cityPart, countyAdvance, countyPart, socialInsurance } = amounts;
  const saysAPart = cityPart !== undefined || countyPart !== undefined;
  const city = cityPart ?? recorded.cityPartPaid;
  const county = countyPart ?? recorded.countyPart;
  const found: readonly (readonly [string, number | string | null | undefined])[] = [
    ['personsPaid', persons],
    ['cityPartPaid', cityPart],
    ['countyAdvance', countyAdvance],
    ['countyPart', countyPart],
    ['grossWage', saysAPart ? together(city, county) : null],
    ['socialInsurance', socialInsurance],
    ['paidOn', paidOn],
  ];
  return new Map(
    found.flatMap(([item, value]) =>
      value === null || value === undefined ? [] : [[item, String(value)] as const],
    ),
  );
}

function together(city: RecordedPart, county: RecordedPart): Fen | null {
  if (city === null || county === null) return null;
  return fen(appliedOf(city) + appliedOf(county));
}

const appliedOf = (part: Fen | 'notApplicable'): number => (part === 'notApplicable' ? 0 : part);
