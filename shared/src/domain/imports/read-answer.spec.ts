import fc from 'fast-check';
import { isoDate } from '../period/year-month';
import type { SheetAnswerGiven, SheetItem } from '../sheets/sheet';
import { answerCells, answerInLine } from './answer-cells';
import { readAnswer } from './read-answer';

const today = isoDate('2026-03-20');
const item = (answer: SheetItem['answer'], unit?: string): SheetItem => ({
  id: 'x1',
  name: { zh: '某项', en: 'Some item' },
  answer,
  ...(unit === undefined ? {} : { unit: { zh: unit, en: unit } }),
  frequency: 'monthly',
  required: true,
});
const cells = (value: string, conclusion = '', reason = '') => ({ value, conclusion, reason });
const answer = (more: Partial<SheetAnswerGiven>): SheetAnswerGiven => ({
  state: 'reported',
  value: null,
  conclusion: null,
  reason: null,
  ...more,
});

describe('the cells of an item', () => {
  const reason = fc.option(fc.constantFrom('名册未签字', '已说明'), { nil: null });
  const given = fc.oneof(
    fc.record({
      item: fc.constant(item('money')),
      value: fc.integer({ min: 0, max: 10 ** 12 }).map(String),
      reason,
    }),
    fc.record({
      item: fc.constant(item('count', '人')),
      value: fc.integer({ min: 0, max: 10 ** 8 }).map(String),
      reason,
    }),
    fc.record({
      item: fc.constant(item('date')),
      value: fc.constantFrom('2026-03-01', '2024-02-29'),
      reason,
    }),
    fc.record({
      item: fc.constant(item('conclusion', '人')),
      value: fc.constantFrom('3', '12.5'),
      reason,
      conclusion: fc.constantFrom('pass' as const, 'fail' as const),
    }),
    fc.record({ item: fc.constant(item('text')), value: fc.constantFrom('正常', '见附件'), reason }),
    fc.record({
      item: fc.constant(item('money')),
      state: fc.constant('notApplicable' as const),
      reason: fc.constant('无此项业务'),
    }),
  );

  it('are read back as the answer that they print', () => {
    fc.assert(
      fc.property(given, ({ item: one, ...rest }) => {
        const said = answer(rest);
        expect(readAnswer(one, answerCells(one, said), today)).toEqual({ ok: true, value: said });
      }),
    );
  });

  it('say nothing where they are empty', () => {
    expect(readAnswer(item('money'), cells(''), today)).toEqual({ ok: true, value: null });
  });

  it.each([
    ['money', cells('1.2万元'), { value: '1200000' }],
    ['money', cells('0'), { value: '0' }],
    ['count', cells('２５人'), { value: '25' }],
    ['date', cells('2026年3月1日'), { value: '2026-03-01' }],
    ['money', cells('', '不适用', '无此项业务'), { state: 'notApplicable', reason: '无此项业务' }],
    ['conclusion', cells('', '√'), { conclusion: 'pass' }],
  ] as const)('of %s are understood as people write them: %j', (kind, given_, said) => {
    expect(readAnswer(item(kind), given_, today)).toMatchObject({ ok: true, value: said });
  });

  it.each([
    ['money', cells('一千'), '/value'],
    ['money', cells('', '', '以后补'), '/value'],
    ['money', cells('', '合格'), '/value'],
    ['money', cells('5', '不适用', '无'), '/value'],
    ['money', cells('', '不适用'), '/reason'],
    ['conclusion', cells('', '还行'), '/conclusion'],
    ['conclusion', cells('3', '合格'), '/value'],
    ['date', cells('2026-03-21'), '/value'],
    ['count', cells('1.5'), '/value'],
  ] as const)('of %s are refused where they say %j: at %s', (kind, given_, pointer) => {
    const outcome = readAnswer(item(kind), given_, today);
    expect(outcome).toMatchObject({ ok: false });
    expect(outcome.ok ? [] : outcome.refusals.map((one) => one.pointer)).toContain(pointer);
  });

  it('are printed in one line with unit and reason', () => {
    expect(answerInLine(item('money'), answer({ value: '180000' }))).toBe('1,800.00元');
    expect(
      answerInLine(
        item('conclusion', '人'),
        answer({ value: '2', conclusion: 'fail', reason: '名册未签字' }),
      ),
    ).toBe('不合格 2人（名册未签字）');
    expect(answerInLine(item('count', '人'), null)).toBe('');
  });
});
