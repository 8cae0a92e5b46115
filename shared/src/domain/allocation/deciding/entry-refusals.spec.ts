import { bilingual } from '../../bilingual';
import { isoDate } from '../../period/year-month';
import type { DecisionEntry, DecisionStep } from './decision';
import type { DecisionActor, DecisionCase } from './decision-case';
import { entryRefusals } from './entry-refusals';
import {
  FINANCE,
  givenCase,
  givenEntry,
  LEADER,
  OFFICER,
  SECOND_OFFICER,
  wantedEntry,
} from './given-decision';

const submission = givenEntry('submission');
const decided = givenEntry('collectiveDecision');
const countersigned = givenEntry('countersignature');
const promulgated = givenEntry('promulgation');
const PAPER = { way: 'paper', file: 'scan-1' } as const;
const STALE = bilingual(
  '2025年11月的归集数据在保存之后有更改。',
  'The figures of November 2025 changed since.',
);

/** Pointer and Chinese sentence of what is refused; empty where nothing is. */
const told = (one: DecisionCase, ...wanted: Parameters<typeof wantedEntry>): string[] =>
  entryRefusals(one, wantedEntry(...wanted)).map(({ pointer, detail }) => `${pointer} ${detail.zh}`);

describe('an entry in a decision', () => {
  it('is taken step by step, each by its own role', () => {
    expect(told(givenCase([]), 'submission', OFFICER)).toEqual([]);
    expect(told(givenCase([submission]), 'collectiveDecision', LEADER)).toEqual([]);
    expect(told(givenCase([submission, decided]), 'countersignature', FINANCE)).toEqual([]);
    expect(told(givenCase([submission, decided, countersigned]), 'promulgation', OFFICER)).toEqual([]);
  });

  it.each<[DecisionStep, DecisionEntry[], DecisionActor, string]>([
    ['submission', [], LEADER, '“报送”由项目管理科室人员办理'],
    ['collectiveDecision', [submission], FINANCE, '“党组会（局长办公会）集体研究”由局领导办理'],
    ['countersignature', [submission, decided], LEADER, '“财政会签”由市财政局人员办理'],
    ['promulgation', [submission, decided, countersigned], FINANCE, '“印发”由项目管理科室人员办理'],
  ])('of the step %s is refused to another role', (step, entries, who, said) => {
    expect(told(givenCase(entries), step, who)).toEqual([`/step ${said}，您的账号没有这一角色。`]);
  });

  it('is only ever that of the next step', () => {
    expect(told(givenCase([submission]), 'countersignature', FINANCE)).toEqual([
      '/step 现在不能登记“财政会签”：下一步是“党组会（局长办公会）集体研究”。',
    ]);
    expect(told(givenCase([submission, decided]), 'collectiveDecision', LEADER)).toEqual([
      '/step 现在不能登记“党组会（局长办公会）集体研究”：下一步是“财政会签”。',
    ]);
    expect(
      told(givenCase([submission, decided, countersigned, promulgated]), 'promulgation', OFFICER),
    ).toEqual(['/step 本决定已印发，不能再改；如有错误，请另行报送更正。']);
  });

  it('waits until the entry before it was checked, and counts that as never made where it was rejected', () => {
    const paper = { ...decided, ...PAPER, enteredBy: OFFICER.id };
    expect(told(givenCase([submission, paper]), 'countersignature', FINANCE)).toEqual([
      '/step 已登记的“党组会（局长办公会）集体研究”尚待另一人核对，核对之前不能再登记其他步骤。',
    ]);
    expect(
      told(givenCase([submission, { ...paper, checkedBy: 'finance' }]), 'countersignature', FINANCE),
    ).toEqual([]);
    expect(
      told(
        givenCase([submission, { ...paper, checkedBy: 'finance', rejected: true }]),
        'collectiveDecision',
        LEADER,
      ),
    ).toEqual([]);
  });

  it('sends everything back to the beginning when it is a return, which says why', () => {
    const back = { outcome: 'returned', reason: '请核对元江县在岗人数' } as const;
    expect(
      told(givenCase([submission]), 'collectiveDecision', LEADER, { ...back, documentNumber: null }),
    ).toEqual([]);
    expect(
      told(givenCase([submission]), 'collectiveDecision', LEADER, { outcome: 'returned', reason: ' ' }),
    ).toEqual(['/reason 退回须写明原因。']);
    const returned = givenCase([submission, decided, { ...countersigned, ...back }]);
    expect(told(returned, 'countersignature', FINANCE)).toEqual([
      '/step 现在不能登记“财政会签”：下一步是“报送”。',
    ]);
    expect(told(returned, 'submission', SECOND_OFFICER)).toEqual([]);
  });

  it('is no return and nothing on paper where it is the submission', () => {
    expect(told(givenCase([]), 'submission', OFFICER, PAPER)).toEqual([
      expect.stringMatching(/^\/way 报送只能/),
    ]);
    expect(told(givenCase([]), 'submission', OFFICER, { outcome: 'returned', reason: '撤回' })).toEqual([
      expect.stringMatching(/^\/outcome 报送只能/),
    ]);
  });
});

