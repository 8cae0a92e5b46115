import { fen } from '../money/fen';
import { balanceInWords } from './balance-in-words';
import { reconcile, type MonthToReconcile } from './reconciliation';

const month = (changes: Partial<MonthToReconcile> = {}): MonthToReconcile => ({
  posts: 15,
  personsOnPost: 15,
  paid: fen(1_500_000),
  posted: fen(1_500_000),
  fenPerPostMonth: fen(100_000),
  explained: false,
  ...changes,
});

describe('the reconciliation of a month', () => {
  it('agrees where on-post months × 1,000 yuan were paid', () => {
    expect(reconcile(month())).toMatchObject({
      expected: 1_500_000,
      difference: 0,
      vacancySurplus: 0,
      toExplain: false,
    });
    expect(reconcile(month()).text.zh).toBe('在岗15人，应发市级补助15,000.00元，实发15,000.00元；相符。');
  });

  it('wants words for what vacant posts left over, until the county has given them', () => {
    const vacant = month({ personsOnPost: 14, paid: fen(1_400_000), posted: fen(1_400_000) });
    expect(reconcile(vacant)).toMatchObject({ difference: 0, vacancySurplus: 100_000, toExplain: true });
    expect(reconcile(vacant).text.zh).toContain('空缺1个名额，结余1,000.00元；请县级说明');
    expect(reconcile({ ...vacant, explained: true }).toExplain).toBe(false);
  });

  it('says what was paid too much or too little, and where the ledger says otherwise', () => {
    expect(reconcile(month({ paid: fen(1_600_000) }))).toMatchObject({
      difference: 100_000,
      toExplain: true,
    });
    expect(reconcile(month({ paid: fen(1_400_000) })).text.zh).toContain('少发1,000.00元');
    expect(reconcile(month({ posted: fen(1_400_000) })).text.zh).toContain(
      '资金登记为14,000.00元，与支出表不符',
    );
    expect(reconcile(month({ posted: null })).text.zh).not.toContain('资金登记');
  });
});

describe('a balance in words', () => {
  const ledger = {
    issued: fen(18_000_000),
    received: fen(18_000_000),
    passedOn: fen(0),
    granted: fen(17_000_000),
    returned: fen(0),
  };

  it('flags city spending beyond the budget, an advance included', () => {
    const over = balanceInWords({ ...ledger, advanced: fen(1_500_000) }, fen(18_000_000));
    expect(over.overBudget).toBe(true);
    expect(over.text.zh).toContain('县级垫付15,000.00元尚未归垫；支出超出预算5,000.00元');
    expect(balanceInWords({ ...ledger, advanced: fen(1_000_000) }, fen(18_000_000)).overBudget).toBe(false);
    expect(balanceInWords({ ...ledger, advanced: fen(1_500_000) }, null).overBudget).toBe(false);
  });

  it('says what was returned beside what is still received', () => {
    const { text } = balanceInWords({ ...ledger, advanced: fen(0), returned: fen(300_000) }, null);
    expect(text.zh).toContain('余10,000.00元；已交回市级3,000.00元');
  });
});
