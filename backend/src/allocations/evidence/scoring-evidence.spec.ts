import type { FrozenRow, RunRow } from '../../evaluations/evaluations.queries';
import { scoredCounties } from './scoring-evidence';

const veto = (id: string, responsible: string, capTotal: string) => ({
  id,
  marks: '0',
  responsible,
  rule: { kind: 'veto', capTotal },
});
const RUN = {
  id: 'run',
  kind: 'departmentEvaluation',
  finalisedOn: '2026-03-10',
  method: {
    definition: {
      indicators: [
        { id: 'work', marks: '120', responsible: 'countyJustice', rule: { kind: 'yesNo' } },
        veto('own', 'countyJustice', '60'),
        veto('own-worse', 'countyJustice', '48'),
        veto('of-others', 'countyFinance', '12'),
      ],
    },
  },
} as unknown as RunRow;
const capWhere = (occurred: Readonly<Record<string, boolean>>): string | null | undefined => {
  const inputs = Object.fromEntries(Object.entries(occurred).map(([id, it]) => [id, { occurred: it }]));
  const row = { county: 'a', inputs, answer: { total: '90', indicators: [] } } as unknown as FrozenRow;
  return scoredCounties(RUN, [row]).byCounty.get('a')?.vetoCap;
};

describe('a veto in the evidence of a split', () => {
  it('is the lowest cap of those that occurred, as a percent of full marks', () => {
    expect(capWhere({ own: true, 'own-worse': true })).toBe('40.00');
    expect(capWhere({ own: true, 'own-worse': false })).toBe('50.00');
  });

  it('counts for nothing where it did not occur, or where others answer for it', () => {
    expect(capWhere({ own: false, 'of-others': true })).toBeNull();
  });
});