describe('approval by the author', () => {
  const everything: DecisionActor = { id: 'officer-1', roles: ['leader', 'programOfficer', 'finance'] };
  const own = ['/step 本方案由您保存或报送，不能由您本人批准；请由另一人办理。'];

  it('is refused, also to an account that holds several roles', () => {
    expect(told(givenCase([submission]), 'collectiveDecision', everything)).toEqual(own);
    expect(told(givenCase([submission, decided]), 'countersignature', everything)).toEqual(own);
  });

  it('is refused to whoever saved the scenario, though another person submitted it', () => {
    const byOther = { ...submission, enteredBy: SECOND_OFFICER.id };
    expect(told(givenCase([byOther]), 'collectiveDecision', everything)).toEqual(own);
    expect(told(givenCase([byOther], { author: 'somebody-else' }), 'collectiveDecision', everything)).toEqual(
      [],
    );
  });

  it('is refused to whoever submitted before a return, too', () => {
    const returned = { ...decided, outcome: 'returned', reason: '再议' } as const;
    const again = { ...submission, enteredBy: SECOND_OFFICER.id };
    expect(
      told(givenCase([submission, returned, again], { author: null }), 'collectiveDecision', everything),
    ).toEqual(own);
  });

  it('has its counterpart: who took the collective decision does not countersign', () => {
    const both: DecisionActor = { id: 'leader', roles: ['leader', 'finance'] };
    expect(told(givenCase([submission, decided]), 'countersignature', both)).toEqual([
      '/step 集体研究一步由您办理，财政会签须由另一人办理。',
    ]);
  });

  it('does not keep the author from returning, or from registering 印发', () => {
    expect(
      told(givenCase([submission]), 'collectiveDecision', everything, {
        outcome: 'returned',
        reason: '自查有误',
      }),
    ).toEqual([]);
    expect(told(givenCase([submission, decided, countersigned]), 'promulgation', OFFICER)).toEqual([]);
  });
});

describe('线下签批、线上登记', () => {
  it('is entered by the program office or by finance, 印发 by the program office only', () => {
    expect(told(givenCase([submission]), 'collectiveDecision', OFFICER, PAPER)).toEqual([]);
    expect(told(givenCase([submission]), 'collectiveDecision', FINANCE, PAPER)).toEqual([]);
    expect(told(givenCase([submission, decided]), 'countersignature', OFFICER, PAPER)).toEqual([]);
    expect(told(givenCase([submission]), 'collectiveDecision', LEADER, PAPER)).toEqual([
      '/step “党组会（局长办公会）集体研究”的线下签批由项目管理科室人员或市财政局人员办理，您的账号没有这一角色。',
    ]);
    expect(told(givenCase([submission, decided, countersigned]), 'promulgation', FINANCE, PAPER)).toEqual([
      '/step “印发”的线下签批由项目管理科室人员办理，您的账号没有这一角色。',
    ]);
  });

  it('has a number and a scan, and a return on paper its reason beside', () => {
    expect(
      told(givenCase([submission]), 'collectiveDecision', OFFICER, {
        way: 'paper',
        outcome: 'returned',
        documentNumber: null,
      }),
    ).toEqual([
      '/reason 退回须写明原因。',
      '/documentNumber 线下签批须填写文号或会议纪要编号。',
      '/file 线下签批须先上传签批件的扫描件。',
    ]);
  });

  it('is not needed of 印发, but the document number is', () => {
    expect(
      told(givenCase([submission, decided, countersigned]), 'promulgation', OFFICER, { documentNumber: '' }),
    ).toEqual(['/documentNumber 印发须填写文号，如 玉司发〔2026〕12号。']);
  });
});

