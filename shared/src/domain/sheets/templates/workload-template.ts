import { bilingual } from '../../bilingual';
import type { Bilingual } from '../../bilingual';
import type { SheetItem, SheetRule, SheetTemplate } from '../sheet';

const PERSONS = bilingual('人', 'persons');

const count = (
  id: string,
  name: Bilingual,
  criteria: Bilingual,
  own: Partial<SheetItem> = {},
): SheetItem => ({
  id,
  name,
  criteria,
  answer: 'count',
  unit: PERSONS,
  frequency: 'monthly',
  required: true,
  ...own,
});

const ofClass = (id: string, zh: string, en: string): SheetItem =>
  count(
    id,
    bilingual(`其中：${zh}`, `Of them: ${en}`),
    bilingual(
      `月末在册人数中的${zh}人数；没有的填0。`,
      `Of the persons at the end of the month, ${en}; 0 where none.`,
    ),
  );

const ITEMS: readonly SheetItem[] = [
  count(
    'supervisedAtStart',
    bilingual('月初在册人数', 'Supervised at the start'),
    bilingual(
      '上月月末在册的社区矫正对象，由系统带入。',
      'Persons under supervision at the end of last month, filled in by the program.',
    ),
  ),
  count(
    'supervisedNew',
    bilingual('本月新接收', 'New in the month'),
    bilingual(
      '当月新接收的社区矫正对象；没有的填0。',
      'Persons taken under supervision in the month; 0 where none.',
    ),
    { eachMonth: true },
  ),
  count(
    'supervisedReleased',
    bilingual('本月解除（终止）', 'Released in the month'),
    bilingual(
      '当月解除、终止矫正和转出的人数；没有的填0。',
      'Persons released or moved away in the month; 0 where none.',
    ),
    { eachMonth: true },
  ),
  count(
    'supervisedAtEnd',
    bilingual('月末在册人数', 'Supervised at the end'),
    bilingual(
      '月初在册＋本月新接收－本月解除，由系统计算。',
      'Start + new − released, computed by the program.',
    ),
  ),
  ofClass('endControl', '管制', 'under control'),
  ofClass('endProbation', '缓刑', 'on probation'),
  ofClass('endParole', '假释', 'on parole'),
  ofClass('endOutsidePrison', '暂予监外执行', 'serving outside prison'),
  count(
    'resettled',
    bilingual('安置帮教人数', 'Persons resettled'),
    bilingual('月末在册的安置帮教对象。', 'Persons in resettlement and assistance at the end of the month.'),
  ),
  count(
    'assessments',
    bilingual('调查评估', 'Assessments'),
    bilingual('当月办结的调查评估；没有的填0。', 'Assessments completed in the month; 0 where none.'),
    { unit: bilingual('件', 'cases'), eachMonth: true },
  ),
  count(
    'justiceOffices',
    bilingual('司法所数', 'Justice offices'),
    bilingual(
      '全县（市、区）司法所个数；有变化的当月填写。',
      'Justice offices of the county; entered in the month in which they change.',
    ),
    { unit: bilingual('个', 'offices'), frequency: 'yearly' },
  ),
  count(
    'staffOnPost',
    bilingual('从事社区矫正工作人员', 'Staff on post'),
    bilingual(
      '月末在岗从事社区矫正和安置帮教工作的人员，含协勤人员。',
      'Staff who work on community correction and resettlement at the end of the month, the assistants among them.',
    ),
  ),
];

const RULES: readonly SheetRule[] = [
  {
    id: 'startOfLastEnd',
    kind: 'equals',
    left: [{ item: 'supervisedAtStart' }],
    right: [{ lastMonth: 'supervisedAtEnd' }],
    severity: 'error',
    advice: bilingual(
      '月初应当等于上月月末；上月填错的，请先申请重新开放上月的表。',
      'A month starts with the last one’s end; where last month was wrong, ask for that sheet to be reopened first.',
    ),
  },
  {
    id: 'balance',
    kind: 'equals',
    left: [{ item: 'supervisedAtEnd' }],
    right: [
      { item: 'supervisedAtStart' },
      { item: 'supervisedNew' },
      { item: 'supervisedReleased', times: -1 },
    ],
    severity: 'error',
    advice: bilingual('请核对新接收和解除的人数。', 'Check the persons who are new and who were released.'),
  },
  {
    id: 'classesOfEnd',
    kind: 'equals',
    left: [
      { item: 'endControl' },
      { item: 'endProbation' },
      { item: 'endParole' },
      { item: 'endOutsidePrison' },
    ],
    right: [{ item: 'supervisedAtEnd' }],
    severity: 'error',
    advice: bilingual('请核对四类人员的人数。', 'Check the counts of the four classes.'),
  },
  {
    id: 'staffWithAssistants',
    kind: 'atMost',
    left: [{ sheet: 'spending', figure: 'personsOnPost' }],
    right: [{ item: 'staffOnPost' }],
    severity: 'warning',
    advice: bilingual(
      '从事社区矫正工作人员含协勤人员，不应少于支出表的在岗人数，请核对两张表。',
      'The staff on post include the assistants and cannot be fewer than the persons on post of the spending sheet; check both sheets.',
    ),
  },
];

/** 工作量表: counts only; no record of an individual enters the program (rules.md section 5). */
export const WORKLOAD_TEMPLATE: SheetTemplate = { kind: 'workload', items: ITEMS, rules: RULES };
