import { bilingual } from '../bilingual';
import type { Bilingual } from '../bilingual';

export type AssistantsItemId =
  | 'staffOnPost'
  | 'laborContracts'
  | 'wagesOnTime'
  | 'cityPartInFull'
  | 'socialInsurance'
  | 'earmarkedUse'
  | 'vacancySurplusExplained'
  | 'moneyClock'
  | 'filing'
  | 'attendanceTraining'
  | 'supervisionGaps'
  | 'lastFindingsRectified';

/** How often an item is checked; in between, its last conclusion is carried with its date. */
export type ItemFrequency = 'monthly' | 'quarterly' | 'yearly' | 'once';

/** One item of 督查表 (inspectionTemplate). */
export interface TemplateItem {
  readonly id: AssistantsItemId;
  readonly name: Bilingual;
  readonly frequency: ItemFrequency;
  /** The document or the program's own setting that the item rests on, as printed beside it. */
  readonly basis: Bilingual;
  /** The unit of the figure that belongs to the conclusion; null where only 合格/不合格/不适用 is asked. */
  readonly figureUnit: Bilingual | null;
  /** What is checked, and when the item passes. */
  readonly criteria: Bilingual;
}

const PUBLISHED_2025 = bilingual('2025年项目文本第五条、第七条', '2025 program text, sections 5 and 7');
const PUBLISHED_2022 = bilingual(
  '2022年项目文本（2025年文本未重申，可在设置中停用）',
  '2022 program text (not repeated in 2025; can be switched off in the settings)',
);
const SETTING = bilingual(
  '督查表默认设置（可修改）',
  'default setting of the inspection template (editable)',
);

const PERSONS = bilingual('人', 'persons');
const YUAN = bilingual('元', 'yuan');
const DAYS = bilingual('天', 'days');
const CASES = bilingual('件', 'cases');
const ITEMS = bilingual('项', 'items');

/**
 * The default template of 协勤 money: twelve items in their official order (rules.md section 5). It is data, editable and
 * versioned; a conclusion "not applicable" never counts as zero, and no photograph is ever asked of a county.
 * The items of the money's clock and of filing are yearly, because each year's money starts its own clock.
 */