describe('the day of an entry', () => {
  it('is not in the future', () => {
    expect(
      told(givenCase([submission]), 'collectiveDecision', LEADER, { on: isoDate('2026-04-03') }),
    ).toEqual(['/on 日期2026年4月3日在今天（2026年4月2日）之后，请填实际办理的日期。']);
  });

  it('is not before that of the last entry that counts', () => {
    expect(
      told(givenCase([submission, decided]), 'countersignature', FINANCE, { on: isoDate('2026-03-23') }),
    ).toEqual(['/on 日期2026年3月23日早于上一步“党组会（局长办公会）集体研究”的2026年3月24日，请核对。']);
    const wrong = { ...decided, ...PAPER, checkedBy: 'finance', rejected: true, on: isoDate('2026-04-01') };
    expect(
      told(givenCase([submission, wrong]), 'collectiveDecision', LEADER, { on: isoDate('2026-03-24') }),
    ).toEqual([]);
  });
});

describe('what stands in the way of a step', () => {
  it('is a missing 人员安置意见 where persons on post would be fewer, of the collective decision and of 印发', () => {
    const said = ['/step 本方案使在岗人员减少 2 人，须先上传人员安置意见。'];
    const reduced = { personsReduced: 2 };
    expect(told(givenCase([], reduced), 'submission', OFFICER)).toEqual([]);
    expect(told(givenCase([submission], reduced), 'collectiveDecision', LEADER)).toEqual(said);
    expect(told(givenCase([submission], reduced), 'collectiveDecision', OFFICER, PAPER)).toEqual(said);
    expect(told(givenCase([submission, decided, countersigned], reduced), 'promulgation', OFFICER)).toEqual(
      said,
    );
    expect(
      told(givenCase([submission], { ...reduced, staffingOpinion: true }), 'collectiveDecision', LEADER),
    ).toEqual([]);
  });

  it('is a stale scenario, with the reason, of everything that approves; 印发 registers what was approved', () => {
    const said = [`/step 测算方案已过期，不能报送或批准：${STALE.zh}请按最新依据另存一个测算方案。`];
    const stale = { stale: STALE };
    expect(told(givenCase([], stale), 'submission', OFFICER)).toEqual(said);
    expect(told(givenCase([submission], stale), 'collectiveDecision', LEADER)).toEqual(said);
    expect(told(givenCase([submission, decided], stale), 'countersignature', FINANCE)).toEqual(said);
    expect(told(givenCase([submission, decided, countersigned], stale), 'promulgation', OFFICER)).toEqual([]);
  });

  it('is another decision in force of the same program and year, at every step', () => {
    const before = { decidedBefore: '玉司发〔2026〕9号' };
    const said = [expect.stringMatching(/^\/step 本项目本年度的分配已以玉司发〔2026〕9号定案/)];
    expect(told(givenCase([], before), 'submission', OFFICER)).toEqual(said);
    expect(told(givenCase([submission, decided, countersigned], before), 'promulgation', OFFICER)).toEqual(
      said,
    );
  });

  it('hinders no return', () => {
    const hindered = givenCase([submission], {
      stale: STALE,
      personsReduced: 1,
      decidedBefore: '玉司发〔2026〕9号',
    });
    expect(
      told(hindered, 'collectiveDecision', LEADER, { outcome: 'returned', reason: '依据已更改' }),
    ).toEqual([]);
  });
});
