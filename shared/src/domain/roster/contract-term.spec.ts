import { isoDate } from '../period/year-month';
import { contractRefusals } from './contract-term';

const pointersOf = (from: string | null, until: string | null): string[] =>
  contractRefusals({
    from: from === null ? null : isoDate(from),
    until: until === null ? null : isoDate(until),
  }).map(({ pointer }) => pointer);

describe('the term of a contract', () => {
  it.each([
    [null, null],
    ['2025-01-01', null],
    ['2025-01-01', '2025-01-01'],
    ['2025-01-01', '2027-12-31'],
  ])('may run from %s to %s', (from, until) => expect(pointersOf(from, until)).toEqual([]));

  it('is refused where it ends before it begins', () =>
    expect(pointersOf('2025-01-02', '2025-01-01')).toEqual(['/contractUntil']));

  it('is refused where it ends and never begins', () =>
    expect(pointersOf(null, '2025-01-01')).toEqual(['/contractFrom']));
});
