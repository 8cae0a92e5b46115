import { fieldsOf, stepBody, wrongFields, type DecisionAct, type DecisionWords } from './decision-act';

const words = (more: Partial<DecisionWords> = {}): DecisionWords => ({
  ...{ agreed: true, on: '2026-03-20', documentNumber: '', reason: '', file: null },
  ...more,
});
const act = (name: DecisionAct['act'], step: DecisionAct['step'] = 'collectiveDecision'): DecisionAct => ({
  act: name,
  step,
});
const wrong = (one: DecisionAct, said: DecisionWords) => [
  ...wrongFields(fieldsOf(one, said.agreed), said, '2026-03-20'),
];
const scan = new File(['%PDF'], '签批.pdf');

describe('what an act asks', () => {
  it('in the program is a day, and of 印发 a number', () => {
    expect(wrong(act('take'), words())).toEqual([]);
    expect(wrong(act('take'), words({ on: '' }))).toEqual(['on']);
    expect(wrong(act('take', 'promulgation'), words())).toEqual(['documentNumber']);
    expect(wrong(act('take', 'promulgation'), words({ documentNumber: '玉司发〔2026〕12号' }))).toEqual([]);
  });

  it('is never a day after today, and no number that is too short', () => {
    expect(wrong(act('take'), words({ on: '2026-03-21' }))).toEqual(['on']);
    expect(wrong(act('take'), words({ documentNumber: '3号' }))).toEqual(['documentNumber']);
  });

  it('of a return is the reason', () => {
    expect(wrong(act('return'), words({ reason: ' 无 ' }))).toEqual(['reason']);
    expect(wrong(act('return'), words({ reason: '请补充' }))).toEqual([]);
  });

  it('of a paper is number, day and scan, and the reason where it returns', () => {
    expect(wrong(act('enterPaper'), words({ on: '' }))).toEqual(['on', 'documentNumber', 'file']);
    const whole = words({ documentNumber: '会议纪要〔2026〕3号', file: scan });
    expect(wrong(act('enterPaper'), whole)).toEqual([]);
    expect(wrong(act('enterPaper'), { ...whole, agreed: false })).toEqual(['reason']);
    expect(fieldsOf(act('enterPaper'), true).choice).toBe(true);
    expect(fieldsOf(act('enterPaper', 'promulgation'), true).choice).toBe(false);
  });

  it('of a check is whether it is as on the paper, and what differs', () => {
    expect(wrong(act('check'), words({ on: '' }))).toEqual([]);
    expect(wrong(act('check'), words({ agreed: false }))).toEqual(['reason']);
  });

  it('of a staffing opinion is the file, of submitting again the day', () => {
    expect(wrong(act('attachOpinion'), words({ on: '' }))).toEqual(['file']);
    expect(wrong(act('submitAgain', 'submission'), words({ on: '' }))).toEqual(['on']);
  });
});

describe('what an act sends', () => {
  it('is only what it asked', () => {
    const all = words({ documentNumber: ' 玉财函〔2026〕9号 ', reason: '旧的原因', file: scan });
    expect(stepBody(act('take', 'countersignature'), all, null)).toEqual({
      step: 'countersignature',
      outcome: 'taken',
      way: 'program',
      on: '2026-03-20',
      documentNumber: '玉财函〔2026〕9号',
      reason: null,
      file: null,
    });
    expect(stepBody(act('return'), all, null)).toMatchObject({
      outcome: 'returned',
      documentNumber: null,
      reason: '旧的原因',
    });
    expect(stepBody(act('enterPaper'), { ...all, agreed: false }, 'f1')).toMatchObject({
      outcome: 'returned',
      way: 'paper',
      file: 'f1',
    });
    expect(stepBody(act('submitAgain', 'submission'), all, null)).toMatchObject({
      outcome: 'taken',
      way: 'program',
      documentNumber: null,
    });
  });
});
