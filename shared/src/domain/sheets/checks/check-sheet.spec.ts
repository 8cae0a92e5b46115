import * as fc from 'fast-check';
import { isoDate, yearMonth } from '../../period/year-month';
import type { EarlierAnswer, ItemAnswer, SheetKind, SheetSurroundings, SheetTemplate } from '../sheet';
import { DEFAULT_TEMPLATES } from '../templates/default-templates';
import { checkSheet, refusalsOfSheet } from './check-sheet';

const reported = (item: string, value: string): ItemAnswer => ({
  item,
  state: 'reported',
  value,
  conclusion: null,
  reason: null,
});
const notApplicable = (item: string): ItemAnswer => ({
  ...reported(item, ''),
  state: 'notApplicable',
  value: null,
  reason: '没有',
});

const answersTo = (figures: Readonly<Record<string, string>>): ItemAnswer[] =>
  Object.entries(figures).map(([item, value]) => reported(item, value));

const surroundings = (own: Partial<SheetSurroundings> = {}): SheetSurroundings => ({
  month: yearMonth('2026-02'),
  today: isoDate('2026-03-20'),
  earlier: [],
  known: { approvedPosts: 25 },
  others: [],
  ...own,
});

/** 24 of 25 posts filled, everyone paid: 1,000 元 city part and 800 元 county part each, the city part advanced. */
const SPENDING = {
  personsOnPost: '24',
  personsPaid: '24',
  personsPaidOnTime: '24',
  personsInsured: '24',
  cityPartDue: '2400000',
  cityPartPaid: '2400000',
  countyAdvance: '2400000',
  countyPart: '1920000',
  grossWage: '4320000',
  socialInsurance: '1944000',
  paidOn: '2026-03-12',
};
const WORKLOAD = {
  supervisedAtStart: '240',
  supervisedNew: '12',
  supervisedReleased: '10',
  supervisedAtEnd: '242',
  endControl: '2',
  endProbation: '220',
  endParole: '12',
  endOutsidePrison: '8',
  resettled: '310',
  assessments: '6',
  justiceOffices: '11',
  staffOnPost: '36',
};

const remarksOf = (kind: SheetKind, values: readonly ItemAnswer[], own: Partial<SheetSurroundings> = {}) =>
  checkSheet(DEFAULT_TEMPLATES[kind], values, surroundings(own));

/** What is said of a spending or workload sheet with some figures changed; '' leaves a figure out. */
function said(
  kind: 'spending' | 'workload',
  changes: Readonly<Record<string, string>>,
  own: Partial<SheetSurroundings> = {},
) {
  const figures = { ...(kind === 'spending' ? SPENDING : WORKLOAD), ...changes };
  const values = answersTo(figures).filter(({ value }) => value !== '');
  return remarksOf(kind, values, own).map(
    ({ severity, items, text }) => `${severity} ${items[0] ?? ''}: ${text.zh}`,
  );
}

test('whole sheets of spending and workload are without a remark', () => {
  expect(said('spending', {})).toEqual([]);
  expect(said('workload', {})).toEqual([]);
});

test('an empty sheet is no report: it says so once, and not of each of its items', () => {
  const remarks = remarksOf('spending', []);
  expect(remarks).toHaveLength(1);
  expect(refusalsOfSheet(remarks)).toEqual([
    {
      pointer: '/items',
      detail: expect.objectContaining({ zh: expect.stringContaining('空表不算报送') }) as unknown,
    },
  ]);
});

test('each required item that the month asks and nobody answered is named, and the refusal points at it', () => {
  expect(said('workload', { resettled: '', endParole: '' })).toEqual([
    'error endParole: “其中：假释”尚未填写，请填写；确实不适用的，选“不适用”并说明原因。',
    'error resettled: “安置帮教人数”尚未填写，请填写；确实不适用的，选“不适用”并说明原因。',
  ]);
  const values = answersTo(WORKLOAD).filter(({ item }) => item !== 'resettled');
  expect(refusalsOfSheet(remarksOf('workload', values)).map(({ pointer }) => pointer)).toEqual([
    '/items/resettled',
  ]);
});