export const ASSISTANTS_TEMPLATE: readonly TemplateItem[] = [
  {
    id: 'staffOnPost',
    name: bilingual('在岗人数', 'Staff on post'),
    frequency: 'monthly',
    basis: PUBLISHED_2025,
    figureUnit: PERSONS,
    criteria: bilingual(
      '核对花名册与核定名额：在岗人数属实，空岗注明起止日期。人数不超过核定名额且与工资发放名册一致的，合格。',
      'Compare the roster with the approved posts: the number on post is true and vacancies carry their dates. Passes when the number is within the approved posts and agrees with the wage list.',
    ),
  },
  {
    id: 'laborContracts',
    name: bilingual('劳动合同', 'Labour contracts'),
    frequency: 'quarterly',
    basis: SETTING,
    figureUnit: PERSONS,
    criteria: bilingual(
      '查看在岗人员劳动合同（协议）：人人签订、均在有效期内的，合格。',
      'Read the contracts of the persons on post. Passes when everyone has one and each is in force.',
    ),
  },
  {
    id: 'wagesOnTime',
    name: bilingual('工资按时发放', 'Wages paid on time'),
    frequency: 'monthly',
    basis: PUBLISHED_2025,
    figureUnit: PERSONS,
    criteria: bilingual(
      '核对工资所属月份和发放日期：应发人员全部在约定日期前发放的，合格。市级资金下达前由县级垫付的，视同按时发放。',
      'Compare the month worked with the date paid. Passes when everyone due was paid by the agreed day. A county advance before the city money is issued counts as payment on time.',
    ),
  },
  {
    id: 'cityPartInFull',
    name: bilingual('市级补助足额到人', 'City part reaches each person in full'),
    frequency: 'quarterly',
    basis: PUBLISHED_2025,
    figureUnit: YUAN,
    criteria: bilingual(
      '核对银行代发凭证和签字名册：市级补助按每人每月1,000元足额到人的，合格。到位前由县级垫付的，按垫付数核对，不作为问题。',
      'Compare bank vouchers with the signed list. Passes when the city part of 1,000 yuan a person a month reached each person in full. Before the money arrives the county advance is compared instead, and is no fault.',
    ),
  },
  {
    id: 'socialInsurance',
    name: bilingual('社会保险', 'Social insurance'),
    frequency: 'quarterly',
    basis: SETTING,
    figureUnit: PERSONS,
    criteria: bilingual(
      '核对社会保险缴费记录：在岗人员依法应保尽保、没有欠缴的，合格。',
      'Compare the contribution records. Passes when everyone on post is insured as the law requires and nothing is in arrears.',
    ),
  },
  {
    id: 'earmarkedUse',
    name: bilingual('专款专用', 'Earmarked use'),
    frequency: 'monthly',
    basis: PUBLISHED_2025,
    figureUnit: null,
    criteria: bilingual(
      '查看明细账和凭证：资金单独核算，只用于协勤人员工资，没有截留、挤占、挪用的，合格。',
      'Read the ledger and vouchers. Passes when the money is accounted for apart, is used for the assistants’ wages only, and none is withheld, encroached on or diverted.',
    ),
  },
  {
    id: 'vacancySurplusExplained',
    name: bilingual('空岗结余说明', 'Surplus from vacancies explained'),
    frequency: 'quarterly',
    basis: SETTING,
    figureUnit: YUAN,
    criteria: bilingual(
      '空岗形成的结余列明金额、原因和后续安排的，合格；没有空岗的，不适用。',
      'Passes when the surplus left by vacancies is stated with its amount, cause and intended use. Not applicable where no post was vacant.',
    ),
  },
  {
    id: 'moneyClock',
    name: bilingual('资金拨付时限', 'Time limit for passing the money on'),
    frequency: 'yearly',
    basis: PUBLISHED_2025,
    figureUnit: DAYS,
    criteria: bilingual(
      '核对到位日期与拨付日期：县级财政部门收到资金后在规定天数（默认30天）内拨付到县级司法局的，合格；资金尚未到位的，不适用。',
      'Compare the dates of receipt and of passing on. Passes when county finance passed the money to the county justice bureau within the set days (30 by default). Not applicable while the money has not arrived.',
    ),
  },
  {
    id: 'filing',
    name: bilingual('备案', 'Filing'),
    frequency: 'yearly',
    basis: PUBLISHED_2022,
    figureUnit: ITEMS,
    criteria: bilingual(
      '收到资金后1个月内，将实施方案、经费拨付文件分别报市司法局、市财政局备案，四项齐全的，合格；资金尚未到位或者未满1个月的，不适用。',
      'Within one month of receipt the implementation plan and the transfer document are filed with both the city justice bureau and the city finance bureau. Passes when all four are there. Not applicable before the month has passed.',
    ),
  },
  {
    id: 'attendanceTraining',
    name: bilingual('考勤培训', 'Attendance and training'),
    frequency: 'quarterly',
    basis: SETTING,
    figureUnit: PERSONS,
    criteria: bilingual(
      '查看考勤记录和培训签到：考勤完整、本季度至少组织一次培训的，合格。',
      'Read the attendance records and training sign-in lists. Passes when attendance is complete and at least one training was held in the quarter.',
    ),
  },
  {
    id: 'supervisionGaps',
    name: bilingual('脱管漏管', 'Gaps in supervision'),
    frequency: 'monthly',
    basis: SETTING,
    figureUnit: CASES,
    criteria: bilingual(
      '核对社区矫正月报计数（只报件数，不报个人信息）：脱管、漏管为0件，或者发生后按规定及时报告、处置的，合格。',
      'Compare the monthly counts (counts only, nothing about a person). Passes with no gap in supervision, or when one was reported and handled in time as the rules require.',
    ),
  },
  {
    id: 'lastFindingsRectified',
    name: bilingual('上月问题整改', 'Last month’s findings rectified'),
    frequency: 'monthly',
    basis: bilingual('2025年项目文本第五条', '2025 program text, section 5'),
    figureUnit: ITEMS,
    criteria: bilingual(
      '核对上月问题清单：到期问题均已整改并经复核销号的，合格；上月没有问题的，不适用。',
      'Compare last month’s list of findings. Passes when every finding that fell due was rectified and closed on re-check. Not applicable when there was none.',
    ),
  },
];
