import { bilingual } from '../../bilingual';
import { yearMonth } from '../../period/year-month';
import type { SheetItem, SheetRule } from '../sheet';
import { SHEET_KINDS } from '../sheet';
import { DEFAULT_TEMPLATES } from '../templates/default-templates';
import { exampleOfRule } from './rule-example';

/** What every kind asks: a rule names the kinds that are not its own. */
const OTHERS = SHEET_KINDS.map((kind) => DEFAULT_TEMPLATES[kind]);
const MONTH = yearMonth('2026-04');
const item = (id: string): SheetItem => ({
  id,
  name: bilingual(`项目${id}`, `item ${id}`),
  answer: 'count',
  frequency: 'monthly',
  required: true,
});
const rule = (own: object): SheetRule => ({
  id: 'one',
  kind: 'atMost',
  left: [{ item: 'start' }],
  right: [{ item: 'end' }],
  severity: 'error',
  advice: bilingual('请核对。', 'Check it.'),
  ...own,
});
const spending = (id: string): string | undefined => {
  const { items, rules } = DEFAULT_TEMPLATES.spending;
  const found = rules.find((one) => one.id === id);
  return found && exampleOfRule(found, items, MONTH)?.text.zh;
};

test.each(SHEET_KINDS)('each rule of the default template of %s has an example of its severity', (kind) => {
  const { items, rules } = DEFAULT_TEMPLATES[kind];
  expect(rules.map((one) => exampleOfRule(one, items, MONTH, OTHERS)?.severity)).toEqual(
    rules.map(({ severity }) => severity),
  );
});

test('an example is the sentence that a county reads: a comparison, money by persons, a need, two days', () => {
  expect(spending('personsPaidWithin')).toBe('发放人数12人大于在岗人数10人，多2人。请对照工资发放名册改正。');
  expect(spending('cityPartOfPosts')).toBe(
    '应发市级补助12,000.00元与在岗人数10人×1,000.00元＝10,000.00元不一致，相差2,000.00元。请核对在岗人数。',
  );
  expect(spending('paidOnNeeded')).toBe('发放人数为10人，还应当填写发放日期。请填写工资实际发放的日期。');
  expect(spending('settledAfterPaid')).toBe(
    '归垫日期2026-04-10早于发放日期2026-04-15。先垫付、后归垫，请核对两个日期。',
  );
});

test('one term against many, last month and a known figure on the left have an example too', () => {
  const items = ['start', 'end', 'a', 'b', 'c'].map(item);
  const right = ['end', 'a', 'b', 'c'].map((id) => ({ item: id }));
  expect(exampleOfRule(rule({ right }), items, MONTH)?.text.zh).toContain('项目start120大于');
  expect(exampleOfRule(rule({ left: [{ known: 'approvedPosts' }] }), items, MONTH)?.text.zh).toContain(
    '核定名额12个大于项目end10',
  );
  expect(exampleOfRule(rule({ left: [{ lastMonth: 'end' }] }), items, MONTH)?.text.zh).toContain(
    '上月项目end12大于项目end10',
  );
});

test('a figure of another sheet has an example in its own measure, on either side, and none where no sheet asks it', () => {
  const ofStart = (left: object, others = OTHERS): string | undefined =>
    exampleOfRule(rule({ left: [left], right: [{ item: 'start' }] }), [item('start')], MONTH, others)?.text
      .zh;
  expect(ofStart({ sheet: 'spending', figure: 'personsPaid' })).toContain(
    '支出表的发放人数12人大于项目start10',
  );
  expect(ofStart({ sheet: 'spending', figure: 'cityPartPaid' })).toContain(
    '支出表的实发市级补助12,000.00元大于项目start10',
  );
  expect(
    exampleOfRule(
      rule({ right: [{ sheet: 'workload', figure: 'staffOnPost' }] }),
      [item('start')],
      MONTH,
      OTHERS,
    )?.text.zh,
  ).toContain('项目start12大于工作量表的从事社区矫正工作人员10人');
  expect(ofStart({ sheet: 'spending', figure: 'personsPaid' }, [])).toBeUndefined();
});

test('a sum that is compared with itself is never broken, and has none', () => {
  expect(exampleOfRule(rule({ right: [{ item: 'start' }] }), [item('start')], MONTH)).toBeNull();
});
