import { compileMethod } from '../scoring/compile-method';
import type { CompiledLeaf } from '../scoring/compile-method';
import { gapsOfEntry, NO_ENTRY } from './entry-gaps';
import type { ComputedScore } from './entry-gaps';
import type { Remark, ScoreEntry } from './score-entry';

const outcome = compileMethod({
  indicators: [
    { id: 'marked', marks: '5', rule: { kind: 'evaluator', aggregate: 'mean' } },
    { id: 'vetoed', marks: '0', rule: { kind: 'veto', capTotal: '59.99' } },
    { id: 'computed', marks: '10', source: 'metric', rule: { kind: 'yesNo' } },
  ],
});
if (!outcome.ok) throw new Error('unsound');
const METHOD = outcome.value;

const REMARK: Remark = { point: '台账不全', fact: '3月无记录', basis: '评分标准', page: '第3页' };
const COMPUTED: ComputedScore = { score: '10.00', state: 'scored' };
const gaps = (id: string, entry: Partial<ScoreEntry>, computed: ComputedScore | null = COMPUTED) =>
  gapsOfEntry(METHOD, METHOD.leafById.get(id) as CompiledLeaf, { ...NO_ENTRY, ...entry }, computed).map(
    ({ pointer, detail }) => [pointer, detail.zh],
  );

test('a leaf that people mark lacks its mark until one is entered', () => {
  expect(gaps('marked', {})).toEqual([['/value', '尚未打分，请打分。']]);
  expect(gaps('marked', { value: { marks: '5' } })).toEqual([]);
});

test('below full marks a remark is wanted, with all of its four parts', () => {
  const value = { marks: '4.99' };
  expect(gaps('marked', { value })).toEqual([
    ['/remarks', '得分低于满分，请写明扣分点、事实、依据和佐证页码。'],
  ]);
  expect(gaps('marked', { value, remarks: [{ ...REMARK, page: ' ', basis: '' }] })).toEqual([
    ['/remarks/0/basis', '第1条扣分说明缺少依据，请补充。'],
    ['/remarks/0/page', '第1条扣分说明缺少佐证页码，请补充。'],
  ]);
  expect(gaps('marked', { value, remarks: [REMARK] })).toEqual([]);
});

test('a remark that was begun is finished or taken away, also at full marks', () => {
  const remarks = [{ point: '台账', fact: '', basis: '', page: '' }];
  expect(gaps('marked', { value: { marks: '5' }, remarks }).map(([pointer]) => pointer)).toEqual([
    '/remarks/0/fact',
    '/remarks/0/basis',
    '/remarks/0/page',
  ]);
});

test('a negative item that has occurred needs its document number, one that has not needs nothing', () => {
  expect(gaps('vetoed', { value: { occurred: false } })).toEqual([]);
  expect(gaps('vetoed', { value: { occurred: true } }).map(([pointer]) => pointer)).toEqual([
    '/value/documentNumber',
  ]);
  expect(gaps('vetoed', { value: { occurred: true, documentNumber: '演示审〔2025〕1号' } })).toEqual([]);
});

test('a computed leaf lacks its confirmation, and lacks it again when the figure has changed', () => {
  expect(gaps('computed', {})).toEqual([['/confirmed', '系统计算的得分尚未确认，请核对后确认。']]);
  const entry = { confirmed: true, value: { computed: '10.00' } };
  expect(gaps('computed', entry)).toEqual([]);
  expect(gaps('computed', entry, { score: '0.00', state: 'scored' })).toEqual([
    ['/confirmed', '系统计算的得分在确认之后由10.00变为0.00，请核对后重新确认。'],
  ]);
  expect(
    gaps('computed', { confirmed: true, value: { computed: null } }, { score: null, state: 'missing' }),
  ).toEqual([]);
});

test('another score on a computed leaf needs a remark, and a score that it can replace', () => {
  const value = { finalScore: '9' };
  expect(gaps('computed', { value })).toEqual([
    ['/remarks', '另行给分，请写明扣分点、事实、依据和佐证页码。'],
  ]);
  expect(gaps('computed', { value, remarks: [REMARK] })).toEqual([]);
  expect(
    gaps('computed', { value, remarks: [REMARK] }, { score: null, state: 'missing' }).map(
      ([pointer]) => pointer,
    ),
  ).toEqual(['/value/finalScore']);
});
