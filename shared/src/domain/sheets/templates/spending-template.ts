import { bilingual } from '../../bilingual';
import type { Bilingual } from '../../bilingual';
import type { SheetItem, SheetRule, SheetTemplate } from '../sheet';

/** 市级补助 of one post and month: 1,000 元 (2022 and 2025 program texts). */
const CITY_PART_OF_A_POST = 100_000;

const PERSONS = bilingual('人', 'persons');

const persons = (id: string, name: Bilingual, criteria: Bilingual): SheetItem => ({
  id,
  name,
  criteria,
  answer: 'count',
  unit: PERSONS,
  frequency: 'monthly',
  required: true,
});

const money = (id: string, name: Bilingual, criteria: Bilingual): SheetItem => ({
  id,
  name,
  criteria,
  answer: 'money',
  frequency: 'monthly',
  required: true,
});

const day = (id: string, name: Bilingual, criteria: Bilingual): SheetItem => ({
  id,
  name,
  criteria,
  answer: 'date',
  frequency: 'monthly',
  required: false,
});

const ITEMS: readonly SheetItem[] = [
  persons(
    'personsOnPost',
    bilingual('在岗人数', 'Persons on post'),
    bilingual('当月占用核定名额的在岗协勤人员。', 'Assistants who held an approved post in the month.'),
  ),
  persons(
    'personsPaid',
    bilingual('发放人数', 'Persons paid'),
    bilingual(
      '已领到当月工资的人员；尚未发放的填0。',
      'Persons who received the wages of the month; 0 while none are paid.',
    ),
  ),
  persons(
    'personsPaidOnTime',
    bilingual('按时发放人数', 'Persons paid on time'),
    bilingual(
      '在约定日期前领到当月工资的人员；县级垫付视同按时发放。',
      'Persons paid by the agreed day; a county advance counts as payment.',
    ),
  ),
  persons(
    'personsInsured',
    bilingual('参保人数', 'Persons insured'),
    bilingual(
      '当月缴纳社会保险的在岗人员。',
      'Persons on post whose social insurance was paid in the month.',
    ),
  ),
  money(
    'cityPartDue',
    bilingual('应发市级补助', 'City part due'),
    bilingual('在岗人数×1,000元，由系统计算。', 'Persons on post × 1,000 yuan, computed by the program.'),
  ),
  money(
    'cityPartPaid',
    bilingual('实发市级补助', 'City part paid'),
    bilingual(
      '按市级补助标准发到个人的金额，含县级垫付部分。',
      'What reached the persons as the city part, the county advance included.',
    ),
  ),
  money(
    'countyAdvance',
    bilingual('其中：县级垫付', 'Of it: county advance'),
    bilingual(
      '实发市级补助中由县级财政先行垫付的金额；没有垫付的填0。',
      'The part of the city part that county money advanced; 0 where none was.',
    ),
  ),
  money(
    'countyPart',
    bilingual('县级配套', 'County part'),
    bilingual('县级另行负担的工资。', 'Wages that the county bears itself.'),
  ),
  money(
    'grossWage',
    bilingual('实发工资总额', 'Gross wages'),
    bilingual(
      '实发市级补助与县级配套之和，由系统计算。',
      'City part paid + county part, computed by the program.',
    ),
  ),
  money(
    'socialInsurance',
    bilingual('单位缴纳社会保险费', 'Employer’s social insurance'),
    bilingual('单位缴纳部分，不计入工资总额。', 'The employer’s contributions, apart from the wages.'),
  ),
  day(
    'paidOn',
    bilingual('发放日期', 'Date paid'),
    bilingual(
      '当月工资实际发放的日期；分次发放的填最后一次。',
      'The day on which the wages were paid; of several the last.',
    ),
  ),
  day(
    'advanceSettledOn',
    bilingual('归垫日期', 'Date the advance was settled'),
    bilingual(
      '县级垫付已归垫的，填归垫日期；尚未归垫的不填。',
      'The day on which the advance was offset; empty until then.',
    ),
  ),
];

