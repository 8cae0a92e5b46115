import { fen } from '../../money/fen';
import { DEFAULT_CLOCKS } from '../../period/duty-clock';
import { isoDate } from '../../period/year-month';
import { moneyChain } from '../../monitoring/money-chain';
import { givenCountyYear, givenMovement } from '../given-county-year';
import { givenMetric, givenRefusals } from '../given-metric';

const WHOLE = 18_000_000;
const part = (share: number) => (WHOLE / 10) * share;
const issued = givenMovement('issue', '2025-04-18');
const received = givenMovement('receipt', '2025-04-20');

describe('money received in time', () => {
  const receipt = (asOf: string, ...movements: readonly ReturnType<typeof givenMovement>[]) =>
    givenMetric('receiptTimeliness', givenCountyYear({ asOf, movements }));

  test('is judged on the planned issue day plus the days allowed: the last day is in time, the next is not', () => {
    const inTime = receipt('2025-12-31', issued, givenMovement('receipt', '2025-05-10'));
    const late = receipt('2025-12-31', issued, givenMovement('receipt', '2025-05-11'));
    expect([inTime.numerator, late.numerator]).toEqual([WHOLE, 0]);
    expect(late).toMatchObject({ state: 'reported', denominator: WHOLE });
  });

  test('the planned day and the days allowed are settings', () => {
    const facts = givenCountyYear({ movements: [issued, givenMovement('receipt', '2025-06-02')] });
    const settings = { plannedIssueBy: '05-31', daysFromIssueToReceipt: 2 };
    expect(givenMetric('receiptTimeliness', facts, settings).numerator).toBe(WHOLE);
  });

  test('money in two parts counts by amount: six tenths in time are 60 percent', () => {
    const result = receipt(
      '2025-12-31',
      issued,
      givenMovement('receipt', '2025-04-20', part(6)),
      givenMovement('receipt', '2025-06-20', part(4)),
    );
    expect(result).toMatchObject({ numerator: part(6), denominator: WHOLE });
    expect(result.note?.zh).toContain('72,000.00元未在2025-05-10前到位');
    expect(result.lines.map((one) => one.record.id)).toEqual([
      'issue-2025-04-18',
      'receipt-2025-04-20',
      'receipt-2025-06-20',
    ]);
  });

  test('whose delay it is, is said: the city has not issued, issued late, or issued in time', () => {
    const late = givenMovement('receipt', '2025-06-20');
    const notes = [
      receipt('2025-12-31'),
      receipt('2025-12-31', givenMovement('issue', '2025-06-18'), late),
      receipt('2025-12-31', issued, late),
    ].map((one) => one.note?.zh ?? '');
    expect(notes[0]).toContain('市级尚未下达，属市级环节');
    expect(notes[1]).toContain('市级2025-06-18下达，晚于计划的2025-04-30，属市级环节');
    expect(notes[2]).toContain('市级2025-04-18已开始下达，属市级环节');
  });

  test('nothing received is not due until the planned day is over, and then 0 percent, never missing', () => {
    expect(receipt('2025-05-10', issued).state).toBe('notDue');
    expect(receipt('2025-05-11', issued)).toMatchObject({ state: 'reported', numerator: 0 });
  });

  test('all received before its day is known to be in time', () => {
    expect(receipt('2025-04-21', issued, received)).toMatchObject({ state: 'reported', numerator: WHOLE });
  });

  test('a supplement above the initial budget was not planned and is left out; a cut is', () => {
    const of = (adjusted: number) =>
      givenMetric('receiptTimeliness', {
        ...givenCountyYear({
          movements: [issued, received, givenMovement('receipt', '2025-09-01', 5_000_000)],
        }),
        adjustedBudget: fen(adjusted),
      });
    expect(of(23_000_000)).toMatchObject({ numerator: WHOLE, denominator: WHOLE });
    expect(of(17_000_000)).toMatchObject({ numerator: 17_000_000, denominator: 17_000_000 });
  });

  test('a receipt that was reversed did not arrive; its correction counts by its own day', () => {
    const result = receipt(
      '2025-12-31',
      issued,
      received,
      givenMovement('receipt', '2025-06-01', -WHOLE),
      givenMovement('receipt', '2025-06-02'),
    );
    expect(result.numerator).toBe(0);
  });

  test('without budget it is not applicable, and money received without budget is refused naming both', () => {
    const without = { ...givenCountyYear({ movements: [] }), initialBudget: fen(0), adjustedBudget: fen(0) };
    expect(givenMetric('receiptTimeliness', without).state).toBe('notApplicable');
    expect(givenRefusals('receiptTimeliness', { ...without, movements: [received] })).toEqual([
      ['/movements', '预算为0元，到位资金却为180,000.00元，两者矛盾，请核对。'],
    ]);
    const late = givenMovement('receipt', '2025-09-01');
    expect(givenRefusals('receiptTimeliness', { ...without, movements: [late] })).toHaveLength(1);
  });

  test('money received of a budget that was added in the year, or cut to 0, was not planned: not applicable', () => {
    const of = (initial: number, adjusted: number) => {
      const facts = givenCountyYear({ movements: [issued, received] });
      return givenMetric('receiptTimeliness', {
        ...facts,
        initialBudget: fen(initial),
        adjustedBudget: fen(adjusted),
      });
    };
    const added = of(0, WHOLE);
    expect(added).toMatchObject({ state: 'notApplicable', numerator: 0, denominator: 0 });
    expect(added.note).toEqual({
      zh: '年初没有预算，没有计划于2025-04-30前下达的资金，不适用。',
      en: 'The initial budget was 0, so nothing was planned to be issued by 2025-04-30: not applicable.',
    });
    expect(added.lines).toHaveLength(2);
    expect(of(WHOLE, 0)).toMatchObject({ state: 'notApplicable' });
    expect(of(WHOLE, 0).note?.zh).toBe('预算已全部调减，没有计划于2025-04-30前下达的资金，不适用。');
  });

  test('more reversed than was received is refused', () => {
    const movements = [received, givenMovement('receipt', '2025-04-25', -WHOLE - 100)];
    for (const code of ['receiptTimeliness', 'passOnTimeliness'] as const) {
      expect(givenRefusals(code, givenCountyYear({ movements }))).toEqual([
        ['/movements', '2025-04-25的红字冲销比此前登记的金额多1.00元，请核对资金登记。'],
      ]);
    }
    const passedOn = [received, givenMovement('passOn', '2025-04-25', -100)];
    expect(givenRefusals('passOnTimeliness', givenCountyYear({ movements: passedOn }))).toHaveLength(1);
  });
});

