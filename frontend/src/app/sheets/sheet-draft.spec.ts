import { draftOf, printValue, readDraft, saysTheSame, type Draft, type Item } from './sheet-draft';

const draft = (given: Partial<Draft>): Draft => ({
  state: 'reported',
  conclusion: null,
  text: '',
  reason: '',
  evidence: [],
  ...given,
});
const item = (answer: Item['answer'], unit = false) => ({
  answer,
  ...(unit ? { unit: { zh: '人', en: 'persons' } } : {}),
});
const valueOf = (answer: Item['answer'], text: string) => {
  const read = readDraft(item(answer), draft({ text }));
  return read.ok ? read.content.value : read.why;
};

describe('reading what was typed into an item', () => {
  it.each([
    ['12000', '1200000'],
    ['12,000.5', '1200050'],
    ['１２，０００．05', '1200005'],
    ['0', '0'],
    ['1,2', 'money'],
    ['12.345', 'money'],
    ['-3', 'money'],
    ['abc', 'money'],
    [' ', 'empty'],
  ])('money %s in 元 is %s in 分', (text, value) => expect(valueOf('money', text)).toBe(value));

  it.each([
    ['25', '25'],
    ['０', '0'],
    ['007', '7'],
    ['1,234', '1234'],
    ['1,5', 'whole'],
    ['1.5', 'whole'],
    ['', 'empty'],
  ])('a count is a whole number: %s is %s', (text, value) => expect(valueOf('count', text)).toBe(value));

  it.each([
    ['2026-02-28', '2026-02-28'],
    ['2026-02-30', 'date'],
  ])('a day exists: %s is %s', (text, value) => expect(valueOf('date', text)).toBe(value));

  it('an empty field is no report, and a zero is one', () => {
    expect(readDraft(item('count'), draft({}))).toEqual({ ok: false, why: 'empty' });
    expect(readDraft(item('count'), draft({ text: '0' })).ok).toBe(true);
  });

  it('a conclusion has to be chosen; 不合格 is kept before its note is written', () => {
    expect(readDraft(item('conclusion'), draft({}))).toEqual({ ok: false, why: 'conclusion' });
    for (const conclusion of ['pass', 'fail'] as const)
      expect(readDraft(item('conclusion'), draft({ conclusion })).ok).toBe(true);
  });

  it('a conclusion takes a figure only where the item has a unit, and may leave it out', () => {
    const typed = draft({ conclusion: 'pass', text: '24' });
    expect(readDraft(item('conclusion'), typed)).toMatchObject({ content: { value: null } });
    expect(readDraft(item('conclusion', true), typed)).toMatchObject({ content: { value: '24' } });
    expect(readDraft(item('conclusion', true), { ...typed, text: '' })).toMatchObject({
      content: { value: null },
    });
    expect(readDraft(item('conclusion', true), { ...typed, text: 'x' })).toEqual({
      ok: false,
      why: 'decimal',
    });
  });

  it('not applicable needs its reason, and carries neither figure nor conclusion', () => {
    const typed = draft({ state: 'notApplicable', conclusion: 'pass', text: '3' });
    expect(readDraft(item('count'), typed)).toEqual({ ok: false, why: 'why' });
    expect(readDraft(item('conclusion', true), { ...typed, reason: ' 无此项业务 ' })).toEqual({
      ok: true,
      content: {
        ...{ state: 'notApplicable', value: null, conclusion: null },
        ...{ reason: '无此项业务', evidence: [] },
      },
    });
  });

  it('evidence names its document; its page may be left out', () => {
    const typed = (source: string) => draft({ text: '1', evidence: [{ source, page: ' ' }] });
    expect(readDraft(item('count'), typed(' '))).toEqual({ ok: false, why: 'source' });
    expect(readDraft(item('count'), typed('花名册'))).toMatchObject({
      content: { evidence: [{ source: '花名册' }] },
    });
  });
});

describe('what is stored', () => {
  const current = {
    ...{ state: 'reported' as const, value: '1200050', conclusion: null, reason: null, evidence: [] },
    ...{ version: 3, by: '李玲', at: '2026-03-02T01:00:00.000Z' },
  };

  it('stands in its field as it is read: money in 元', () => {
    expect(printValue({ answer: 'money' }, '1200050')).toBe('12,000.50');
    expect(printValue({ answer: 'count' }, '25')).toBe('25');
    expect(printValue({ answer: 'count' }, null)).toBe('');
  });

  it('comes back unchanged from its field, so that a save whose answer was lost is known again', () => {
    const read = readDraft({ answer: 'money' }, draftOf({ answer: 'money', current }));
    expect(read.ok && saysTheSame(read.content, current)).toBe(true);
    expect(read.ok && saysTheSame({ ...read.content, value: '1' }, current)).toBe(false);
    expect(read.ok && saysTheSame(read.content, null)).toBe(false);
  });
});
