import { checkRefusals, type CheckWanted } from './check-refusals';
import type { DecisionCase } from './decision-case';
import { decisionActs, sortActs } from './decision-acts';
import { FINANCE, givenCase, givenEntry, LEADER, OFFICER, SECOND_OFFICER } from './given-decision';

const waiting = givenEntry('promulgation', { checkedBy: null });
const log = [
  givenEntry('submission'),
  givenEntry('collectiveDecision'),
  givenEntry('countersignature'),
  waiting,
];
const told = (one: DecisionCase, more: Partial<CheckWanted> = {}): string[] =>
  checkRefusals(one, { number: 4, outcome: 'confirmed', reason: null, by: SECOND_OFFICER, ...more }).map(
    ({ pointer, detail }) => `${pointer} ${detail.zh}`,
  );

describe('the check of an entry', () => {
  it('is made by another person of the program office or of finance', () => {
    expect(told(givenCase(log))).toEqual([]);
    expect(told(givenCase(log), { by: FINANCE })).toEqual([]);
    expect(told(givenCase(log), { by: OFFICER })).toEqual(['/number 本条由您登记，须由另一人核对。']);
    expect(told(givenCase(log), { by: { ...OFFICER, roles: ['programOfficer', 'finance'] } })).toEqual([
      '/number 本条由您登记，须由另一人核对。',
    ]);
    expect(told(givenCase(log), { by: LEADER })).toEqual([
      '/number 登记由项目管理科室人员或市财政局人员核对，您的账号没有这一角色。',
    ]);
  });

  it('is made once, of the entry that waits', () => {
    expect(told(givenCase(log), { number: 3 })).toEqual(['/number 等待核对的是第 4 条登记，请刷新页面。']);
    expect(told(givenCase([...log.slice(0, 3), { ...waiting, checkedBy: FINANCE.id }]))).toEqual([
      '/number 没有等待核对的登记，请刷新页面。',
    ]);
  });

  it('says what differs where it rejects', () => {
    expect(told(givenCase(log), { outcome: 'rejected' })).toEqual(['/reason 核对不符须写明哪里不符。']);
    expect(told(givenCase(log), { outcome: 'rejected', reason: '文号应为13号' })).toEqual([]);
  });

  it('does not confirm what meanwhile stands in the way, but may reject it', () => {
    const hindered = givenCase(log, { decidedBefore: '玉司发〔2026〕9号' });
    expect(told(hindered)).toEqual([expect.stringMatching(/^\/outcome .*已以玉司发〔2026〕9号定案/)]);
    expect(told(hindered, { outcome: 'rejected', reason: '已另行印发' })).toEqual([]);
  });
});

describe('the acts that are offered', () => {
  const offered = (entries: typeof log, by: typeof OFFICER, more: Partial<DecisionCase> = {}): string[] =>
    decisionActs(givenCase(entries, more), by).map(({ act, step }) => `${act} ${step}`);

  it('are those of the next step that the person may enter', () => {
    expect(offered(log.slice(0, 1), LEADER)).toEqual([
      'take collectiveDecision',
      'return collectiveDecision',
    ]);
    expect(offered(log.slice(0, 1), OFFICER)).toEqual(['enterPaper collectiveDecision']);
    expect(offered(log.slice(0, 2), FINANCE)).toEqual([
      'take countersignature',
      'return countersignature',
      'enterPaper countersignature',
    ]);
    expect(offered(log.slice(0, 2), LEADER)).toEqual([]);
    expect(offered(log.slice(0, 3), OFFICER)).toEqual([
      'take promulgation',
      'return promulgation',
      'enterPaper promulgation',
    ]);
  });

  it('are due to whoever takes the step; a paper that another could enter is possible and calls nobody', () => {
    const sorted = (entries: typeof log, by: typeof OFFICER, more: Partial<DecisionCase> = {}) => {
      const { due, possible } = sortActs(decisionActs(givenCase(entries, more), by));
      return [due, possible].map((acts) => acts.map(({ act }) => act));
    };
    expect(sorted(log.slice(0, 1), LEADER)).toEqual([['take', 'return'], []]);
    expect(sorted(log.slice(0, 1), OFFICER)).toEqual([[], ['enterPaper']]);
    expect(sorted(log.slice(0, 1), FINANCE)).toEqual([[], ['enterPaper']]);
    expect(sorted(log.slice(0, 1), OFFICER, { personsReduced: 1 })).toEqual([
      ['attachOpinion'],
      ['enterPaper'],
    ]);
    expect(sorted(log.slice(0, 2), FINANCE)).toEqual([['take', 'return', 'enterPaper'], []]);
    expect(sorted(log.slice(0, 2), OFFICER)).toEqual([[], ['enterPaper']]);
    expect(sorted(log, SECOND_OFFICER)).toEqual([['check'], []]);
    expect(
      sorted(
        [...log.slice(0, 1), givenEntry('collectiveDecision', { outcome: 'returned', reason: '再议' })],
        OFFICER,
      ),
    ).toEqual([['submitAgain'], []]);
    const both = { id: OFFICER.id, roles: ['leader', 'programOfficer'] as const };
    expect(sorted(log.slice(0, 1), both)).toEqual([[], ['return', 'enterPaper']]);
  });

  it('are not the taking of what the person submitted', () => {
    const both = { id: OFFICER.id, roles: ['leader', 'programOfficer'] as const };
    expect(offered(log.slice(0, 1), both)).toEqual([
      'return collectiveDecision',
      'enterPaper collectiveDecision',
    ]);
  });

  it('are the check alone while an entry waits, and not to whoever entered it', () => {
    expect(offered(log, SECOND_OFFICER)).toEqual(['check promulgation']);
    expect(offered(log, FINANCE)).toEqual(['check promulgation']);
    expect(offered(log, OFFICER)).toEqual([]);
    expect(offered(log, LEADER)).toEqual([]);
  });

  it('are to submit again after a return, and none after 印发', () => {
    const returned = givenEntry('collectiveDecision', { outcome: 'returned', reason: '再议' });
    expect(offered([...log.slice(0, 1), returned], SECOND_OFFICER)).toEqual(['submitAgain submission']);
    expect(offered([...log.slice(0, 3), { ...waiting, checkedBy: FINANCE.id }], OFFICER)).toEqual([]);
  });

  it('are hidden by nothing that hinders everybody: 人员安置意见 is offered to the officer beside', () => {
    const reduced = { personsReduced: 1 };
    expect(offered(log.slice(0, 1), LEADER, reduced)).toContain('take collectiveDecision');
    expect(offered(log.slice(0, 1), OFFICER, reduced)).toEqual([
      'enterPaper collectiveDecision',
      'attachOpinion collectiveDecision',
    ]);
    expect(offered(log.slice(0, 1), OFFICER, { ...reduced, staffingOpinion: true })).toEqual([
      'enterPaper collectiveDecision',
    ]);
  });
});