describe('money passed on in time', () => {
  const passOn = (asOf: string, ...movements: readonly ReturnType<typeof givenMovement>[]) =>
    givenMetric('passOnTimeliness', givenCountyYear({ asOf, movements }));

  test('day 30 after receipt is in time, day 31 is not, and the days are a setting', () => {
    const inTime = passOn('2025-12-31', received, givenMovement('passOn', '2025-05-20'));
    const facts = givenCountyYear({ movements: [received, givenMovement('passOn', '2025-05-21')] });
    expect([inTime.numerator, givenMetric('passOnTimeliness', facts).numerator]).toEqual([WHOLE, 0]);
    const clocks = { ...DEFAULT_CLOCKS, passOnDays: 31 };
    expect(givenMetric('passOnTimeliness', facts, { clocks }).numerator).toBe(WHOLE);
  });

  test('the day of the duty rules goes before the setting, and stays with its receipt after a reversal', () => {
    const ruled = { ...received, passOnBy: isoDate('2025-05-05') };
    const passedOn = givenMovement('passOn', '2025-05-06');
    expect(passOn('2025-12-31', ruled, passedOn).numerator).toBe(0);
    const less = givenMovement('receipt', '2025-04-25', -100);
    expect(
      passOn('2025-12-31', ruled, less, givenMovement('passOn', '2025-05-05', WHOLE - 100)).numerator,
    ).toBe(WHOLE - 100);
    const heldUp = givenCountyYear({ movements: [ruled, passedOn], asOf: '2025-06-30' });
    expect(moneyChain(heldUp)).toMatchObject({ clockDays: 15, clockState: 'late' });
  });

  test('the planned issue is the day of the duty rules where they name one', () => {
    const facts = givenCountyYear({ movements: [givenMovement('receipt', '2025-05-20')] });
    expect(givenMetric('receiptTimeliness', facts).numerator).toBe(0);
    expect(givenMetric('receiptTimeliness', { ...facts, issueBy: isoDate('2025-05-10') }).numerator).toBe(
      WHOLE,
    );
  });

  test('a part passed on late counts only as that part', () => {
    const result = passOn(
      '2025-12-31',
      received,
      givenMovement('passOn', '2025-05-01', part(6)),
      givenMovement('passOn', '2025-05-21', part(4)),
    );
    expect(result).toMatchObject({ state: 'reported', numerator: part(6), denominator: WHOLE });
  });

  test('each receipt has its own clock, and what came first is passed on first', () => {
    const result = passOn(
      '2025-12-31',
      givenMovement('receipt', '2025-04-20', part(4)),
      givenMovement('receipt', '2025-08-20', part(6)),
      givenMovement('passOn', '2025-05-10', part(3)),
      givenMovement('passOn', '2025-09-10', part(7)),
    );
    // Of the first receipt three tenths in its 30 days, the fourth late; all six of the second in time.
    expect(result).toMatchObject({ numerator: part(9), denominator: WHOLE });
    expect(result.lines.slice(0, 2).map((one) => one.amount)).toEqual([
      '54,000.00 ÷ 72,000.00',
      '108,000.00 ÷ 108,000.00',
    ]);
  });

  test('what the first receipt took is not counted again for the second', () => {
    const result = passOn(
      '2025-12-31',
      givenMovement('receipt', '2025-04-20', part(4)),
      givenMovement('receipt', '2025-08-20', part(6)),
      givenMovement('passOn', '2025-05-10', part(5)),
    );
    expect(result).toMatchObject({ numerator: part(5), denominator: WHOLE });
  });

  test('a reversal takes back only its own amount, from what moved last', () => {
    const result = passOn(
      '2025-12-31',
      givenMovement('receipt', '2025-04-20', part(4)),
      givenMovement('receipt', '2025-04-22', part(7)),
      givenMovement('receipt', '2025-04-25', -part(1)),
      givenMovement('passOn', '2025-05-10', part(10)),
    );
    expect(result.lines.slice(0, 2).map((one) => one.amount)).toEqual([
      '72,000.00 ÷ 72,000.00',
      '108,000.00 ÷ 108,000.00',
    ]);
  });

  test('a receipt whose days still run is left out, unless all of it was passed on', () => {
    expect(passOn('2025-05-20', received).state).toBe('notDue');
    expect(passOn('2025-05-21', received)).toMatchObject({ state: 'reported', numerator: 0 });
    const early = passOn('2025-04-23', received, givenMovement('passOn', '2025-04-22'));
    expect(early).toMatchObject({ state: 'reported', numerator: WHOLE });
  });

  test('a late issue of the city is subtracted, because the clock starts at receipt, and said', () => {
    const result = passOn(
      '2025-12-31',
      givenMovement('receipt', '2025-08-20'),
      givenMovement('passOn', '2025-09-19'),
    );
    expect(result).toMatchObject({ numerator: WHOLE, denominator: WHOLE });
    expect(result.note?.zh).toBe(
      '市级资金2025-08-20到位，晚于计划的2025-05-10；拨付时限从到位日起算，此前的延误不计入。',
    );
    expect(passOn('2025-12-31', givenMovement('receipt', '2025-05-10')).note).toBeUndefined();
  });

  test('nothing received is not due during the year and not applicable after it', () => {
    expect([passOn('2025-12-31').state, passOn('2026-01-01').state]).toEqual(['notDue', 'notApplicable']);
  });

  test('money passed on out of nothing is refused naming both figures', () => {
    const facts = givenCountyYear({ movements: [givenMovement('passOn', '2025-05-01')] });
    expect(givenRefusals('passOnTimeliness', facts)).toEqual([
      ['/movements', '到位资金为0元，拨付资金却为180,000.00元，两者矛盾，请核对。'],
    ]);
  });

  test('more passed on than received is flagged', () => {
    const result = passOn('2025-12-31', received, givenMovement('passOn', '2025-05-01', WHOLE + 100));
    expect(result).toMatchObject({ numerator: WHOLE, denominator: WHOLE });
    expect(result.note?.zh).toBe('拨付180,001.00元超过到位资金180,000.00元，请核实。');
  });
});

