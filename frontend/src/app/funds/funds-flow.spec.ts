import type { Funds } from '@yuheng/shared/contract/funds';
import { lookOf } from '../charts/look';
import type { Reading } from '../charts/reading';
import { flowChart } from './funds-flow';
import { measured } from './funds-map';

const reading: Reading = {
  text: (key, values) => `${key}${values ? ` ${JSON.stringify(values)}` : ''}`,
  said: (one) => one.zh,
  language: 'zh-CN',
  unit: '元',
  look: lookOf('light'),
};
const county = (change: object = {}) =>
  ({
    ...{ id: 'hongta', name: '红塔区', state: 'reported', budgetFen: 1000, executionRate: '40.00' },
    ...{ received: { fen: 1000 }, passedOn: { fen: 700 }, spentFen: 400, advancedFen: 0 },
    ...{ reconciliation: null, ...change },
  }) as unknown as Funds['counties'][number];
const funds = (counties: Funds['counties'], total: object = {}) =>
  ({
    state: 'approved',
    counties,
    total: { receivedFen: 1000, spentFen: 400, advancedFen: 0, ...total },
  }) as unknown as Funds;

describe('the flow of the money', () => {
  it('splits what was received into spent, at the bureau and at county finance, and loses nothing', () => {
    const chart = flowChart(funds([county()]), reading, -1);
    expect(chart?.table.rows).toEqual([['红塔区', '10.00', '4.00', '3.00', '3.00']]);
  });

  it('never calls money that was spent still at the bureau, where more was spent than passed on', () => {
    const chart = flowChart(funds([county({ passedOn: { fen: 300 } })]), reading, -1);
    expect(chart?.table.columns.join()).not.toContain('atBureau');
    expect(chart?.table.rows[0]).toEqual(['红塔区', '10.00', '4.00', '6.00']);
  });

  it('shows an advance of the counties where no city money has come, and draws nothing of nothing', () => {
    const nothing = { receivedFen: 0, spentFen: 0 };
    const advancing = county({
      ...{ received: { fen: 0 }, passedOn: { fen: 0 }, spentFen: 0, advancedFen: 500 },
    });
    const chart = flowChart(funds([advancing], { ...nothing, advancedFen: 500 }), reading, -1);
    expect(chart?.table.rows).toEqual([['红塔区', '0.00', '5.00']]);
    expect(flowChart(funds([county()], { ...nothing }), reading, -1)).toBeNull();
  });

  it('says nothing of a county of which nothing is gathered: it is no zero', () => {
    const chart = flowChart(funds([county(), county({ state: 'notDue', name: '江川区' })]), reading, -1);
    expect(chart?.table.rows[1]).toEqual(['江川区', '—', '—', '—', '—']);
  });
});

describe('a measure of the map', () => {
  it('is a share in percent, and none before there is anything to have a share of', () => {
    expect(measured('passedOn', county())).toBe('70.00');
    expect(measured('received', county({ received: { fen: 0 } }))).toBeNull();
    expect(measured('reconciled', county())).toBeNull();
    expect(measured('reconciled', county({ reconciliation: { months: 12, toExplain: 3 } }))).toBe('75.00');
  });
});
