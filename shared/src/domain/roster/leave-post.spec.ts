import { isoDate } from '../period/year-month';
import { leavePost } from './leave-post';

const PAST = { from: isoDate('2023-01-01'), until: isoDate('2023-12-31') };
const OPEN = { from: isoDate('2024-01-01'), until: null };

describe('leaving a post', () => {
  it('ends the open period on the last day and leaves the others alone', () =>
    expect(leavePost([PAST, OPEN], isoDate('2025-05-31'))).toEqual({
      ok: true,
      value: [PAST, { from: '2024-01-01', until: '2025-05-31' }],
    }));

  it('may be on the first day itself, and not before it', () => {
    expect(leavePost([OPEN], isoDate('2024-01-01')).ok).toBe(true);
    expect(leavePost([OPEN], isoDate('2023-12-31'))).toMatchObject({
      ok: false,
      refusals: [{ pointer: '/lastDay' }],
    });
  });

  it('is refused for who is not on post', () =>
    expect(leavePost([PAST], isoDate('2025-05-31'))).toMatchObject({
      ok: false,
      refusals: [{ pointer: '/lastDay' }],
    }));
});