describe('a filing that waits for money', () => {
  const held = [received, givenMovement('passOn', '2025-06-25')];
  const filed = (on: string | null) =>
    givenMetric(
      'filingTimeliness',
      givenCountyYear({
        movements: held,
        filedOn: { 'transferDocument-cityJustice': on, 'transferDocument-cityFinance': on },
      }),
    );

  test('is the county’s own fault again when it does not follow the money within the days given', () => {
    expect([filed('2025-07-05').occurrences, filed('2025-07-06').occurrences]).toEqual([0, 2]);
    expect(filed(null).occurrences).toBe(2);
  });

  test('is left out while county finance still holds the money', () => {
    const facts = givenCountyYear({
      movements: [received],
      filedOn: { 'transferDocument-cityJustice': null, 'transferDocument-cityFinance': null },
    });
    expect(givenMetric('filingTimeliness', facts)).toMatchObject({ occurrences: 0, denominator: 4 });
  });

  test('has a clock that starts at a late receipt, so that the city’s delay costs nothing, and that is said', () => {
    const movements = [givenMovement('receipt', '2025-08-20'), givenMovement('passOn', '2025-08-25')];
    const day = '2025-09-20';
    const filedOn = {
      'implementationPlan-cityJustice': day,
      'implementationPlan-cityFinance': day,
      'transferDocument-cityJustice': day,
      'transferDocument-cityFinance': day,
    };
    const result = givenMetric('filingTimeliness', givenCountyYear({ movements, filedOn }));
    expect(result.occurrences).toBe(0);
    expect(result.note?.zh).toContain('备案时限从到位日起算，此前的延误不计入');
  });
});

test('wages paid late for want of money are put down to the link that held it up, one month to each', () => {
  const movements = [givenMovement('receipt', '2025-06-01'), givenMovement('passOn', '2025-08-20')];
  const late = (paidOn: string) => ({ personsPaidOnTime: 0, paidOn: isoDate(paidOn) });
  const months = {
    '2025-04': late('2025-08-25'),
    '2025-06': late('2025-08-25'),
    '2025-08': late('2025-10-01'),
  };
  const result = givenMetric('wageTimeliness', givenCountyYear({ movements, months }));
  // April's wages were due on 05-15 before any receipt; June's on 07-15 after 30 days with county finance; August's are its own.
  expect(result).toMatchObject({ numerator: 135, denominator: 150 });
  expect(result.note?.zh).toBe(
    '2025-04有15人迟发，系市级资金尚未到位所致，不计入。2025-06有15人迟发，系县级财政部门尚未拨付所致，不计入。',
  );
});
