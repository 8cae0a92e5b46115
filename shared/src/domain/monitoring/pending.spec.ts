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
    expect(items).toMatchObject([
      {
        kind: 'approveWages',
        count: 2,
        overdue: 0,
        inCharge: null,
        counties: [{ county: 'yimen', count: 2, month: '2025-11', daysPast: null }],
      },
    ]);
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

  it('says of each county how many days the first of it is past its day, and whose it is', () => {
    const late = givenCountyYear({
      asOf: '2026-03-20',
      findings: [givenFinding('2025-11', '2026-03-10'), givenFinding('2025-12', '2026-03-20')],
    });
    expect(pendingItems('leader', [givenCountyYear({ asOf: '2026-03-20' }), late])).toMatchObject([
      {
        kind: 'overdueFindings',
        count: 1,
        overdue: 1,
        inCharge: 'countyOfficer',
        counties: [{ county: late.county, count: 1, daysPast: 10 }],
      },
    ]);
  });

  it('calls money at county finance to the leadership only once its clock has run out', () => {
    const held = (asOf: string) =>
      givenCountyYear({
        asOf,
        movements: [givenMovement('issue', '2025-04-18'), givenMovement('receipt', '2025-04-20')],
      });
    const kinds = (asOf: string) => pendingItems('leader', [held(asOf)]).map((one) => one.kind);
    expect(kinds('2025-05-20')).not.toContain('passOn');
    expect(kinds('2025-05-21')).toContain('passOn');
  });
});
