import {
  decisionTaskInWords,
  decisionTasks,
  pageOfDecisionTask,
  type DecisionTaskKind,
  type OpenDecision,
} from './decision-tasks';
import { FINANCE, givenCase, givenEntry, LEADER, OFFICER, SECOND_OFFICER } from './given-decision';

const submission = givenEntry('submission');
const decided = givenEntry('collectiveDecision');
const countersigned = givenEntry('countersignature');
const waiting = givenEntry('promulgation', { checkedBy: null });
const returned = givenEntry('collectiveDecision', { outcome: 'returned', reason: '再议' });
const open = (
  id: string,
  entries: Parameters<typeof givenCase>[0],
  more: Parameters<typeof givenCase>[1] = {},
  year = 2026,
): OpenDecision => ({ id, year, case: givenCase(entries, more) });
const kinds = (decisions: readonly OpenDecision[], by: typeof LEADER) =>
  decisionTasks(decisions, by).map(({ kind, year, count, first }) => [kind, year, count, first]);

describe('what waits in submitted splits', () => {
  it('is of each step for its own role alone', () => {
    const all = [
      open('a', [submission]),
      open('b', [submission, decided]),
      open('c', [submission, decided, countersigned]),
    ];
    expect(kinds(all, LEADER)).toEqual([['decideSplit', 2026, 1, 'a']]);
    expect(kinds(all, FINANCE)).toEqual([['countersignSplit', 2026, 1, 'b']]);
    expect(kinds(all, OFFICER)).toEqual([['promulgateSplit', 2026, 1, 'c']]);
    expect(kinds(all, { id: 'x', roles: [] })).toEqual([]);
  });

  it('is the check for another person than who entered it', () => {
    const entered = [open('a', [submission, decided, countersigned, waiting])];
    expect(kinds(entered, OFFICER)).toEqual([]);
    expect(kinds(entered, SECOND_OFFICER)).toEqual([['checkSplitEntry', 2026, 1, 'a']]);
  });

  it('is for the officer what was returned, and the staffing opinion that is missing', () => {
    expect(kinds([open('a', [submission, returned])], OFFICER)).toEqual([['submitSplitAgain', 2026, 1, 'a']]);
    expect(kinds([open('a', [submission], { personsReduced: 1 })], OFFICER)).toEqual([
      ['attachStaffingOpinion', 2026, 1, 'a'],
    ]);
  });

  it('is counted by kind and year', () => {
    const all = [open('a', [submission]), open('b', [submission]), open('c', [submission], {}, 2027)];
    expect(kinds(all, LEADER)).toEqual([
      ['decideSplit', 2026, 2, 'a'],
      ['decideSplit', 2027, 1, 'c'],
    ]);
  });

  it('is no call to approve what one saved or submitted oneself', () => {
    expect(kinds([open('a', [submission])], { id: OFFICER.id, roles: ['leader', 'programOfficer'] })).toEqual(
      [],
    );
  });
});

describe('a task of a split in words', () => {
  it.each([
    ['decideSplit', '2026 年度资金分配方案 2 个已报送，待党组会（局长办公会）集体研究'],
    ['countersignSplit', '2026 年度资金分配方案 2 个集体研究已通过，待会签'],
    ['promulgateSplit', '2026 年度资金分配方案 2 个已会签，待印发'],
    ['checkSplitEntry', '2026 年度资金分配登记 2 条，待您核对'],
    ['submitSplitAgain', '2026 年度资金分配方案 2 个被退回，待重新报送'],
    ['attachStaffingOpinion', '2026 年度人员安置意见 2 份，待上传'],
    ['acknowledgeSplitNotice', '2026 年度资金分配通知 2 份，待签收'],
  ] satisfies [DecisionTaskKind, string][])('%s', (kind, zh) => {
    const words = decisionTaskInWords({ kind, year: 2026, count: 2, first: 'a' });
    expect(words.zh).toBe(zh);
    expect(words.en).toMatch(/^Split of 2026: 2 /);
  });

  it('leads to the one decision, to the list of several, and a county to its notices', () => {
    const page = (kind: DecisionTaskKind, count: number) =>
      pageOfDecisionTask({ kind, year: 2026, count, first: 'a' }, 'assistants');
    expect(page('decideSplit', 1)).toBe('/allocations/decisions/a?program=assistants&year=2026');
    expect(page('decideSplit', 2)).toBe('/allocations/decisions?program=assistants&year=2026');
    expect(page('acknowledgeSplitNotice', 1)).toBe('/allocations/notices?program=assistants&year=2026');
  });
});
