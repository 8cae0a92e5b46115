import fc from 'fast-check';
import { fen } from '../money/fen';
import { isoDate, yearMonth } from '../period/year-month';
import { entryOf, type LedgerDraft, type LedgerState } from './entry';
import type { LedgerBalance } from './ledger';

const balance = (changes: Partial<Record<keyof LedgerBalance, number>> = {}): LedgerBalance => {
  const given = {
    issued: 1000,
    received: 800,
    passedOn: 600,
    granted: 500,
    advanced: 0,
    returned: 0,
    ...changes,
  };
  return {
    issued: fen(given.issued),
    received: fen(given.received),
    passedOn: fen(given.passedOn),
    granted: fen(given.granted),
    advanced: fen(given.advanced),
    returned: fen(given.returned),
  };
};
const draft = (changes: Partial<LedgerDraft> = {}): LedgerDraft => ({
  year: 2026,
  act: 'receipt',
  source: null,
  amount: fen(100),
  on: isoDate('2026-03-18'),
  documentNumber: '1',
  subject: '演示科目',
  advance: null,
  ...changes,
});
const state = (changes: Partial<LedgerState> = {}): LedgerState => ({
  today: isoDate('2026-03-20'),
  balance: balance(),
  closedMonths: [],
  unsettled: null,
  ...changes,
});
const pointersOf = (given: LedgerDraft, at = state()): readonly string[] => {
  const outcome = entryOf(given, at);
  return outcome.ok ? [] : outcome.refusals.map(({ pointer }) => pointer);
};
const linesOf = (given: LedgerDraft, at = state()) => {
  const outcome = entryOf(given, at);
  return outcome.ok
    ? outcome.value.map(({ year, link, source, kind, amount }) => [year, link, source, kind, amount])
    : outcome.refusals;
};

describe('an entry of the ledger', () => {
  it.each<[LedgerDraft['act'], LedgerDraft['source'], number]>([
    ['receipt', null, 200],
    ['passOn', null, 200],
    ['payment', 'cityGrant', 300],
    ['return', null, 300],
    ['carryOver', null, 300],
  ])('%s (%s) takes at most what the link before it left: %i', (act, source, most) => {
    expect(pointersOf(draft({ act, source, amount: fen(most) }))).toEqual([]);
    expect(pointersOf(draft({ act, source, amount: fen(most + 1) }))).toEqual(['/fen']);
  });

  it.each(['countyPart', 'countyAdvance', 'other'] as const)(
    'a payment from %s is bound by no receipt of the grant',
    (source) => {
      expect(pointersOf(draft({ act: 'payment', source, amount: fen(1_000_000) }))).toEqual([]);
    },
  );

  it('receives no more than was issued, what was returned since included', () => {
    const receipt = (amount: number, returned: number) =>
      entryOf(draft({ amount: fen(amount) }), state({ balance: balance({ returned }) })).ok;
    expect([receipt(200, 0), receipt(201, 0), receipt(150, 50), receipt(151, 50)]).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  it('a settlement takes at most what is unsettled, and at most what the grant has left', () => {
    const settlement = (amount: number) => draft({ act: 'settlement', advance: 'a', amount: fen(amount) });
    expect(pointersOf(settlement(250), state({ unsettled: fen(250) }))).toEqual([]);
    expect(pointersOf(settlement(251), state({ unsettled: fen(250) }))).toEqual(['/fen']);
    expect(pointersOf(settlement(301), state({ unsettled: fen(400) }))).toEqual(['/fen']);
    expect(pointersOf(settlement(401), state({ unsettled: fen(400) }))).toEqual(['/fen', '/fen']);
    expect(pointersOf(settlement(1))).toEqual(['/advance']);
  });

  it('names a source where it is a payment, an advance where it is a settlement, and nowhere else', () => {
    expect(pointersOf(draft({ act: 'payment' }))).toEqual(['/source']);
    expect(pointersOf(draft({ source: 'other' }))).toEqual(['/source']);
    expect(pointersOf(draft({ act: 'settlement' }))).toEqual(['/advance']);
    expect(pointersOf(draft({ advance: 'a' }))).toEqual(['/advance']);
  });

  it('is not dated after today, nor in a closed month, nor of a year whose December is closed', () => {
    const closed = state({ closedMonths: [yearMonth('2025-12'), yearMonth('2026-02')] });
    expect(pointersOf(draft({ on: isoDate('2026-03-21') }))).toEqual(['/on']);
    expect(pointersOf(draft({ on: isoDate('2026-02-28') }), closed)).toEqual(['/on']);
    expect(pointersOf(draft({ year: 2025 }), closed)).toEqual(['/year']);
    expect(pointersOf(draft(), closed)).toEqual([]);
  });

  it('settles by two lines that cancel out: back to the county, out of the grant', () => {
    expect(linesOf(draft({ act: 'settlement', advance: 'a' }), state({ unsettled: fen(100) }))).toEqual([
      [2026, 'payment', 'countyAdvance', 'settlement', -100],
      [2026, 'payment', 'cityGrant', 'settlement', 100],
    ]);
  });

  it('carries over out of one year into the next, what was passed on first', () => {
    expect(linesOf(draft({ act: 'carryOver', amount: fen(300) }))).toEqual([
      [2026, 'passOn', 'cityGrant', 'carryOver', -100],
      [2026, 'receipt', 'cityGrant', 'carryOver', -300],
      [2026, 'issue', 'cityGrant', 'carryOver', -300],
      [2027, 'issue', 'cityGrant', 'carryOver', 300],
      [2027, 'receipt', 'cityGrant', 'carryOver', 300],
      [2027, 'passOn', 'cityGrant', 'carryOver', 100],
    ]);
  });

  it('leaves every link within the one before it, whatever is entered in whatever order', () => {
    const act = fc.constantFrom<LedgerDraft['act']>(
      'issue',
      'receipt',
      'passOn',
      'payment',
      'return',
      'carryOver',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(act, fc.integer({ min: 1, max: 500 })), { maxLength: 40 }), (acts) => {
        const sums = { issue: 0, receipt: 0, passOn: 0, payment: 0 };
        for (const [one, amount] of acts) {
          const outcome = entryOf(
            draft({ act: one, source: one === 'payment' ? 'cityGrant' : null, amount: fen(amount) }),
            state({
              balance: balance({
                issued: sums.issue,
                received: sums.receipt,
                passedOn: sums.passOn,
                granted: sums.payment,
              }),
            }),
          );
          for (const line of outcome.ok ? outcome.value : [])
            if (line.year === 2026) sums[line.link] += line.amount;
          expect(sums.receipt).toBeLessThanOrEqual(sums.issue);
          expect(sums.passOn).toBeLessThanOrEqual(sums.receipt);
          expect(sums.payment).toBeLessThanOrEqual(sums.receipt);
          expect(Math.min(...Object.values(sums))).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});
