import { bilingual } from '../../bilingual';
import type { SheetAnswer, SheetItem } from '../sheet';
import { changedAnswerRefusals } from './kept-answers';

const item = (id: string, answer: SheetAnswer): SheetItem => ({
  id,
  name: bilingual(`项目${id}`, `item ${id}`),
  answer,
  frequency: 'monthly',
  required: true,
});
const version = (number: number, ...items: SheetItem[]) => ({ version: number, items });

test('an item keeps the kind of answer of the versions before, new ones are free, and the first version is too', () => {
  const items = [item('end', 'count'), item('paidOn', 'date')];
  expect(changedAnswerRefusals(items, [])).toEqual([]);
  expect(changedAnswerRefusals(items, [version(1, item('end', 'count'))])).toEqual([]);
});

test('a changed kind of answer is refused at its place, with the item, both kinds and what to do', () => {
  const [first, ...others] = changedAnswerRefusals(
    [item('paidOn', 'date'), item('end', 'text')],
    [version(1, item('end', 'count'), item('paidOn', 'date'))],
  );
  expect(others).toEqual([]);
  expect(first).toEqual({
    pointer: '/items/1/answer',
    detail: {
      zh: '“项目end”（编号end）在第1版中填写的是个数，不能改为文字，否则以前月份的数据无法对照；请保持原填写方式，或者删去后以新的编号另加一项。',
      en: '"item end" (id end) took a count in version 1 and cannot take words, its earlier months could not be compared; keep the kind of answer, or remove the item and add one with a new id.',
    },
  });
});

test('an item that a version in between left out comes back with its old kind of answer only', () => {
  const earlier = [version(2, item('paidOn', 'date')), version(1, item('end', 'count'))];
  expect(changedAnswerRefusals([item('end', 'money')], earlier)).toMatchObject([
    { pointer: '/items/0/answer', detail: { zh: expect.stringContaining('在第1版中填写的是个数') } },
  ]);
  expect(changedAnswerRefusals([item('end', 'count')], earlier)).toEqual([]);
});
