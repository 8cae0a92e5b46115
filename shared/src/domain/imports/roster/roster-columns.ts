import { bilingual, type Bilingual } from '../../bilingual';
import type { Employment } from '../../roster/contract-term';

/** The columns of a roster as a workbook, from A on. */
export const ROSTER_FIELDS = [
  'record',
  'name',
  'identityNumber',
  'bankCard',
  'employment',
  'office',
  'contractFrom',
  'contractUntil',
  'insuredSince',
  'onPostFrom',
  'onPostUntil',
  'reason',
] as const;
export type RosterField = (typeof ROSTER_FIELDS)[number];

export const ROSTER_HEADINGS: Readonly<Record<RosterField, Bilingual>> = {
  record: bilingual('记录号', 'Record'),
  name: bilingual('姓名', 'Name'),
  identityNumber: bilingual('公民身份号码', 'Identity number'),
  bankCard: bilingual('银行卡号', 'Bank card'),
  employment: bilingual('用工方式', 'Employment'),
  office: bilingual('司法所', 'Justice office'),
  contractFrom: bilingual('合同起始日期', 'First day of the contract'),
  contractUntil: bilingual('合同终止日期', 'Last day of the contract'),
  insuredSince: bilingual('参保日期', 'Socially insured since'),
  onPostFrom: bilingual('到岗日期', 'First day on post'),
  onPostUntil: bilingual('最后在岗日', 'Last day on post'),
  reason: bilingual('离岗原因', 'Why it ended'),
};

/** The letter of a column: A … L. */
export const letterOf = (field: RosterField): string =>
  String.fromCharCode('A'.charCodeAt(0) + ROSTER_FIELDS.indexOf(field));

/** 用工方式 as cells say it. */
export const EMPLOYMENT_WORDS: Readonly<Record<Employment, string>> = {
  laborContract: '劳动合同',
  laborDispatch: '劳务派遣',
  publicWelfarePost: '公益性岗位',
  other: '其他',
};

/** Who works at the county bureau itself. */
export const NO_OFFICE = '局机关';

/** What the cells of a row say, or print. */
export type RosterCells = Readonly<Record<RosterField, string>>;
