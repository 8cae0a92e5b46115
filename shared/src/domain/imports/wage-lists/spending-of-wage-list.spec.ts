import { fen } from '../../money/fen';
import { isoDate } from '../../period/year-month';
import { spendingOfWageList, type RecordedParts } from './spending-of-wage-list';
import type { WageSums } from './sum-wage-list';

const NOTHING: RecordedParts = { cityPartPaid: null, countyPart: null };
const CITY = { cityPart: fen(1_500_000) };
const taken = (amounts: WageSums['amounts'], recorded: Partial<RecordedParts> = {}) =>
  Object.fromEntries(spendingOfWageList({ persons: 15, amounts, paidOn: null }, { ...NOTHING, ...recorded }));

describe('what the spending sheet takes of a wage list', () => {
  it('is every sum of it and the day, and the gross wages as the two parts together', () => {
    const amounts = {
      ...CITY,
      countyPart: fen(900_000),
      countyAdvance: fen(0),
      socialInsurance: fen(420_000),
    };
    const all = spendingOfWageList({ persons: 15, amounts, paidOn: isoDate('2026-04-10') }, NOTHING);
    expect(Object.fromEntries(all)).toEqual({
      personsPaid: '15',
      cityPartPaid: '1500000',
      countyAdvance: '0',
      countyPart: '900000',
      grossWage: '2400000',
      socialInsurance: '420000',
      paidOn: '2026-04-10',
    });
  });

  it.each<[string, RecordedParts['countyPart'], string | undefined]>([
    ['counts as the sheet has it', fen(900_000), '2400000'],
    ['adds nothing where it does not apply', 'notApplicable', '1500000'],
    ['leaves the gross wages unsaid where nobody has said it', null, undefined],
  ])('a part that the list lacks %s', (_, countyPart, gross) => {
    const { grossWage, ...others } = taken(CITY, { countyPart });
    expect(grossWage).toBe(gross);
    expect(others).toEqual({ personsPaid: '15', cityPartPaid: '1500000' });
  });

  it('goes before what the sheet had of the same part', () => {
    expect(taken(CITY, { cityPartPaid: fen(1), countyPart: fen(0) })['grossWage']).toBe('1500000');
  });

  it('says nothing of the gross wages where it has neither part, and nothing of what it does not list', () => {
    expect(taken({}, { cityPartPaid: fen(1), countyPart: 'notApplicable' })).toEqual({ personsPaid: '15' });
  });
});
