import * as fc from 'fast-check';
import type { Stage } from '../metrics/facts';
import { isoDate, yearMonth } from '../period/year-month';
import { actOnSheet, actsAt, LONGEST_REOPENING, stageOn, writeRefusal } from './stages';
import type { ActOnSheet, SheetAct } from './stages';

const MONTH = yearMonth('2026-02');
const TODAY = isoDate('2026-03-20');
const STAGES: readonly Stage[] = ['notDue', 'open', 'submitted', 'returned', 'approved', 'reopened'];
const ACTS: readonly SheetAct[] = ['open', 'submit', 'confirmUnchanged', 'return', 'approve', 'reopen'];

const sheetAt = (stage: Stage, reopenedUntil = isoDate('2026-03-31')) => ({
  month: MONTH,
  stage,
  reopenedUntil,
});

const acting = (act: SheetAct, own: Partial<ActOnSheet> = {}): ActOnSheet => ({
  act,
  by: 'officer',
  on: TODAY,
  reason: '数据有误',
  until: isoDate('2026-03-31'),
  ...own,
});

function outcome(stage: Stage, act: ActOnSheet, writers: readonly string[] = ['county']): string {
  const result = actOnSheet(sheetAt(stage), act, writers);
  return result.ok ? result.value : result.refusals.map(({ pointer }) => pointer).join(' ');
}

test.each<[Stage, SheetAct, Stage]>([
  ['open', 'submit', 'submitted'],
  ['returned', 'submit', 'submitted'],
  ['reopened', 'submit', 'submitted'],
  ['open', 'confirmUnchanged', 'submitted'],
  ['submitted', 'return', 'returned'],
  ['submitted', 'approve', 'approved'],
  ['approved', 'reopen', 'reopened'],
])('a sheet that is %s becomes by "%s" %s', (from, act, to) => {
  expect(outcome(from, acting(act))).toBe(to);
});

test('every other act at every other stage is refused at the stage, so a second approval finds nothing to approve', () => {
  const allowed = STAGES.flatMap((stage) =>
    ACTS.filter((act) => outcome(stage, acting(act)) !== '/stage').map((act) => `${stage} ${act}`),
  );
  expect(allowed).toEqual([
    'notDue submit',
    'notDue confirmUnchanged',
    'open submit',
    'open confirmUnchanged',
    'submitted return',
    'submitted approve',
    'returned submit',
    'approved reopen',
    'reopened submit',
  ]);
  expect(outcome('approved', acting('approve'))).toBe('/stage');
});

test('a sheet before its month is over is opened and nothing else, and nothing is written on it', () => {
  const early = { month: yearMonth('2026-03'), stage: 'notDue' as const, reopenedUntil: null };
  expect(ACTS.filter((act) => actOnSheet(early, acting(act), []).ok)).toEqual(['open']);
  expect(stageOn(early, isoDate('2026-03-31'))).toBe('notDue');
  expect(stageOn(early, isoDate('2026-04-01'))).toBe('open');
});

test('nobody approves what they entered or submitted, whatever else they may do', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 5 }), (people) => {
      const by = people[0] ?? '';
      expect(outcome('submitted', acting('approve', { by }), people)).toBe('/by');
      expect(outcome('submitted', acting('approve', { by }), people.slice(1))).toBe('approved');
      expect(outcome('submitted', acting('return', { by }), people)).toBe('returned');
    }),
  );
});

test.each(['return', 'reopen'] as const)('to %s a sheet needs a reason, and spaces are none', (act) => {
  const stage = act === 'return' ? 'submitted' : 'approved';
  expect(outcome(stage, acting(act, { reason: null }))).toBe('/reason');
  expect(outcome(stage, acting(act, { reason: '  ' }))).toBe('/reason');
});

test('submitting and approving need no reason', () => {
  expect(outcome('open', acting('submit', { reason: null }))).toBe('submitted');
  expect(outcome('submitted', acting('approve', { reason: null }))).toBe('approved');
});

test('a reopening ends between today and 92 days from now; without an end it is refused', () => {
  expect(LONGEST_REOPENING).toBe(92);
  const until = (day: string | null) =>
    outcome('approved', acting('reopen', { until: day === null ? null : isoDate(day) }));
  expect([null, '2026-03-19', '2026-03-20', '2026-06-20', '2026-06-21'].map(until)).toEqual([
    '/until',
    '/until',
    'reopened',
    'reopened',
    '/until',
  ]);
});

test('a reopened sheet that nobody submitted is approved again on the day after the end of its reopening', () => {
  const sheet = sheetAt('reopened', isoDate('2026-03-20'));
  expect(stageOn(sheet, TODAY)).toBe('reopened');
  expect(stageOn(sheet, isoDate('2026-03-21'))).toBe('approved');
  const late = actOnSheet(sheet, acting('submit', { on: isoDate('2026-03-21') }), []);
  expect(late.ok).toBe(false);
});

test('what was submitted after a reopening stays submitted when the reopening would have ended', () => {
  expect(stageOn(sheetAt('submitted', isoDate('2026-03-01')), TODAY)).toBe('submitted');
});

test('values are written while a sheet is open, returned or reopened; otherwise the refusal says what to do', () => {
  expect(STAGES.filter((stage) => writeRefusal(stage) === null)).toEqual(['open', 'returned', 'reopened']);
  expect(writeRefusal('submitted')?.detail.zh).toContain('退回');
  expect(writeRefusal('approved')?.detail.zh).toContain('重新开放');
});

test('the acts that a stage offers are exactly those that it does not refuse', () => {
  for (const stage of STAGES.filter((one) => one !== 'notDue')) {
    expect(actsAt(stage)).toEqual(ACTS.filter((act) => outcome(stage, acting(act)) !== '/stage'));
  }
  expect(actsAt('notDue')).toEqual(['open']);
});

test('a refusal by stage names the present stage, the stage it needs and the act in words of the glossary', () => {
  const result = actOnSheet(sheetAt('approved'), acting('return'), []);
  expect(result.ok ? '' : result.refusals[0]?.detail.zh).toBe(
    '本表现为“已审核”，只有“已报送”的表才能退回；请刷新后按最新状态办理。',
  );
});
