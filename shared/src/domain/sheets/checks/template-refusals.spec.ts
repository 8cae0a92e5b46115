import { bilingual } from '../../bilingual';
import { SHEET_KINDS } from '../sheet';
import type { OtherSheet, SheetItem, SheetRule, SheetTemplate } from '../sheet';
import { DEFAULT_TEMPLATES } from '../templates/default-templates';
import { templateRefusals } from './template-refusals';

const item = (id: string, own: Partial<SheetItem> = {}): SheetItem => ({
  id,
  name: bilingual(`项目${id}`, `item ${id}`),
  answer: 'count',
  frequency: 'monthly',
  required: true,
  ...own,
});
const ITEMS = [
  item('start'),
  item('end'),
  item('paidOn', { answer: 'date' }),
  item('note', { answer: 'text' }),
];
const RULE: SheetRule = {
  id: 'same',
  kind: 'equals',
  left: [{ item: 'start' }],
  right: [{ lastMonth: 'end' }],
  severity: 'error',
  advice: bilingual('请核对。', 'Check it.'),
};

/** Keys that the types forbid reach the check from outside: a template is data. */
const rule = (own: object): SheetRule => ({ ...RULE, ...own });
const template = (own: Partial<SheetTemplate> = {}): SheetTemplate => ({
  kind: 'workload',
  items: ITEMS,
  rules: [RULE],
  ...own,
});
const pointers = (own: Partial<SheetTemplate>): string[] =>
  templateRefusals(template(own)).map(({ pointer }) => pointer);
const ofItem = (own: object): string[] => pointers({ items: [...ITEMS, { ...item('one'), ...own }] });
const ofRule = (own: object): string[] => pointers({ rules: [rule(own)] });

test.each(SHEET_KINDS)('the default template of %s can be published', (kind) => {
  const others = SHEET_KINDS.filter((one) => one !== kind).map((one) => DEFAULT_TEMPLATES[one]);
  expect(templateRefusals(DEFAULT_TEMPLATES[kind], others)).toEqual([]);
});

test('a template without a fault is not refused, and one without items is', () => {
  expect(pointers({})).toEqual([]);
  expect(pointers({ items: [], rules: [] })).toEqual(['/items']);
});

test('an id that stands twice is refused at its second place, of items and of rules', () => {
  expect(pointers({ items: [...ITEMS, item('start')] })).toEqual(['/items/4/id']);
  expect(pointers({ rules: [RULE, RULE] })).toEqual(['/rules/1/id']);
});

test('kinds of answer, frequencies, kinds of rule and known figures that do not exist are refused', () => {
  expect(ofItem({ answer: 'picture' })).toEqual(['/items/4/answer']);
  expect(ofItem({ frequency: 'weekly' })).toEqual(['/items/4/frequency']);
  expect(ofRule({ kind: 'looksLike' })).toEqual(['/rules/0/kind']);
  expect(ofRule({ right: [{ known: 'population' }] })).toEqual(['/rules/0/right/0/known']);
});

test('bounds are refused where no figure fits between them, also where only the maximum is stated, below 0', () => {
  expect(ofItem({ minimum: 5, maximum: 5 })).toEqual([]);
  expect(ofItem({ minimum: 6, maximum: 5 })).toEqual(['/items/4/minimum']);
  expect(ofItem({ maximum: -1 })).toEqual(['/items/4/maximum']);
  expect(ofItem({ minimum: -5, maximum: -1 })).toEqual([]);
});

test('bounds of counts and of money are whole numbers, money in 分; those beside a conclusion may be decimals', () => {
  expect(ofItem({ minimum: 0.5, maximum: 2.5 })).toEqual(['/items/4/minimum', '/items/4/maximum']);
  expect(ofItem({ answer: 'money', maximum: 100.01 })).toEqual(['/items/4/maximum']);
  expect(ofItem({ maximum: Number.NaN })).toEqual(['/items/4/maximum']);
  expect(ofItem({ answer: 'conclusion', minimum: 0.5, maximum: 2.5 })).toEqual([]);
  expect(ofItem({ answer: 'conclusion', maximum: Number.POSITIVE_INFINITY })).toEqual(['/items/4/maximum']);
});

test('a bound larger than what can be stored is refused: such a figure would pass the check and fail later', () => {
  expect(ofItem({ maximum: 100_000_000 })).toEqual([]);
  expect(ofItem({ maximum: 100_000_001 })).toEqual(['/items/4/maximum']);
  expect(ofItem({ minimum: -100_000_001 })).toEqual(['/items/4/minimum']);
  expect(ofItem({ answer: 'money', maximum: 10_000_000_000_001 })).toEqual(['/items/4/maximum']);
  expect(ofItem({ answer: 'conclusion', maximum: 10_000_000_000 })).toEqual(['/items/4/maximum']);
});

test('days and words have no bounds, money has no unit of its own', () => {
  expect(ofItem({ answer: 'date', minimum: 0 })).toEqual(['/items/4/minimum']);
  expect(ofItem({ answer: 'text', maximum: 9 })).toEqual(['/items/4/maximum']);
  expect(ofItem({ answer: 'money', unit: bilingual('万元', '10,000 yuan') })).toEqual(['/items/4/unit']);
});

test('a day, and a count of what happened within the month, is asked every month: a carried one would be wrong', () => {
  expect(ofItem({ answer: 'date', frequency: 'quarterly' })).toEqual(['/items/4/frequency']);
  expect(ofItem({ eachMonth: true, frequency: 'yearly' })).toEqual(['/items/4/frequency']);
  expect(ofItem({ frequency: 'yearly' })).toEqual([]);
});

