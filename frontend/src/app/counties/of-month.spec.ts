import type { County } from '@yuheng/shared/contract/counties';
import { partsOfMonth } from './of-month';

type Finding = County['findings'][number];
const said = { zh: '', en: '' };
const event = (date: string): County['timeline'][number] => ({
  date,
  kind: 'wages',
  fen: 1,
  text: said,
  documentNumber: null,
});
const finding = (id: string, dates: Partial<Finding>): Finding => ({
  id,
  month: '2025-03',
  item: 'wages',
  itemName: said,
  summary: '',
  foundOn: '2025-04-08',
  deadline: '2025-05-08',
  rectifiedOn: null,
  closedOn: null,
  repeated: false,
  overdue: false,
  ...dates,
});
const filing = (dueOn: string | null, filedOn: string | null): County['filings'][number] => ({
  document: 'implementationPlan',
  recipient: 'cityJustice',
  state: 'reported',
  dueOn,
  filedOn,
  basis: said,
});

const parts = {
  timeline: [event('2025-03-31'), event('2025-04-01'), event('2025-04-30')],
  findings: [
    finding('a', {}),
    finding('b', { month: '2025-04', foundOn: '2025-05-09', deadline: '2025-06-09' }),
    finding('c', { foundOn: '2025-03-20', deadline: '2025-03-30' }),
  ],
  filings: [filing('2025-05-20', '2025-04-28'), filing(null, null), filing('2025-06-01', '2025-05-30')],
};

describe('what touches a month', () => {
  it('is everything, unchanged, while no month is picked', () => {
    expect(partsOfMonth(parts, null)).toEqual(parts);
  });

  it('is the money moved in it, from its first day to its last', () => {
    expect(partsOfMonth(parts, '2025-04').timeline.map(({ date }) => date)).toEqual([
      '2025-04-01',
      '2025-04-30',
    ]);
  });

  it('is the findings of its inspection, and those found, due, rectified or closed in it', () => {
    expect(partsOfMonth(parts, '2025-04').findings.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(partsOfMonth(parts, '2025-03').findings.map(({ id }) => id)).toEqual(['a', 'c']);
    expect(partsOfMonth(parts, '2025-12').findings).toEqual([]);
  });

  it('is the filings due or filed in it', () => {
    expect(partsOfMonth(parts, '2025-05').filings).toEqual([parts.filings[0], parts.filings[2]]);
    expect(partsOfMonth(parts, '2025-04').filings).toEqual([parts.filings[0]]);
  });
});
