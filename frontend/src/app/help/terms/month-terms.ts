import { TEXT_2022, TEXT_2025, type TermGroup } from './term';

/** The month: who is on post, who was paid, what was checked and what was found. */
export const MONTH_TERMS: TermGroup = {
  id: 'month',
  name: { zh: '月度工作', en: 'The month' },
  terms: [
    {
      id: 'assistant',
      name: { zh: '协勤人员', en: 'Assistant' },
      means: {
        zh: '专职社区矫正安置帮教编外人员，协助司法所开展工作。本系统不登记任何矫正对象个人信息。',
        en: 'Staff outside the establishment who help the justice offices. No record of any supervised person is kept here.',
      },
      source: TEXT_2025,
      words: ['协勤', 'Assistants'],
    },
    {
      id: 'onPost',
      name: { zh: '在岗', en: 'On post' },
      means: {
        zh: '当月实际在岗的协勤人员。在岗率按人月计算，期中到岗、离岗的按实际月份计。',
        en: 'Assistants who were really there in the month. The rate counts person-months.',
      },
      formula: {
        zh: '在岗率 ＝ 在岗人月数 ÷ 核定人月数',
        en: 'Rate on post = person-months on post ÷ approved person-months',
      },
      words: ['在岗率', '在岗人数'],
    },
    {
      id: 'vacancy',
      name: { zh: '空岗', en: 'Vacancy' },
      means: {
        zh: '核定了名额而没有人在岗的时段。空岗结余要有说明。',
        en: 'A time in which an approved post has nobody on it. What is left over because of it is explained.',
      },
      words: ['Vacancies'],
    },
    {
      id: 'wages',
      name: { zh: '工资', en: 'Wages' },
      means: {
        zh: '协勤人员工资的发放情况。工资所属月份和发放日期分别登记；发放及时率看是否在约定日期前发放。',
        en: 'Whether the assistants were paid. The month worked and the day paid are kept apart.',
      },
      formula: {
        zh: '发放及时率 ＝ 按时发放人月数 ÷ 应发放人月数',
        en: 'Timeliness = person-months paid in time ÷ person-months due',
      },
      words: ['工资发放及时率', '发放及时率', '发放工资', 'Wages in time'],
    },
    {
      id: 'inspection',
      name: { zh: '督查', en: 'Inspection' },
      means: {
        zh: '市司法局每月对各县（市、区）资金使用情况的跟踪监控和监督检查，默认线上核查。',
        en: 'The city bureau’s monthly check of how each county uses the money; on line unless a visit is planned.',
      },
      source: TEXT_2022,
      words: ['督查合格率', 'Inspections'],
    },
    {
      id: 'finding',
      name: { zh: '问题', en: 'Finding' },
      means: {
        zh: '督查或评价中发现、需要整改的事项，有责任单位和整改期限。',
        en: 'Something found by an inspection or evaluation that has to be put right, by somebody and by a day.',
      },
      words: ['问题整改', '问题看板', 'Findings'],
    },
    {
      id: 'rectification',
      name: { zh: '整改', en: 'Rectification' },
      means: {
        zh: '县（市、区）对问题的处理。提交整改情况和佐证后由督查人员复核。',
        en: 'What the county does about a finding; the inspector re-checks it with its evidence.',
      },
      words: ['待整改', '退回整改', '整改期限'],
    },
    {
      id: 'closure',
      name: { zh: '销号', en: 'Closure' },
      means: {
        zh: '整改经复核通过，问题办结。退回整改的不算销号。',
        en: 'The re-check is passed and the finding is closed.',
      },
      words: ['待复核', 'Closed'],
    },
    {
      id: 'doubt',
      name: { zh: '疑点（待核实）', en: 'Doubt' },
      means: {
        zh: '系统按规则比对出的、需要说明的情况，不等于问题。5个工作日内只有该县（市、区）和督查人员可见，之后已说明或转为问题。',
        en: 'Something that the figures ask to be explained; it accuses nobody. For five working days only the county and the inspector see it.',
      },
      words: ['疑点', 'Doubts'],
    },
    {
      id: 'light',
      name: { zh: '正常、关注、预警', en: 'Normal, attention, warning' },
      means: {
        zh: '月度跟踪情况，不是评价结论。预警：工资到期未发、问题逾期未整改，或低于本县目标的90%；关注：低于目标，或表迟报、缺报；其余为正常。',
        en: 'How the month stands; no verdict. Warning: wages unpaid after their day, a finding overdue, or under 90% of the county’s own target. Attention: under target, or a sheet late or missing.',
      },
      words: ['跟踪情况', 'Tracking', 'Light'],
    },
    {
      id: 'figureState',
      name: { zh: '待审核、已审核、已定案', en: 'Provisional, approved, final' },
      means: {
        zh: '每个数字的审核状态。待审核的用斜线表示，还可能变化；已审核的由另一人审核过；已定案的不再变化，有校验码。',
        en: 'How far a figure is checked. Provisional (hatched) may still change; approved was checked by another person; final does not change and has a check code.',
      },
      words: ['审核状态', '办理情况'],
    },
    {
      id: 'valueState',
      name: {
        zh: '已报、不适用、迟报、缺报、未到期',
        en: 'Reported, not applicable, late, missing, not due',
      },
      means: {
        zh: '每个数据的报送情况。缺报不当作零，不适用不扣分，未到期不算迟。',
        en: 'Whether a figure was reported. Missing is not zero, not applicable costs nothing, not due is not late.',
      },
      words: ['报送情况'],
    },
    {
      id: 'asOf',
      name: { zh: '数据截至', en: 'Data as of' },
      means: {
        zh: '页面上的数字反映到哪一天。导出的图片和表格也印有这一天。',
        en: 'The day that the figures stand for. Pictures and tables that leave the program carry it too.',
      },
    },
    {
      id: 'workload',
      name: { zh: '工作量', en: 'Workload' },
      means: {
        zh: '社区矫正、安置帮教等工作的月度件数、人数，只登记数字，不登记个人。',
        en: 'Monthly counts of supervision and resettlement work: numbers only, never a person.',
      },
    },
    {
      id: 'duty',
      name: { zh: '时限', en: 'Duty' },
      means: {
        zh: '按文件规定应当在某日前办理的事项，写明依据、起算日和办理单位；遇节假日按当年安排顺延。',
        en: 'What has to be done by a day, with the document that says so, the day on which its clock starts, and who owes it.',
      },
      words: ['期限', '待办', '逾期', 'Duties', 'Deadline', 'Overdue'],
    },
    {
      id: 'burden',
      name: { zh: '减负账', en: 'Burden' },
      means: {
        zh: '系统每月向各县（市、区）要了多少数、用了多少分钟。每月不超过20个数，已经知道的不再要。',
        en: 'How many figures and minutes a month costs a county: at most 20 figures, and nothing that is known already.',
      },
    },
    {
      id: 'evidence',
      name: { zh: '佐证材料', en: 'Evidence' },
      means: {
        zh: '证明数字或结论的文件，写明页码。任何表都不强制要求照片。',
        en: 'A file that proves a figure or a conclusion, with its page. No sheet requires a photograph.',
      },
      words: ['佐证'],
    },
  ],
};
