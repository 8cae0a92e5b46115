import { isoDate } from '../period/year-month';
import { givenCountyYear } from '../metrics/given-county-year';
import { workingCalendar } from '../period/working-days';
import { askedDuties, ASKED_RULES, type Asked } from './asked-duties';
import { dutiesOfCounty, isBinding, type FormRecord } from './duties-of-county';
import { dutyGrounds } from './duty-grounds';
import { dutyRuleOf } from './duty-rules';

const TODAY = isoDate('2026-03-20');

const stateOf = (kind: Asked['kind'], dueOn: string, doneOn: string | null = null): string | undefined => {
  const one = { kind, round: 'r', year: 2025, county: 'hongta' };
  const done = doneOn === null ? null : isoDate(doneOn);
  const [duty] = askedDuties([{ ...one, dueOn: isoDate(dueOn), doneOn: done }], { asOf: TODAY });
  return duty?.state;
};

describe('what a round asks of a county is a duty', () => {
  it.each([
    ['waits from the day on which it was asked', 'evidenceRequest', '2026-04-20', null, 'asked'],
    ['is due soon within a week of its day', 'evidenceRequest', '2026-03-27', null, 'dueSoon'],
    ['is overdue after it', 'evidenceRequest', '2026-03-19', null, 'overdue'],
    ['is done once it is answered', 'evidenceRequest', '2026-03-19', '2026-03-19', 'done'],
    ['is done late after its day', 'documentRequest', '2026-03-18', '2026-03-19', 'late'],
    ['is a list of documents with its day', 'documentRequest', '2026-03-19', null, 'overdue'],
    ['is a reply until its deadline', 'reply', '2026-03-20', null, 'dueSoon'],
    ['is no reply any more after it, which nobody takes then', 'reply', '2026-03-19', null, 'reminder'],
    ['is a reply that was handed in', 'reply', '2026-03-19', '2026-03-12', 'done'],
  ] as const)('that %s', (_, kind, dueOn, doneOn, state) => {
    expect(stateOf(kind, dueOn, doneOn)).toBe(state);
  });

  it('that says who asks and who sets its day, and rests on no clause', () => {
    for (const rule of Object.values(ASKED_RULES)) {
      const { basis, clock, based } = dutyGrounds(rule, 2025);
      expect([based, basis.zh, clock.zh]).toEqual([false, rule.basis.zh, rule.term.zh]);
    }
    expect([isBinding(ASKED_RULES.documentRequest, 2025), isBinding(ASKED_RULES.reply, 2025)]).toEqual([
      true,
      false,
    ]);
  });
});

describe('a yearly form of a county', () => {
  const rule = dutyRuleOf('selfEvaluation');
  const form = (changes: Partial<FormRecord>): FormRecord => ({
    ...{ kind: 'selfEvaluation', county: 'hongta', stage: 'open', submittedOn: null, returnReason: null },
    ...changes,
  });
  const dutyOf = (forms: readonly FormRecord[], asOf = '2026-03-20') => {
    if (!rule) throw new Error('There is no rule of the self-evaluation.');
    const facts = givenCountyYear();
    const around = { asOf: isoDate(asOf), calendar: workingCalendar([]), forms };
    const [duty] = dutiesOfCounty(facts, [rule], around);
    return [duty?.state, duty?.doneOn, duty?.returnReason];
  };
  const submittedOn = isoDate('2026-03-10');

  it('is not due, and no more than saved is not done', () => {
    expect(dutyOf([])).toEqual(['notYet', null, null]);
    expect(dutyOf([form({})])).toEqual(['notYet', null, null]);
  });

  it.each(['submitted', 'approved'] as const)('is done on the day of its submission: %s', (stage) => {
    expect(dutyOf([form({ stage, submittedOn })])).toEqual(['done', '2026-03-10', null]);
  });

  it('is open again with the reason once it is given back, whatever the day', () => {
    const returned = form({ stage: 'returned', submittedOn, returnReason: '数据有误' });
    expect(dutyOf([returned])).toEqual(['asked', null, '数据有误']);
    expect(dutyOf([returned], '2026-03-28')).toEqual(['dueSoon', null, '数据有误']);
    expect(dutyOf([returned], '2026-05-01')).toEqual(['asked', null, '数据有误']);
  });

  it('of another county or another form says nothing of it', () => {
    const done = { stage: 'submitted', submittedOn } as const;
    expect(dutyOf([form({ ...done, county: 'yimen' })])).toEqual(['notYet', null, null]);
    expect(dutyOf([form({ ...done, kind: 'midYearMonitoring' })])).toEqual(['notYet', null, null]);
  });
});