const atMost = (item: string, limit: string, advice: Bilingual): SheetRule => ({
  id: `${item}Within`,
  kind: 'atMost',
  left: [{ item }],
  right: [{ item: limit }],
  severity: 'error',
  advice,
});

const CHECK_LIST = bilingual('请对照工资发放名册改正。', 'Compare with the wage list and correct it.');

const RULES: readonly SheetRule[] = [
  {
    id: 'withinPosts',
    kind: 'atMost',
    left: [{ item: 'personsOnPost' }],
    right: [{ known: 'approvedPosts' }],
    severity: 'error',
    advice: bilingual(
      '本表只填占用核定名额的人员，请核对花名册；名额已调整的，请联系市级项目管理人员。',
      'Only persons on approved posts are entered here; check the roster, or ask the city’s program office where the posts were changed.',
    ),
  },
  atMost('personsPaid', 'personsOnPost', CHECK_LIST),
  atMost('personsPaidOnTime', 'personsPaid', CHECK_LIST),
  atMost('personsInsured', 'personsOnPost', CHECK_LIST),
  {
    id: 'cityPartOfPosts',
    kind: 'equals',
    left: [{ item: 'cityPartDue' }],
    right: [{ item: 'personsOnPost', times: CITY_PART_OF_A_POST }],
    severity: 'error',
    advice: bilingual('请核对在岗人数。', 'Check the persons on post.'),
  },
  {
    id: 'cityPartOfPersons',
    kind: 'equals',
    left: [{ item: 'cityPartPaid' }],
    right: [{ item: 'personsPaid', times: CITY_PART_OF_A_POST }],
    severity: 'warning',
    advice: bilingual(
      '市级补助应当足额发到每个人，请核对；情况属实的，可不作修改。',
      'The city part is to reach each person in full; check it, and leave it where it is so.',
    ),
  },
  atMost(
    'countyAdvance',
    'cityPartPaid',
    bilingual(
      '垫付的只能是市级补助部分，县级自行负担的请填入县级配套。',
      'Only the city part can be advanced; what the county bears itself belongs to the county part.',
    ),
  ),
  {
    id: 'grossOfParts',
    kind: 'equals',
    left: [{ item: 'grossWage' }],
    right: [{ item: 'cityPartPaid' }, { item: 'countyPart' }],
    severity: 'error',
    advice: bilingual('请核对市级补助和县级配套。', 'Check the city part and the county part.'),
  },
  {
    id: 'paidOnNeeded',
    kind: 'requiredWhen',
    item: 'paidOn',
    when: 'personsPaid',
    severity: 'error',
    advice: bilingual('请填写工资实际发放的日期。', 'Enter the day on which the wages were paid.'),
  },
  {
    id: 'settledAfterPaid',
    kind: 'notBefore',
    item: 'advanceSettledOn',
    other: 'paidOn',
    severity: 'error',
    advice: bilingual(
      '先垫付、后归垫，请核对两个日期。',
      'An advance is settled after it was paid; check both days.',
    ),
  },
  {
    id: 'personsAsInspected',
    kind: 'equals',
    left: [{ item: 'personsOnPost' }],
    right: [{ sheet: 'inspection', figure: 'staffOnPost' }],
    severity: 'warning',
    advice: bilingual(
      '请对照工资发放名册核对；本表属实的，可不作修改，请告知督查人员。',
      'Compare with the wage list; where this sheet is true, leave it and tell the inspector.',
    ),
  },
  {
    id: 'personsWithinStaff',
    kind: 'atMost',
    left: [{ item: 'personsOnPost' }],
    right: [{ sheet: 'workload', figure: 'staffOnPost' }],
    severity: 'warning',
    advice: bilingual(
      '工作量表的人数含协勤人员，不应少于本表的在岗人数，请核对两张表。',
      'The staff of the workload sheet include the assistants and cannot be fewer; check both sheets.',
    ),
  },
];

/**
 * 支出表: what a county paid for one month worked, as the month's wage list gives it; no person is named. The city part
 * due and the gross wages follow from the rest and are filled by the program.
 */
export const SPENDING_TEMPLATE: SheetTemplate = { kind: 'spending', items: ITEMS, rules: RULES };
