import { givenCountyYear, givenFinding, givenMovement } from '../metrics/given-county-year';
import { isoDate } from '../period/year-month';
import { pendingItems } from './pending';

describe('what waits for somebody', () => {
  it('is nothing where everything is approved, filed and rectified', () => {
    const roles = [
      'programOfficer',
      'inspector',
      'countyOfficer',
      'countyApprover',
      'countyFinance',
    ] as const;
    for (const role of roles) expect(pendingItems(role, [givenCountyYear()])).toEqual([]);
  });

  it('counts the sheets to approve over all counties and leads to the first of them', () => {
    const waiting = {
      ...givenCountyYear({
        months: { '2025-11': { stage: 'submitted' }, '2025-12': { stage: 'submitted' } },
      }),
      county: 'yimen',
    };
    const items = pendingItems('programOfficer', [givenCountyYear(), waiting]);
    expect(items).toEqual([expect.objectContaining({ kind: 'approveWages', count: 2, county: 'yimen' })]);
    expect(items[0]?.text.zh).toBe('2 份工资支出表已报送，待审核');
  });

  it('tells each role only of what it can do something about', () => {
    const facts = givenCountyYear({
      sheets: { '2025-12': { state: 'missing', stage: 'open', submittedOn: null, results: [] } },
      findings: [givenFinding('2025-11', '2025-12-31')],
    });
    expect(pendingItems('inspector', [facts]).map((one) => one.kind)).toEqual([
      'lateInspections',
      'findings',
    ]);
    expect(pendingItems('countyOfficer', [facts]).map((one) => one.kind)).toEqual(['findings']);
    expect(pendingItems('countyApprover', [facts])).toEqual([]);
  });

  it('reminds county finance of money that it received and has not passed on in full', () => {
    const held = givenCountyYear({
      asOf: '2025-05-01',
      movements: [
        givenMovement('issue', '2025-04-18'),
        givenMovement('receipt', '2025-04-20'),
        givenMovement('passOn', '2025-04-25', 9_000_000),
      ],
    });
    expect(pendingItems('countyFinance', [held]).map((one) => one.kind)).toEqual(['passOn']);
  });

  it('does not call a settled finding pending', () => {
    const settled = givenFinding('2025-11', '2025-12-31', { rectifiedOn: isoDate('2025-12-20') });
    expect(pendingItems('countyOfficer', [givenCountyYear({ findings: [settled] })])).toEqual([]);
  });
});
