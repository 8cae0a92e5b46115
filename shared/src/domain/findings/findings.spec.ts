import * as fc from 'fast-check';
import { addDays, isoDate } from '../period/year-month';
import { checkDeadline } from './deadline';
import { actOnDoubt, type DoubtAct } from './doubt-acts';
import { doubtState, isOpenDoubt, type DoubtDays } from './doubt-state';
import { actOnFinding, type FindingAct } from './finding-acts';
import { countFindings, type CountedFinding } from './finding-rates';
import { findingState, isFindingOverdue } from './finding-state';
import { readRecordId, recordId } from './record-id';

const day = (text: string) => isoDate(text);

const finding = (changes: Partial<CountedFinding> = {}): CountedFinding => ({
  deadline: day('2025-04-30'),
  rectifiedOn: null,
  returnedOn: null,
  closedOn: null,
  repeated: false,
  ...changes,
});

describe('a finding', () => {
  it('goes from open to rectified, and closed or sent back', () => {
    expect(findingState(finding())).toBe('open');
    expect(findingState(finding({ rectifiedOn: day('2025-04-10') }))).toBe('rectified');
    expect(findingState(finding({ returnedOn: day('2025-04-12') }))).toBe('returned');
    expect(findingState(finding({ rectifiedOn: day('2025-04-15'), returnedOn: day('2025-04-12') }))).toBe(
      'rectified',
    );
    expect(findingState(finding({ rectifiedOn: day('2025-04-10'), closedOn: day('2025-04-14') }))).toBe(
      'closed',
    );
  });

  it('is overdue from the day after its deadline while the county has it, sent back or not', () => {
    expect(isFindingOverdue(finding(), day('2025-04-30'))).toBe(false);
    expect(isFindingOverdue(finding(), day('2025-05-01'))).toBe(true);
    expect(isFindingOverdue(finding({ returnedOn: day('2025-04-12') }), day('2025-05-01'))).toBe(true);
    expect(isFindingOverdue(finding({ rectifiedOn: day('2025-04-29') }), day('2025-05-01'))).toBe(false);
  });

  const act = (state: Parameters<typeof actOnFinding>[0], one: FindingAct, by = 'inspector') =>
    actOnFinding(state, { act: one, by, rectifiedBy: state === 'rectified' ? 'county-hongta' : null });

  it.each([
    ['open', 'rectify', 'rectified'],
    ['returned', 'rectify', 'rectified'],
    ['rectified', 'pass', 'closed'],
    ['rectified', 'return', 'returned'],
  ] as const)('%s: %s leads to %s', (from, one, to) => {
    expect(act(from, one)).toEqual({ ok: true, value: to });
  });

  it.each([
    ['rectified', 'rectify', '正在等待复核'],
    ['closed', 'rectify', '已销号'],
    ['closed', 'pass', '已销号'],
    ['closed', 'return', '已销号'],
    ['open', 'pass', '尚未提交整改'],
    ['returned', 'return', '尚未提交整改'],
  ] as const)('%s: %s is refused in words', (from, one, words) => {
    const outcome = act(from, one);
    expect(outcome.ok ? [] : outcome.refusals.map(({ detail }) => detail.zh)).toEqual([
      expect.stringContaining(words),
    ]);
  });

  it('is not re-checked by who rectified it', () => {
    expect(act('rectified', 'pass', 'county-hongta')).toMatchObject({ ok: false });
    expect(act('rectified', 'return', 'county-hongta')).toMatchObject({ ok: false });
  });

  it('has a deadline from its own day to a year later', () => {
    const found = day('2025-04-01');
    const check = (deadline: string) => checkDeadline(day(deadline), found, '/deadline');
    expect(check('2025-04-01').ok).toBe(true);
    expect(check('2026-04-02').ok).toBe(true);
    expect(check('2025-03-31')).toMatchObject({ ok: false, refusals: [{ pointer: '/deadline' }] });
    expect(check('2026-04-03')).toMatchObject({ ok: false, refusals: [{ pointer: '/deadline' }] });
  });
});