test('what is carried into the month is not asked again, and once its period is over it is', () => {
  const answered = (month: string): EarlierAnswer => ({
    ...reported('justiceOffices', '11'),
    month: yearMonth(month),
  });
  expect(said('workload', { justiceOffices: '' }, { earlier: [answered('2025-03')] })).toEqual([]);
  expect(said('workload', { justiceOffices: '' }, { earlier: [answered('2025-02')] })).toHaveLength(1);
});

test.each([
  [
    'more persons than approved posts',
    { personsOnPost: '26', cityPartDue: '2600000' },
    '在岗人数26人大于核定名额25个，多1人。',
  ],
  [
    'more persons paid than on post',
    { personsOnPost: '23', personsInsured: '23', cityPartDue: '2300000' },
    '发放人数24人大于在岗人数23人，多1人。',
  ],
  ['more paid on time than paid', { personsPaidOnTime: '25' }, '按时发放人数25人大于发放人数24人，多1人。'],
  ['more insured than on post', { personsInsured: '25' }, '参保人数25人大于在岗人数24人，多1人。'],
  [
    'a city part due that is not persons × 1,000 元',
    { cityPartDue: '2400001' },
    '应发市级补助24,000.01元与在岗人数24人×1,000.00元＝24,000.00元不一致，相差0.01元。',
  ],
  [
    'more advanced than paid as city part',
    { countyAdvance: '2400001' },
    '其中：县级垫付24,000.01元大于实发市级补助24,000.00元，多0.01元。',
  ],
  [
    'gross wages that are not the sum of their parts',
    { grossWage: '4320100' },
    '实发工资总额43,201.00元与实发市级补助24,000.00元＋县级配套19,200.00元＝43,200.00元不一致，相差1.00元。',
  ],
  ['persons paid and no day of payment', { paidOn: '' }, '发放人数为24人，还应当填写发放日期。'],
  [
    'an advance settled before it was paid',
    { advanceSettledOn: '2026-03-11' },
    '归垫日期2026-03-11早于发放日期2026-03-12。',
  ],
])('spending refuses %s, says both figures and what to do', (_, changes, sentence) => {
  const remarks = said('spending', changes);
  expect(remarks).toHaveLength(1);
  expect(remarks[0]).toMatch(/^error /);
  expect(remarks[0]).toContain(sentence);
  expect(remarks[0]?.endsWith('。')).toBe(true);
});

test('an advance may be settled on the very day of payment', () => {
  expect(said('spending', { advanceSettledOn: '2026-03-12' })).toEqual([]);
});

test('wages that are not paid yet need no day of payment', () => {
  const unpaid = {
    personsPaid: '0',
    personsPaidOnTime: '0',
    cityPartPaid: '0',
    countyAdvance: '0',
    countyPart: '0',
  };
  expect(said('spending', { ...unpaid, grossWage: '0', socialInsurance: '0', paidOn: '' })).toEqual([]);
});

test('a city part that did not reach each person in full is a warning, which stops nothing', () => {
  const values = answersTo({
    ...SPENDING,
    cityPartPaid: '2390000',
    countyAdvance: '0',
    grossWage: '4310000',
  });
  const remarks = remarksOf('spending', values);
  expect(remarks.map(({ severity }) => severity)).toEqual(['warning']);
  expect(refusalsOfSheet(remarks)).toEqual([]);
});

test('workload refuses a balance that does not close, from start + new − released to end', () => {
  expect(said('workload', { supervisedReleased: '11' })).toEqual([
    'error supervisedAtEnd: 月末在册人数242人与月初在册人数240人＋本月新接收12人－本月解除（终止）11人＝241人不一致，相差1人。请核对新接收和解除的人数。',
  ]);
});

test('workload refuses classes that do not sum to the end of the month', () => {
  expect(said('workload', { endProbation: '219' })[0]).toContain(
    '＝241人与月末在册人数242人不一致，相差1人。',
  );
});

