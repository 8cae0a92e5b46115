import { readConclusion } from './read-conclusion';

describe('a conclusion in a cell', () => {
  it.each([
    ['合格', 'pass'],
    [' √ ', 'pass'],
    ['是', 'pass'],
    ['不合格', 'fail'],
    ['×', 'fail'],
    ['Ｘ', 'fail'],
    ['不适用', 'notApplicable'],
    ['N/A', 'notApplicable'],
  ])('“%s” is %s', (text, value) => expect(readConclusion(text, '')).toEqual({ ok: true, value }));

  it.each(['', '无', '基本合格', '0'])(
    '“%s” is refused at its pointer, with the words to choose from',
    (text) => {
      const outcome = readConclusion(text, '/F6');
      expect(outcome).toMatchObject({ ok: false, refusals: [{ pointer: '/F6' }] });
      expect(JSON.stringify(outcome)).toContain('请选“合格”“不合格”或“不适用”');
    },
  );
});
