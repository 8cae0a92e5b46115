import { givenCountyYear, givenFinding, givenMovement } from '../metrics/given-county-year';
import type { GivenCountyYear } from '../metrics/given-county-year';
import { fen } from '../money/fen';
import { parseDecimal, rational } from '../numbers/rational';
import type { Rational } from '../numbers/rational';
import { isoDate, yearMonth } from '../period/year-month';
import { countyMonth } from './county-month';
import { countyStanding } from './county-standing';
import { expectedMonths, expectedToDate } from './expected-line';
import { DEFAULT_LIGHT_SETTINGS, lightOfValue } from './light';
import { moneyChain } from './money-chain';

const JUNE = yearMonth('2025-06');
const june = (given: GivenCountyYear = {}) => countyMonth(givenCountyYear(given), JUNE);

describe('the light', () => {
  test.each([
    ['100', 'normal'],
    ['95', 'normal'],
    ['94.99', 'attention'],
    ['85.5', 'attention'],
    ['85.49', 'warning'],
  ])(
    'of %s percent against a target of 95 is %s: under 90 percent of the target it warns',
    (percent, light) => {
      const value = parseDecimal(percent) as Rational;
      expect(lightOfValue(value, rational(95), DEFAULT_LIGHT_SETTINGS)).toBe(light);
    },
  );

  test('is normal where all went well and none while nothing is due', () => {
    expect(june()).toMatchObject({ light: 'normal', reasons: [], approved: true });
    expect(june({ asOf: '2025-06-20' })).toMatchObject({ light: 'none', reasons: [], approved: false });
  });

  test('warns of wages unpaid after their day, with the days', () => {
    const unpaid = { personsPaid: 12, personsPaidOnTime: 12 };
    const state = june({ asOf: '2025-07-25', months: { '2025-06': unpaid } });
    expect(state).toMatchObject({ light: 'warning', wages: { personsUnpaid: 3, daysLate: 10 } });
    expect(state.reasons[0]?.zh).toBe('2025-06 工资有 3 人到期未发，已超过 10 天');
  });

  test('does not warn on the due day itself', () => {
    const unpaid = { personsPaid: 12, personsPaidOnTime: 15 };
    expect(june({ asOf: '2025-07-15', months: { '2025-06': unpaid } }).light).toBe('normal');
  });

  test('warns of a finding overdue, and not of one rectified or within its deadline', () => {
    const finding = (rest = {}) =>
      june({ asOf: '2025-08-01', findings: [givenFinding('2025-06', '2025-07-31', rest)] });
    expect(finding()).toMatchObject({ light: 'warning', findings: { open: 1, overdue: 1 } });
    expect(finding({ rectifiedOn: isoDate('2025-07-31') })).toMatchObject({
      light: 'normal',
      findings: { open: 0 },
    });
    expect(june({ asOf: '2025-07-31', findings: [givenFinding('2025-06', '2025-07-31')] }).light).toBe(
      'normal',
    );
  });

  test('asks for attention where a value is under its target: one vacancy of 15 is 93.33 percent of 95', () => {
    const state = june({ months: { '2025-06': { personsOnPost: 14 } } });
    expect(state.light).toBe('attention');
    expect(state.reasons.map((one) => one.zh)).toEqual([
      '2025-06 在岗率 93.33%（14/15），低于目标 95.00%（未下达绩效目标，按模板默认值）',
    ]);
  });

  test.each([
    ['late', '2025-06 督查表迟报'],
    ['missing', '2025-06 督查表缺报'],
  ] as const)('asks for attention where a sheet is %s', (state, reason) => {
    const sheet = state === 'late' ? { state } : { state, stage: 'open' as const, results: [] };
    const month = june({ sheets: { '2025-06': sheet } });
    expect([month.light, month.reasons.map((one) => one.zh)]).toEqual(['attention', [reason]]);
  });

  test('leaves late wages alone that an earlier link caused', () => {
    const movements = [givenMovement('receipt', '2025-08-20'), givenMovement('passOn', '2025-08-22')];
    const months = { '2025-06': { personsPaidOnTime: 0, paidOn: isoDate('2025-08-25') } };
    expect(june({ movements, months })).toMatchObject({ light: 'normal', wages: { daysLate: 41 } });
    expect(june({ months }).light).toBe('warning');
  });
});