test('a month starts where the last one ended; without that very month nothing is compared', () => {
  const ended = (month: string, value: string): EarlierAnswer => ({
    ...reported('supervisedAtEnd', value),
    month: yearMonth(month),
  });
  expect(said('workload', {}, { earlier: [ended('2026-01', '240')] })).toEqual([]);
  expect(said('workload', {}, { earlier: [ended('2025-12', '999')] })).toEqual([]);
  expect(said('workload', {}, { earlier: [ended('2026-01', '239')] })[0]).toContain(
    '月初在册人数240人与上月月末在册人数239人不一致，相差1人。',
  );
});

test('a class that does not apply adds nothing to the sum and does not hide a wrong one', () => {
  const without = answersTo({ ...WORKLOAD, supervisedAtEnd: '240', supervisedReleased: '12' }).filter(
    ({ item }) => item !== 'endControl',
  );
  expect(remarksOf('workload', [...without, notApplicable('endControl')])).toEqual([]);
  const wrong = without.map((one) => (one.item === 'endParole' ? reported('endParole', '13') : one));
  expect(remarksOf('workload', [...wrong, notApplicable('endControl')])).toHaveLength(1);
});

test('a comparison with something that does not apply is silent', () => {
  const values = answersTo(SPENDING).filter(({ item }) => item !== 'cityPartDue');
  expect(remarksOf('spending', [...values, notApplicable('cityPartDue')])).toEqual([]);
});

test('without a known number of posts nothing is held against it', () => {
  expect(said('spending', { personsOnPost: '99', cityPartDue: '9900000' }, { known: {} })).toEqual([]);
});

const inspection = (changes: Readonly<Record<string, Partial<ItemAnswer>>> = {}): ItemAnswer[] =>
  DEFAULT_TEMPLATES.inspection.items.map(({ id, unit }) => ({
    item: id,
    state: 'reported',
    conclusion: 'pass',
    value: unit === undefined ? null : '4',
    reason: null,
    ...changes[id],
  }));

test('an item that failed says what was found before the sheet is submitted', () => {
  const fail = { conclusion: 'fail' } as const;
  expect(remarksOf('inspection', inspection({ earmarkedUse: fail })).map(({ text }) => text.zh)).toEqual([
    '“专款专用”不合格，应当写明发现的问题，请补充。',
  ]);
  expect(
    remarksOf('inspection', inspection({ earmarkedUse: { ...fail, reason: '资金未单独核算' } })),
  ).toEqual([]);
});

test('a conclusion of an item with a unit carries its figure, and 不适用 carries none', () => {
  expect(
    remarksOf('inspection', inspection({ staffOnPost: { value: null } })).map(({ text }) => text.zh),
  ).toEqual(['“在岗人数”有结论，还应当填写数字（人），请补充。']);
  const none = { state: 'notApplicable', conclusion: null, value: null, reason: '资金尚未到位' } as const;
  expect(remarksOf('inspection', inspection({ moneyClock: none }))).toEqual([]);
});

test('more persons than posts is a warning of an inspection: the inspector reports what is found', () => {
  const remarks = remarksOf('inspection', inspection({ staffOnPost: { value: '26' } }));
  expect(remarks.map(({ severity }) => severity)).toEqual(['warning']);
});

/** A figure of another sheet of the same county and month, as that sheet prints it. */
function beside(sheet: SheetKind, id: string, value: string): Pick<SheetSurroundings, 'others'> {
  const found = DEFAULT_TEMPLATES[sheet].items.find((one) => one.id === id);
  if (found === undefined) throw new Error(`${sheet} asks no ${id}.`);
  return { others: [{ sheet, item: found, value }] };
}

