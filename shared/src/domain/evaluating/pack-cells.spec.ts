import * as fc from 'fast-check';
import type { Indicator } from '../scoring/method';
import { boxAt, cellsInLine, cellsOfEntry, entryOfCells, secondOf, type PackCells } from './pack-cells';
import type { EntryValue } from './score-entry';

const leaf = (rule: Indicator['rule'], source?: Indicator['source']): Indicator => ({
  id: 'a',
  marks: '5',
  rule,
  source,
});
const EVALUATOR = leaf({ kind: 'evaluator', aggregate: 'mean' }, 'evaluator');
const BANDS = leaf({ kind: 'bands', bands: [{ label: '达成', from: '0.8', to: '1' }] });
const ELEMENTS = leaf({
  kind: 'elements',
  elements: [
    { id: 'plan', marks: '2', name: '方案' },
    { id: 'ledger', marks: '3', name: { zh: '台账', en: 'ledger' } },
  ],
});
const YES_NO = leaf({ kind: 'yesNo' });
const DEDUCTION = leaf({ kind: 'deduction', perOccurrence: '0.5' });
const GOAL = leaf({ kind: 'proportional', target: 'goal', direction: 'atLeast' });
const STEPS = leaf({ kind: 'steps', steps: [{ atLeast: '90', ratio: '1' }] });
const VETO = leaf({ kind: 'veto', capTotal: '59.99' });
const COMPUTED = leaf({ kind: 'yesNo' }, 'metric');

const cells = (value: string, second = '', remarks: PackCells['remarks'] = []): PackCells => ({
  value,
  second,
  remarks,
});
const REMARK = { point: '台账不全', fact: '缺3个月', basis: '办法第七条', page: '12' };

describe('the boxes of a workbook that is filled in off line', () => {
  it.each<[string, Indicator, EntryValue, PackCells]>([
    ['a mark', EVALUATOR, { marks: '4.50' }, cells('4.5')],
    ['a band with its ratio', BANDS, { band: '达成', ratio: '0.85' }, cells('达成', '0.85')],
    ['elements by their names', ELEMENTS, { met: ['plan', 'ledger'] }, cells('方案、台账')],
    ['no element at all', ELEMENTS, { met: [] }, cells('无')],
    ['yes', YES_NO, { met: true }, cells('是')],
    ['no', YES_NO, { met: false }, cells('否')],
    ['a count', DEDUCTION, { occurrences: '3' }, cells('3')],
    ['a figure with its target', GOAL, { actual: '86.2', target: '95' }, cells('86.2', '95')],
    ['a figure', STEPS, { actual: '91' }, cells('91')],
    [
      'a veto with its document',
      VETO,
      { occurred: true, documentNumber: '玉审〔2026〕3号' },
      cells('是', '玉审〔2026〕3号'),
    ],
    ['another score than the computed one', COMPUTED, { finalScore: '4' }, cells('', '4')],
  ])('say %s and are read back as what was entered', (_, indicator, value, expected) => {
    const entry = { value, remarks: [REMARK], confirmed: false };
    const shown = cellsOfEntry(indicator, entry, '5.00');
    expect(shown).toEqual({ ...expected, remarks: [REMARK] });
    const read = entryOfCells(indicator, shown, '5.00');
    expect(read.ok && cellsOfEntry(indicator, read.value, '5.00')).toEqual(shown);
  });

  it('any mark comes back as it was, whatever noughts stood behind it', () => {
    const marks = fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 99 }));
    fc.assert(
      fc.property(marks, ([whole, part]) => {
        const text = `${whole}.${String(part).padStart(2, '0')}`;
        const { value } = cellsOfEntry(
          EVALUATOR,
          { value: { marks: text }, remarks: [], confirmed: false },
          null,
        );
        expect(Number(value)).toBe(Number(text));
        const read = entryOfCells(EVALUATOR, cells(String(Number(text))), null);
        expect(read.ok && cellsOfEntry(EVALUATOR, read.value, null).value).toBe(value);
      }),
    );
  });

  it('elements are told apart however they are separated, by name or id', () => {
    const read = entryOfCells(ELEMENTS, cells('台账， plan'), null);
    expect(read.ok && read.value.value).toEqual({ met: ['ledger', 'plan'] });
  });

  it('a confirmation is of the score that was seen, and stands no more once that is another', () => {
    const read = entryOfCells(COMPUTED, cells('是'), '4.20');
    expect(read).toEqual({ ok: true, value: { value: { computed: '4.20' }, remarks: [], confirmed: true } });
    expect(read.ok && cellsOfEntry(COMPUTED, read.value, '4.20').value).toBe('是');
    expect(read.ok && cellsOfEntry(COMPUTED, read.value, '4.00').value).toBe('');
  });

  it.each<[string, Indicator, PackCells, string]>([
    ['a word that is neither yes nor no', YES_NO, cells('对'), '/value'],
    ['a confirmation in other words', COMPUTED, cells('没问题'), '/value'],
    ['both a confirmation and another score', COMPUTED, cells('是', '4'), '/second'],
    ['a second box that asks for nothing', EVALUATOR, cells('4', '4'), '/second'],
  ])('refuse %s', (_, indicator, given, pointer) => {
    const read = entryOfCells(indicator, given, '5.00');
    expect(read.ok).toBe(false);
    expect(!read.ok && read.refusals.map((one) => one.pointer)).toEqual([pointer]);
  });

  it('empty boxes are an empty entry, and remarks without a word are none', () => {
    const empty = { point: ' ', fact: '', basis: '', page: '' };
    const read = entryOfCells(EVALUATOR, cells('  ', '', [empty]), null);
    expect(read).toEqual({ ok: true, value: { value: null, remarks: [], confirmed: false } });
  });

  it('a refusal of the engine points to the box that it means', () => {
    expect(secondOf(BANDS)).toBe('ratio');
    expect(boxAt(BANDS, '/value/ratio')).toBe('second');
    expect(boxAt(BANDS, '/value/band')).toBe('value');
    expect(boxAt(COMPUTED, '/value/finalScore')).toBe('second');
    expect(boxAt(COMPUTED, '/confirmed')).toBe('value');
    expect(boxAt(EVALUATOR, '/remarks')).toEqual({ remark: 0, part: 'point' });
    expect(boxAt(EVALUATOR, '/remarks/1/page')).toEqual({ remark: 1, part: 'page' });
  });

  it('say in one line what stands in them', () => {
    expect(cellsInLine(cells('4.5', '', [{ ...REMARK, basis: '' }]))).toBe(
      '4.5；扣分点：台账不全；事实：缺3个月；佐证页码：12',
    );
    expect(cellsInLine(cells(''))).toBe('');
  });
});
