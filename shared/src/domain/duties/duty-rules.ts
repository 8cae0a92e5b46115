import { bilingual } from '../bilingual';
import { DEFAULT_CLOCKS } from '../period/duty-clock';
import type { DutyRule, FixedDay } from './duty-rule';
import {
  CLAIMS_2025,
  FILING_2022,
  INSPECTION_2022,
  ISSUE_2022,
  ISSUE_2025,
  METHOD_2022,
  METHOD_2025,
  MONITORING_2025,
  PASS_ON_2022,
  PASS_ON_2025,
  PAYOUT_2025,
} from './official-bases';

const on = (month: number, day: number, nextYear = false): FixedDay => ({ month, day, nextYear });
const dayOfNextMonth = (count: number) =>
  ({ from: 'monthEnd', term: { unit: 'dayOfNextMonth', count } }) as const;

/** Reporting in 协勤 by the county. The monthly rhythm is that of 2022; the texts name no day. */
const COUNTY_SHEET = {
  program: 'assistants',
  owedBy: ['countyJustice'],
  each: 'county',
  recorded: true,
} as const;

/**
 * The rules that hold until an officer changes them, in the order of the year. Every quotation is of the published texts;
 * a day or a number that they do not name is a setting. Three rules rest on no clause that the texts print: they remind.
 */
export const DEFAULT_DUTY_RULES: readonly DutyRule[] = [
  {
    id: 'issue',
    program: 'assistants',
    kind: 'issue',
    name: bilingual('下达协勤人员经费', 'Issue the money for the assistants'),
    owedBy: ['cityFinance'],
    each: 'county',
    recorded: true,
    clock: { from: 'fixedDays', days: [on(4, 30)] },
    bases: [ISSUE_2022, ISSUE_2025],
  },
  {
    id: 'passOn',
    program: 'assistants',
    kind: 'passOn',
    name: bilingual('将资金拨付到县（市、区）司法局', 'Pass the money on to the county justice bureau'),
    owedBy: ['countyFinance'],
    each: 'county',
    recorded: true,
    clock: { from: 'receipt', term: { unit: 'days', count: DEFAULT_CLOCKS.passOnDays } },
    bases: [PASS_ON_2022, PASS_ON_2025],
  },
  {
    id: 'filing',
    program: 'assistants',
    kind: 'filing',
    name: bilingual('实施方案、经费拨付文件备案', 'File the plan and the transfer document'),
    owedBy: ['countyJustice', 'countyFinance'],
    each: 'county',
    recorded: true,
    clock: { from: 'receipt', term: { unit: 'months', count: DEFAULT_CLOCKS.filingMonths } },
    bases: [FILING_2022],
  },
  {
    id: 'inspection',
    program: 'assistants',
    kind: 'inspection',
    name: bilingual('月度跟踪监控（督查）', 'Monthly inspection'),
    owedBy: ['cityJustice'],
    each: 'county',
    recorded: true,
    clock: dayOfNextMonth(DEFAULT_CLOCKS.inspectionDay),
    bases: [INSPECTION_2022],
  },
  {
    ...COUNTY_SHEET,
    id: 'spending',
    kind: 'spending',
    name: bilingual('报送工资支出', 'Report the wages paid'),
    clock: dayOfNextMonth(DEFAULT_CLOCKS.wageDay),
    bases: [INSPECTION_2022, MONITORING_2025],
  },
  {
    ...COUNTY_SHEET,
    id: 'workload',
    kind: 'workload',
    name: bilingual('报送工作量', 'Report the workload'),
    clock: dayOfNextMonth(DEFAULT_CLOCKS.wageDay),
    bases: [],
  },
  {
    ...COUNTY_SHEET,
    id: 'midYearMonitoring',
    kind: 'midYearMonitoring',
    name: bilingual('绩效运行监控（1—7月）', 'Mid-year monitoring, January to July'),
    clock: { from: 'fixedDays', days: [on(8, 31)] },
    bases: [],
  },
  {
    id: 'annualMethod',
    program: 'assistants',
    recorded: false,
    kind: 'annualMethod',
    name: bilingual('制定绩效评价办法', 'Set the evaluation method'),
    owedBy: ['cityFinance', 'cityJustice'],
    each: 'city',
    clock: { from: 'fixedDays', days: [on(12, 31)] },
    bases: [METHOD_2022, METHOD_2025],
  },
  {
    ...COUNTY_SHEET,
    id: 'selfEvaluation',
    kind: 'selfEvaluation',
    name: bilingual('单位自评', 'Self-evaluation'),
    clock: { from: 'fixedDays', days: [on(3, 31, true)] },
    bases: [],
  },
  {
    id: 'claims',
    program: 'mediation',
    kind: 'claims',
    name: bilingual('申报个案补贴', 'Claim the case subsidy'),
    owedBy: ['mediationCommittees'],
    each: 'city',
    recorded: false,
    clock: { from: 'fixedDays', days: [on(3, 31), on(6, 30), on(9, 30), on(12, 31)] },
    bases: [CLAIMS_2025],
  },
  {
    id: 'payout',
    program: 'mediation',
    kind: 'payout',
    name: bilingual('发放个案补贴', 'Pay the case subsidy'),
    owedBy: ['countyJustice'],
    each: 'city',
    recorded: false,
    clock: { from: 'fixedDays', days: [on(6, 30), on(12, 31)] },
    bases: [PAYOUT_2025],
  },
];

/** A rule by its id; undefined: there is none. */
export const dutyRuleOf = (id: string): DutyRule | undefined =>
  DEFAULT_DUTY_RULES.find((rule) => rule.id === id);