describe('countFindings', () => {
  it('counts the worked example: one in time, one late, one overdue, one not due yet', () => {
    const counted = countFindings(
      [
        finding({ rectifiedOn: day('2025-04-30'), closedOn: day('2025-05-10') }),
        finding({ rectifiedOn: day('2025-05-01'), repeated: true }),
        finding(),
        finding({ deadline: day('2025-06-30') }),
      ],
      day('2025-05-20'),
    );
    expect(counted).toEqual({
      total: 4,
      states: { open: 2, rectified: 1, returned: 0, closed: 1 },
      overdue: 1,
      inTime: { part: 1, whole: 3, rate: '33.33' },
      repeated: { part: 1, whole: 4, rate: '25.00' },
    });
  });

  it('states no rate where nothing is due', () => {
    expect(countFindings([], day('2025-05-20'))).toMatchObject({
      total: 0,
      inTime: { part: 0, whole: 0, rate: null },
      repeated: { part: 0, whole: 0, rate: null },
    });
  });
});

describe('a doubt', () => {
  const EXPLAIN_BY = day('2026-03-27');
  const doubt = (changes: Partial<DoubtDays> = {}): DoubtDays => ({
    explainBy: EXPLAIN_BY,
    explainedOn: null,
    decision: null,
    ...changes,
  });
  const answered = doubt({ explainedOn: day('2026-03-24') });
  const act = (of: DoubtDays, one: DoubtAct, on: string, by = 'inspector') =>
    actOnDoubt(of, { act: one, by, explainedBy: of.explainedOn && 'county-hongta', on: day(on) });
  const words = (outcome: ReturnType<typeof actOnDoubt>): string =>
    outcome.ok ? '' : outcome.refusals.map(({ detail }) => detail.zh).join();

  it('waits, is answered, and is explained or becomes a finding', () => {
    expect(doubtState(doubt())).toBe('waiting');
    expect(doubtState(answered)).toBe('answered');
    expect(act(doubt(), 'explain', '2026-03-24')).toEqual({ ok: true, value: 'answered' });
    expect(act(answered, 'explain', '2026-03-25')).toEqual({ ok: true, value: 'answered' });
    expect(act(answered, 'accept', '2026-03-25')).toEqual({ ok: true, value: 'explained' });
    expect(act(answered, 'convert', '2026-03-25')).toEqual({ ok: true, value: 'converted' });
  });

  it('is open until it is decided', () => {
    expect([doubt(), answered].every(isOpenDoubt)).toBe(true);
    expect(isOpenDoubt(doubt({ decision: 'explained' }))).toBe(false);
  });

  it('becomes a finding without the county’s word only after its five working days', () => {
    expect(words(act(doubt(), 'convert', '2026-03-27'))).toContain('说明期限至 2026-03-27');
    expect(act(doubt(), 'convert', '2026-03-28')).toEqual({ ok: true, value: 'converted' });
  });

  it('is not accepted while nobody has explained', () => {
    expect(words(act(doubt(), 'accept', '2026-04-01'))).toContain('尚未说明');
  });

  it('is not decided by who explained', () => {
    expect(words(act(answered, 'accept', '2026-03-25', 'county-hongta'))).toContain('不能由您本人认定');
    expect(words(act(answered, 'convert', '2026-03-25', 'county-hongta'))).toContain('不能由您本人认定');
  });

  it.each(['explained', 'converted'] as const)('no longer changes once it is %s', (decision) => {
    for (const one of ['explain', 'accept', 'convert'] as const) {
      expect(words(act({ ...answered, decision }, one, '2026-04-01'))).toContain('已经办结');
    }
  });

  it('explained on any day can be decided on any later day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5, max: 30 }), fc.nat(30), (after, later) => {
        const explainedOn = addDays(EXPLAIN_BY, after);
        expect(act(doubt({ explainedOn }), 'convert', addDays(explainedOn, later)).ok).toBe(true);
      }),
    );
  });
});

describe('the text that names a record', () => {
  it('is read back as it was written', () => {
    const id = recordId({
      program: 'assistants',
      county: 'hongta',
      month: '2025-03' as never,
      item: 'filing',
    });
    expect(id).toBe('assistants.hongta.2025-03.filing');
    expect(readRecordId(id)).toEqual({
      program: 'assistants',
      county: 'hongta',
      month: '2025-03',
      item: 'filing',
    });
  });

  it.each(['', 'assistants.hongta.2025-13.filing', 'a.b.2025-01', 'a.b.2025-01.c.d', "a.b.2025-01.'"])(
    '“%s” names nothing',
    (text) => {
      expect(readRecordId(text)).toBeNull();
    },
  );
});
