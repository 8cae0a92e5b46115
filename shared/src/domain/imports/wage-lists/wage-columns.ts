import type { MoneyUnit } from '../../money/fen';
import { plainFigure } from '../plain-figure';

/** What a column of a county's wage list can say; `ignored` is a column that nothing is taken from. */
export const WAGE_FIELDS = [
  'name',
  'identityNumber',
  'county',
  'month',
  'paidOn',
  'cityPart',
  'countyAdvance',
  'countyPart',
  'gross',
  'socialInsurance',
  'amount',
  'source',
  'ignored',
] as const;
export type WageField = (typeof WAGE_FIELDS)[number];

/** Columns of money: what their totals are held against. */
export const WAGE_AMOUNTS = [
  'cityPart',
  'countyAdvance',
  'countyPart',
  'gross',
  'socialInsurance',
  'amount',
] as const satisfies readonly WageField[];
export type WageAmount = (typeof WAGE_AMOUNTS)[number];

/** The headings that counties print, as `plainHeading` leaves them. */
const ALIASES: Readonly<Record<WageField, string>> = {
  name: '姓名 人员姓名 协勤姓名 协勤人员姓名 人员 领款人 收款人 收款人姓名',
  identityNumber: '身份证号 身份证 身份证号码 公民身份号码 居民身份证号 居民身份证号码 证件号码 证件号',
  county: '县市区 县区 县 区县 单位 所属县 所属县区 所属县市区 用人单位 发放单位 所属单位',
  month: '月份 工资月份 工资所属月份 所属月份 所属期 发放月份 工资所属期 年月',
  paidOn: '发放日期 发放时间 支付日期 发放日 付款日期 到账日期',
  cityPart: '市级补助 市补 市级资金 市级补贴 市级补助资金 市级补助金额 市级经费 市财政补助 实发市级补助',
  countyAdvance: '县级垫付 垫付 垫付金额 县级垫付金额 其中县级垫付 县财政垫付',
  countyPart: '县级配套 县级配套资金 县级资金 县补 县级补助 县级负担 县级配套金额 县财政配套',
  gross: '实发工资 实发合计 应发合计 工资合计 工资总额 实发金额 应发工资 实发工资总额 合计 实发',
  socialInsurance: '单位缴纳社会保险费 单位社保 社会保险费 单位缴纳社保 单位缴费 社保单位部分 单位缴纳部分',
  amount: '金额 发放金额 支付金额',
  source: '资金来源 来源 经费来源 资金性质',
  ignored:
    '序号 编号 备注 性别 岗位 职务 电话 联系电话 手机号 手机号码 银行卡号 银行账号 卡号 账号 开户行 开户银行 签字 签名 领款人签字 本人签字 司法所 所属司法所 工作单位',
};

/** A heading without spaces, units, brackets and punctuation: "市级补助\n（元/月）" is 市级补助. */
export const plainHeading = (heading: string): string =>
  plainFigure(heading)
    .replace(/[(（【[].*?[)）】\]]/g, '')
    .replace(/[/:：、,，.。·*_-]/g, '')
    .replace(/(?:万元|元)$/, '');

const FIELD_OF_ALIAS: ReadonlyMap<string, WageField> = new Map(
  WAGE_FIELDS.flatMap((field) => ALIASES[field].split(' ').map((alias) => [alias, field] as const)),
);

/** What a heading means by itself; null where it is not understood. Example: "市补（元）" is `cityPart`. */
export const wageFieldOf = (heading: string): WageField | null =>
  UNIT_LINE.test(plainFigure(heading)) ? null : (FIELD_OF_ALIAS.get(plainHeading(heading)) ?? null);

/** "单位：元" above a table names its unit of money, not who paid. */
const UNIT_LINE = /^[(（]?(?:金额)?单位[:：]?(?:人民币)?(万?元)[)）]?$/;

/** The unit of money that a line above the table names; null where it names none. */
export const unitOfLine = (text: string): MoneyUnit | null =>
  (UNIT_LINE.exec(plainFigure(text))?.[1] as MoneyUnit | undefined) ?? null;

/** One column of a list: its place, counted from 1, what stands over it, and what it is taken for. */
export interface WageColumn {
  readonly column: number;
  readonly heading: string;
  readonly field: WageField | null;
  /** `remembered`: as the county said before; null: not understood, so that the county is asked. */
  readonly by: 'alias' | 'remembered' | null;
}

/**
 * What the columns of a list are taken for. What the county said before comes before what a heading means by itself; an
 * empty heading is left out. Two columns that would be the same are both asked about, because only the county knows which
 * it is; any number may be `ignored`.
 * @param remembered what the county said, by plain heading
 */
export function understandColumns(
  headings: readonly { readonly column: number; readonly heading: string }[],
  remembered: ReadonlyMap<string, WageField>,
): readonly WageColumn[] {
  const found = headings
    .filter(({ heading }) => plainHeading(heading) !== '')
    .map(({ column, heading }): WageColumn => {
      const said = remembered.get(plainHeading(heading));
      if (said !== undefined) return { column, heading, field: said, by: 'remembered' };
      const field = wageFieldOf(heading);
      return { column, heading, field, by: field === null ? null : 'alias' };
    });
  const isTwice = ({ field }: WageColumn): boolean =>
    field !== null && field !== 'ignored' && found.filter((one) => one.field === field).length > 1;
  return found.map((one) => (isTwice(one) ? { ...one, field: null, by: null } : one));
}

/**
 * What a list must say and no column does: whose wage it is, and how much, either in columns of their own or as one amount
 * with its source.
 */
export function missingFields(columns: readonly WageColumn[]): readonly WageField[] {
  const has = (field: WageField): boolean => columns.some((one) => one.field === field);
  const missing = (['name', 'identityNumber'] as const).filter((field) => !has(field));
  if (has('amount') !== has('source')) return [...missing, has('amount') ? 'source' : 'amount'];
  return has('amount') || has('cityPart') ? missing : [...missing, 'cityPart'];
}