test('persons on post that the inspection and the spending sheet report apart are a warning of either, naming the other', () => {
  expect(
    remarksOf(
      'inspection',
      inspection({ staffOnPost: { value: '17' } }),
      beside('spending', 'personsOnPost', '16'),
    ),
  ).toEqual([
    {
      severity: 'warning',
      items: ['staffOnPost'],
      text: {
        zh: '在岗人数17人与支出表的在岗人数16人不一致，相差1人。请核对花名册与工资发放名册；支出表填错的，请县（市、区）更正；情况属实的，写明原因。',
        en: 'Staff on post 17 persons does not equal the spending sheet’s Persons on post 16 persons: they differ by 1 persons. Compare the roster with the wage list; where the spending sheet is wrong, have the county correct it; where both are true, say why.',
      },
    },
  ]);
  expect(said('spending', {}, beside('inspection', 'staffOnPost', '25'))).toEqual([
    'warning personsOnPost: 在岗人数24人与督查表的在岗人数25人不一致，相差1人。请对照工资发放名册核对；本表属实的，可不作修改，请告知督查人员。',
  ]);
});

test('fewer staff of the workload sheet than persons on post is a warning of either, and as many or more is none', () => {
  const advice = '请核对两张表。';
  const [ofWorkload] = said('workload', {}, beside('spending', 'personsOnPost', '37'));
  expect(ofWorkload).toContain(
    'warning staffOnPost: 支出表的在岗人数37人大于从事社区矫正工作人员36人，多1人。',
  );
  expect(ofWorkload).toContain(advice);
  const [ofSpending] = said('spending', {}, beside('workload', 'staffOnPost', '23'));
  expect(ofSpending).toContain(
    'warning personsOnPost: 在岗人数24人大于工作量表的从事社区矫正工作人员23人，多1人。',
  );
  expect(ofSpending).toContain(advice);
  expect(said('workload', {}, beside('spending', 'personsOnPost', '36'))).toEqual([]);
  expect(said('spending', {}, beside('workload', 'staffOnPost', '24'))).toEqual([]);
});

test('a rule is silent where the other sheet reports another item, or an item of the same id stands in another sheet', () => {
  expect(said('workload', {}, beside('spending', 'personsPaid', '99'))).toEqual([]);
  expect(said('workload', {}, beside('inspection', 'staffOnPost', '99'))).toEqual([]);
});

test('an answer that its item does not take is an error however it came onto the sheet', () => {
  expect(said('spending', { paidOn: '2026-03-21' })[0]).toMatch(/^error paidOn: “发放日期”应当在/);
});

test('a sheet whose figures were computed by the rules is without errors, and one figure moved breaks a rule that names it', () => {
  const template: SheetTemplate = DEFAULT_TEMPLATES.workload;
  const small = fc.integer({ min: 0, max: 400 });
  fc.assert(
    fc.property(
      fc.tuple(small, small, small, small),
      small,
      fc.integer({ min: 1, max: 50 }),
      (classes, gained, off) => {
        const end = classes.reduce((sum, one) => sum + one, 0);
        const released = Math.max(0, gained - end);
        const [control, probation, parole, outside] = classes.map(String) as [string, string, string, string];
        const figures = {
          ...WORKLOAD,
          supervisedNew: String(gained),
          supervisedReleased: String(released),
          supervisedAtStart: String(end - gained + released),
          supervisedAtEnd: String(end),
          endControl: control,
          endProbation: probation,
          endParole: parole,
          endOutsidePrison: outside,
        };
        expect(checkSheet(template, answersTo(figures), surroundings())).toEqual([]);
        const moved = { ...figures, supervisedAtEnd: String(end + off) };
        const remarks = checkSheet(template, answersTo(moved), surroundings());
        expect(remarks).toHaveLength(2);
        expect(remarks.every(({ items }) => items.includes('supervisedAtEnd'))).toBe(true);
      },
    ),
  );
});

test('an empty inspection is not sent to a confirmation of no change, which it does not have', () => {
  const [inspection, spending] = (['inspection', 'spending'] as const).map(
    (kind) => remarksOf(kind, [])[0]?.text.zh,
  );
  expect(inspection).toContain('空表不算报送；请逐项核对');
  expect(inspection).not.toContain('本月无变化');
  expect(spending).toContain('本月无变化，确认');
});
