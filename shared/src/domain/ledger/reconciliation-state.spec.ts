import { fen } from '../money/fen';
import { reconciliationInWords, reconciliationState, type MonthReconciled } from './reconciliation-state';

const month = (change: Partial<MonthReconciled> = {}): MonthReconciled => ({
  ...{ paid: fen(1_500_000), posted: fen(1_500_000), toExplain: false, explained: false },
  ...change,
});

describe('the state of a reconciliation', () => {
  it('counts every reported month once: it agrees, was explained, or is to be', () => {
    const state = reconciliationState([month(), month({ explained: true }), month({ toExplain: true })]);
    expect(state).toEqual({ months: 3, agreeing: 1, explained: 1, toExplain: 1, unlike: 0 });
    expect(reconciliationInWords(state).zh).toBe('已报 3 个月：1 个月相符，1 个月已说明，1 个月待说明。');
  });

  it('lets no month agree whose ledger says another amount than its sheet', () => {
    const state = reconciliationState([month({ posted: fen(1_400_000) })]);
    expect(state).toMatchObject({ agreeing: 0, toExplain: 1, unlike: 1 });
    expect(reconciliationInWords(state).zh).toContain('1 个月资金登记与支出表不符');
  });

  it('does not call a month unlike that nothing is posted of yet', () => {
    expect(reconciliationState([month({ posted: null })])).toMatchObject({ agreeing: 1, unlike: 0 });
  });

  it('says where there is no month to reconcile', () => {
    expect(reconciliationInWords(reconciliationState([])).zh).toBe('没有可对账的月份。');
  });
});
