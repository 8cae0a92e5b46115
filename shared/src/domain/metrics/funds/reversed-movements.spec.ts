import { countyMonth } from '../../monitoring/county-month';
import { expectedMonths } from '../../monitoring/expected-line';
import { moneyChain } from '../../monitoring/money-chain';
import { isoDate, yearMonth } from '../../period/year-month';
import { givenCountyYear, givenMovement } from '../given-county-year';
import { givenMetric, givenRefusals } from '../given-metric';
import { DEFAULT_METRIC_SETTINGS } from '../metric';
import { firstMovementOn } from './earlier-link';
import { fourFilings } from './filing-timeliness';

const WHOLE = 18_000_000;
/** Booked on 04-20 by mistake and reversed the day after. */
const mistake = [givenMovement('receipt', '2025-04-20'), givenMovement('receipt', '2025-04-21', -WHOLE)];
const corrected = [...mistake, givenMovement('receipt', '2025-06-25'), givenMovement('passOn', '2025-06-28')];
const late = (paidOn: string) => ({ personsPaidOnTime: 0, paidOn: isoDate(paidOn) });

describe('a receipt that was reversed starts no clock', () => {
  test('no filing is due of it, during the year and after it', () => {
    const facts = givenCountyYear({ asOf: '2025-12-31', movements: mistake });
    expect(givenMetric('filingTimeliness', facts)).toMatchObject({ state: 'notDue', denominator: 0 });
    // The same where the filings have no record of their own.
    expect(fourFilings({ ...facts, filings: [] }, DEFAULT_METRIC_SETTINGS).map((one) => one.dueOn)).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(givenMetric('filingTimeliness', givenCountyYear({ movements: mistake })).state).toBe(
      'notApplicable',
    );
  });

  test('wages paid late meanwhile are put down to the city, and not to the county or its finance', () => {
    const months = { '2025-04': late('2025-07-01'), '2025-05': late('2025-07-01') };
    const result = givenMetric('wageTimeliness', givenCountyYear({ movements: corrected, months }));
    expect(result).toMatchObject({ numerator: 150, denominator: 150 });
    expect(result.note?.zh).toBe(
      '2025-04有15人迟发，系市级资金尚未到位所致，不计入。2025-05有15人迟发，系市级资金尚未到位所致，不计入。',
    );
  });

  test('the clocks start at the receipt that stands, and the notes name its day', () => {
    const filedOn = {
      'implementationPlan-cityJustice': '2025-07-25',
      'implementationPlan-cityFinance': '2025-07-25',
      'transferDocument-cityJustice': '2025-07-25',
      'transferDocument-cityFinance': '2025-07-26',
    };
    const facts = givenCountyYear({ movements: corrected, filedOn });
    const filing = givenMetric('filingTimeliness', facts);
    expect(filing).toMatchObject({ occurrences: 1, denominator: 4 });
    expect(filing.note?.zh).toBe(
      '市级资金2025-06-25到位，晚于计划的2025-05-10；备案时限从到位日起算，此前的延误不计入。',
    );
    expect(givenMetric('passOnTimeliness', facts).note?.zh).toContain('市级资金2025-06-25到位');
  });

  test('monitoring takes the same day', () => {
    const facts = givenCountyYear({ movements: corrected });
    expect(moneyChain(facts)).toMatchObject({ passOnDays: 3, clockState: 'reported' });
    expect(countyMonth(facts, yearMonth('2025-05')).moneyArrivedOn).toBeNull();
    expect(expectedMonths(facts)[0]?.from).toBe('2025-06-25');
    expect(moneyChain(givenCountyYear({ asOf: '2025-12-31', movements: mistake }))).toMatchObject({
      whoseClock: 'city',
      clockState: 'notDue',
    });
  });
});

test('an issue or a pass-on that was reversed did not happen either', () => {
  const issue = [givenMovement('issue', '2025-04-18'), givenMovement('issue', '2025-04-19', -WHOLE)];
  const receipt = givenMetric('receiptTimeliness', givenCountyYear({ movements: issue }));
  expect(receipt.note?.zh).toContain('市级尚未下达');
  const passOn = [
    givenMovement('receipt', '2025-04-20'),
    givenMovement('passOn', '2025-05-06'),
    givenMovement('passOn', '2025-05-07', -WHOLE),
    givenMovement('passOn', '2025-06-28'),
  ];
  const facts = givenCountyYear({ movements: passOn, months: { '2025-05': late('2025-07-01') } });
  expect(givenMetric('wageTimeliness', facts).note?.zh).toContain('县级财政部门尚未拨付');
});

test('a reversal of a part leaves the day of what remains', () => {
  const movements = [
    givenMovement('receipt', '2025-04-20'),
    givenMovement('receipt', '2025-04-25', 100 - WHOLE),
  ];
  expect(firstMovementOn(givenCountyYear({ movements }), 'receipt')).toBe('2025-04-20');
});

test('where more was reversed than had moved no day is known, and what rests on one is refused', () => {
  const receipt = [...mistake, givenMovement('receipt', '2025-04-22', -100)];
  const facts = givenCountyYear({ movements: receipt });
  expect(firstMovementOn(facts, 'receipt')).toBeNull();
  const told = [['/movements', '2025-04-22的红字冲销比此前登记的金额多1.00元，请核对资金登记。']];
  expect(givenRefusals('filingTimeliness', facts)).toEqual(told);
  expect(givenRefusals('wageTimeliness', facts)).toEqual(told);
  const passOn = [givenMovement('receipt', '2025-04-20'), givenMovement('passOn', '2025-04-22', -100)];
  for (const code of ['filingTimeliness', 'wageTimeliness', 'cityPartPassedOn'] as const) {
    expect([code, givenRefusals(code, givenCountyYear({ movements: passOn }))]).toEqual([code, told]);
  }
});
