import { compileMethod } from '../scoring/compile-method';
import type { CompiledLeaf, CompiledMethod } from '../scoring/compile-method';
import { NO_ENTRY } from './entry-gaps';
import { readRow, type ReturnedRow } from './pack-return';
import type { ScoreEntry } from './score-entry';

const METHOD = compileMethod({
  indicators: [
    { id: 'care', marks: '5', rule: { kind: 'evaluator', aggregate: 'mean' }, source: 'evaluator' },
    { id: 'rate', marks: '95', rule: { kind: 'yesNo' }, source: 'metric' },
  ],
});
const method = (): CompiledMethod => {
  if (!METHOD.ok) throw new Error('The method of the test is unsound.');
  return METHOD.value;
};
const leafOf = (id: string): CompiledLeaf => {
  const leaf = method().leafById.get(id);
  if (!leaf) throw new Error(`The method of the test has no ${id}.`);
  return leaf;
};

const REMARK = { point: '台账不全', fact: '缺3个月', basis: '办法第七条', page: '12' };
const marked = (marks: string): ScoreEntry => ({ value: { marks }, remarks: [REMARK], confirmed: false });
const row = (more: Partial<ReturnedRow>): ReturnedRow => ({
  leaf: leafOf('care'),
  cells: { value: '4', second: '', remarks: [REMARK] },
  issued: NO_ENTRY,
  issuedVersion: 0,
  stored: NO_ENTRY,
  storedVersion: 0,
  seen: null,
  computed: null,
  ...more,
});
const pointersOf = (one: ReturnedRow): string[] =>
  readRow(method(), one).refusals.map(({ pointer }) => pointer);

describe('a row of a pack that comes back', () => {
  it('is new where nothing was entered yet', () => {
    expect(readRow(method(), row({}))).toEqual({
      change: 'new',
      entry: marked('4'),
      refusals: [],
      before: '',
      after: '4；扣分点：台账不全；事实：缺3个月；依据：办法第七条；佐证页码：12',
    });
  });

  it('is changed where the entry is the one of the pack', () => {
    const stored = { issued: marked('3'), issuedVersion: 2, stored: marked('3'), storedVersion: 2 };
    expect(readRow(method(), row(stored))).toMatchObject({ change: 'changed', entry: marked('4') });
  });

  it('is a conflict where the entry moved on the server meanwhile', () => {
    const moved = { issued: marked('3'), issuedVersion: 2, stored: marked('2.5'), storedVersion: 3 };
    expect(readRow(method(), row(moved))).toMatchObject({ change: 'conflict', entry: marked('4') });
  });

  it('is the same where nobody wrote into it, also when the server moved', () => {
    const moved = { issued: marked('4.00'), issuedVersion: 2, stored: marked('2.5'), storedVersion: 3 };
    expect(readRow(method(), row(moved))).toMatchObject({ change: 'same', entry: null });
  });

  it('is the same where it says what is stored, so that a pack brought back again does nothing', () => {
    const stored = { stored: marked('4.0'), storedVersion: 1 };
    expect(readRow(method(), row(stored))).toMatchObject({ change: 'same', entry: null });
  });

  it.each([
    ['a mark above the marks', '5.5', [REMARK], ['/value/marks']],
    ['three decimals', '4.125', [REMARK], ['/value/marks']],
    ['a mark below full without a remark', '4', [], ['/remarks']],
    ['a remark without its page', '4', [{ ...REMARK, page: '' }], ['/remarks/0/page']],
    ['a remark without a mark', '', [REMARK], ['/value']],
  ])('is refused for %s, and says where', (_, value, remarks, pointers) => {
    const one = row({ cells: { value, second: '', remarks } });
    expect(readRow(method(), one).change).toBe('refused');
    expect(pointersOf(one)).toEqual(pointers);
  });

  it('is refused where it confirms a score that is another one by now', () => {
    const cells = { value: '是', second: '', remarks: [] };
    const computed = { score: '90.00', state: 'scored' } as const;
    const one = row({ leaf: leafOf('rate'), cells, seen: '95.00', computed });
    expect(pointersOf(one)).toEqual(['/confirmed']);
    expect(readRow(method(), { ...one, seen: '90.00' })).toMatchObject({ change: 'new' });
  });

  it('is refused where what was entered is emptied', () => {
    const emptied = {
      cells: { value: '', second: '', remarks: [] },
      issued: marked('3'),
      issuedVersion: 1,
      stored: marked('3'),
      storedVersion: 1,
    };
    expect(pointersOf(row(emptied))).toEqual(['/value']);
  });
});