describe('the standing of a county', () => {
  test('is normal again once what was late is settled', () => {
    const months = { '2025-06': { personsPaidOnTime: 3, paidOn: isoDate('2025-07-20') } };
    const facts = givenCountyYear({ months });
    expect(countyMonth(facts, JUNE).light).toBe('warning');
    expect(countyStanding(facts)).toMatchObject({ light: 'normal', reasons: [], unpaidPersons: 0 });
  });

  test('names what still stands of any month: unpaid wages, missing sheets and filings', () => {
    const standing = countyStanding(
      givenCountyYear({
        months: { '2025-03': { personsPaid: 10 }, '2025-04': { state: 'missing' } },
        filedOn: { 'transferDocument-cityFinance': null },
      }),
    );
    expect(standing).toMatchObject({ light: 'warning', unpaidPersons: 5, missingSheets: 1 });
    expect(standing.reasons.map((one) => one.zh)).toEqual([
      '2025-03 工资有 5 人到期未发，已超过 339 天',
      '2025-04 工资发放表缺报',
      '经费拨付文件（报市财政局）应于 2025-05-20 前备案，尚未报送',
    ]);
  });

  test('counts repeated findings only while they are open', () => {
    const repeated = (rest = {}) =>
      countyStanding(
        givenCountyYear({ findings: [givenFinding('2025-06', '2026-06-30', { repeated: true, ...rest })] }),
      );
    expect(repeated().findings).toEqual({ open: 1, overdue: 0, repeated: 1 });
    expect(repeated({ closedOn: isoDate('2025-08-01') }).findings).toEqual({
      open: 0,
      overdue: 0,
      repeated: 0,
    });
  });

  test('knows neither grade nor rank', () => {
    expect(JSON.stringify(countyStanding(givenCountyYear()))).not.toMatch(/grade|rank|score/);
  });
});

describe('the money chain', () => {
  test('says how far the money is and whose clock runs', () => {
    const at = (asOf: string) => moneyChain(givenCountyYear({ asOf }));
    expect(at('2025-04-01')).toMatchObject({ whoseClock: 'city', clockState: 'notDue', passOnDays: null });
    expect(at('2025-04-19')).toMatchObject({ whoseClock: 'countyFinance', received: { on: null } });
    expect(at('2025-04-30')).toMatchObject({
      whoseClock: 'countyFinance',
      passOnDays: 10,
      clockState: 'notDue',
    });
    expect(at('2025-05-06')).toMatchObject({
      whoseClock: 'countyJustice',
      passOnDays: 16,
      clockState: 'reported',
    });
  });

  test('a receipt that was reversed moved nothing on any day', () => {
    const receipt = (date: string, amount?: number) => givenMovement('receipt', date, amount);
    const received = (...movements: ReturnType<typeof receipt>[]) =>
      moneyChain(givenCountyYear({ asOf: '2025-06-10', movements })).received;
    const reversed = [receipt('2025-04-20'), receipt('2025-04-21', -18_000_000)];
    expect(received(...reversed)).toEqual({ amount: 0, on: null, documentNumber: null });
    expect(received(...reversed, receipt('2025-05-06'))).toMatchObject({
      amount: 18_000_000,
      on: '2025-05-06',
    });
  });

  test('advances are no spending until they are settled', () => {
    const before = moneyChain(givenCountyYear({ asOf: '2025-05-09' }));
    expect(before).toMatchObject({ advanced: 4_500_000, settled: 0, settledOn: null, spent: 0 });
    const after = moneyChain(givenCountyYear({ asOf: '2025-05-10' }));
    expect(after).toMatchObject({ advanced: 4_500_000, settled: 4_500_000, settledOn: '2025-05-10' });
  });

  test.each([
    ['2025-05-20', 'notDue'],
    ['2025-05-21', 'missing'],
  ])('money still at county finance on %s is %s: the clock is 30 days', (asOf, clockState) => {
    const movements = [givenMovement('receipt', '2025-04-20')];
    expect(moneyChain(givenCountyYear({ asOf, movements })).clockState).toBe(clockState);
  });
});

describe('the expected line', () => {
  test('starts when the money arrives, with the on-post months to date, and never as month ÷ 12 before', () => {
    expect(expectedToDate(givenCountyYear({ asOf: '2025-04-19' }))).toBe(0);
    expect(expectedToDate(givenCountyYear({ asOf: '2025-04-20' }))).toBe(4_500_000);
    expect(expectedToDate(givenCountyYear({ asOf: '2025-05-15' }))).toBe(6_000_000);
  });

  test('expects the months before arrival from the day of arrival, later ones from the wages’ day', () => {
    const from = expectedMonths(givenCountyYear({ asOf: '2025-06-20' })).map((one) => one.from);
    expect(from).toEqual(['2025-04-20', '2025-04-20', '2025-04-20', '2025-05-15', '2025-06-15']);
  });

  test('follows the persons on post: a vacancy expects nothing', () => {
    const facts = givenCountyYear({ months: { '2025-06': { personsOnPost: 14 } } });
    expect(expectedToDate(facts)).toBe(fen(17_900_000));
  });
});