test('a rule names items of its template only, this month’s and last month’s alike', () => {
  expect(ofRule({ left: [{ item: 'start' }, { item: 'gone' }] })).toEqual(['/rules/0/left/1/item']);
  expect(ofRule({ right: [{ lastMonth: 'gone' }] })).toEqual(['/rules/0/right/0/lastMonth']);
  expect(ofRule({ kind: 'requiredWhen', item: 'gone', when: 'lost' })).toEqual([
    '/rules/0/item',
    '/rules/0/when',
  ]);
  expect(ofRule({ kind: 'notBefore', item: 'gone', other: 'paidOn' })).toEqual(['/rules/0/item']);
});

test('a rule names figures that the latest template of another sheet asks; unknown sheets and items are refused, and its own sheet', () => {
  const others: OtherSheet[] = [
    { kind: 'spending', items: [item('onPost'), item('paidOn', { answer: 'date' })] },
  ];
  const ofTerm = (term: object) =>
    templateRefusals(template({ rules: [rule({ right: [term] })] }), others).map(
      ({ pointer, detail }) => `${pointer} ${detail.zh}`,
    );
  expect(ofTerm({ sheet: 'spending', figure: 'onPost' })).toEqual([]);
  expect(ofTerm({ sheet: 'spending', figure: 'gone' })).toEqual([
    '/rules/0/right/0/figure 规则用到的“gone”不在支出表最新版的各项之中，请核对编号。',
  ]);
  expect(ofTerm({ sheet: 'inspection', figure: 'onPost' })).toEqual([
    '/rules/0/right/0/figure 规则用到的“onPost”不在督查表最新版的各项之中，请核对编号。',
  ]);
  expect(ofTerm({ sheet: 'workload', figure: 'start' })).toEqual([
    '/rules/0/right/0/sheet 这条规则就在工作量表里，本表的项目请直接选用，不必注明是哪张表。',
  ]);
  expect(ofTerm({ sheet: 'spending', figure: 'paidOn' })).toEqual([
    '/rules/0/right/0/figure “项目paidOn”的填写方式不适用于这条规则，请改用数字项。',
  ]);
  expect(ofTerm({ sheet: 'spending', figure: '' })).toEqual([
    '/rules/0/right/0/figure 规则还没有选定项目，请选择。',
  ]);
  expect(ofTerm({ sheet: 'ledger', figure: 'onPost' })[0]).toContain(
    '/rules/0/right/0/sheet “ledger”不是可用的取值',
  );
});

test('a rule between other sheets alone checks nothing of its own, and is refused', () => {
  const others: OtherSheet[] = [{ kind: 'spending', items: [item('onPost')] }];
  const beside = [{ sheet: 'spending', figure: 'onPost' }];
  const refusals = templateRefusals(template({ rules: [rule({ left: beside, right: beside })] }), others);
  expect(refusals.map(({ pointer }) => pointer)).toEqual(['/rules/0/left']);
});

test('sums take figures and days are compared with days', () => {
  expect(ofRule({ left: [{ item: 'paidOn' }] })).toEqual(['/rules/0/left/0/item']);
  expect(ofRule({ kind: 'notBefore', item: 'start', other: 'paidOn' })).toEqual(['/rules/0/item']);
  expect(ofRule({ kind: 'requiredWhen', item: 'note', when: 'paidOn' })).toEqual(['/rules/0/when']);
  expect(ofRule({ kind: 'requiredWhen', item: 'paidOn', when: 'start' })).toEqual([]);
});

test('a conclusion without a unit has no figure to add up, and one with a unit has', () => {
  const judged = (own: Partial<SheetItem>): string[] =>
    pointers({
      items: [...ITEMS, item('judged', { answer: 'conclusion', ...own })],
      rules: [rule({ left: [{ item: 'judged' }] })],
    });
  expect(judged({})).toEqual(['/rules/0/left/0/item']);
  expect(judged({ unit: bilingual('人', 'persons') })).toEqual([]);
});

test('a rule of two items speaks of two, and of chosen ones', () => {
  expect(ofRule({ kind: 'notBefore', item: 'paidOn', other: 'paidOn' })).toEqual(['/rules/0/other']);
  expect(ofRule({ kind: 'requiredWhen', item: 'start', when: 'start' })).toEqual(['/rules/0/when']);
  expect(ofRule({ kind: 'notBefore', item: '', other: '' })).toEqual(['/rules/0/item', '/rules/0/other']);
});

test('a side without a term, a term taken 0 or half a time and a rule about nothing in this month are refused', () => {
  expect(ofRule({ right: [] })).toEqual(['/rules/0/right']);
  expect(ofRule({ right: [{ item: 'end', times: 0 }] })).toEqual(['/rules/0/right/0/times']);
  expect(ofRule({ right: [{ item: 'end', times: 0.5 }] })).toEqual(['/rules/0/right/0/times']);
  expect(ofRule({ left: [{ known: 'approvedPosts' }], right: [{ lastMonth: 'end' }] })).toEqual([
    '/rules/0/left',
  ]);
});

test('a county is asked for 20 figures a month and not for one more; inspections are filled by the city', () => {
  const items = Array.from({ length: 21 }, (_, index) => item(`figure${index}`));
  expect(pointers({ items: items.slice(1), rules: [] })).toEqual([]);
  expect(pointers({ items, rules: [] })).toEqual(['/items']);
  expect(pointers({ items, rules: [], kind: 'inspection' })).toEqual([]);
});
