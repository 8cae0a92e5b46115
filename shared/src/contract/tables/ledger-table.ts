import type { LedgerBalance, LedgerEntry } from '../ledger';
import { money, tableTitle, text, type Table } from './table';

const LINKS: Readonly<Record<LedgerEntry['link'], string>> = {
  issue: '市财政下达',
  receipt: '县财政收文',
  passOn: '拨付县司法局',
  payment: '支付到人',
};
const SOURCES: Readonly<Record<LedgerEntry['source'], string>> = {
  cityGrant: '市级补助',
  countyPart: '县级配套',
  countyAdvance: '县级垫付',
  other: '其他',
};
const KINDS: Readonly<Record<LedgerEntry['kind'], string>> = {
  ordinary: '登记',
  reversal: '红字冲销',
  settlement: '归垫',
  carryOver: '结转',
  return: '交回',
};

export interface Ledger {
  readonly year: number;
  readonly asOf: string;
  readonly demonstration: boolean;
  readonly entries: readonly LedgerEntry[];
  readonly balances: readonly Pick<LedgerBalance, 'county' | 'name'>[];
}

/** Every line of the ledger by date; what is taken back is negative, as it is posted. */
export const ledgerTable = (ledger: Ledger): Table => {
  const names = new Map(ledger.balances.map(({ county, name }) => [county, name]));
  return {
    title: tableTitle(`${ledger.year}年度资金登记`, ledger),
    columns: [
      ...['县（市、区）', '日期', '环节', '资金来源', '性质'].map(text),
      money('金额'),
      ...['文号', '会计科目', '工资所属月份', '登记人', '事由'].map(text),
    ],
    rows: ledger.entries.map((one) => [
      ...[names.get(one.county) ?? one.county, one.on, LINKS[one.link], SOURCES[one.source], KINDS[one.kind]],
      one.fen,
      ...[one.documentNumber, one.subject, one.monthWorked, one.enteredBy, one.reason],
    ]),
  };
};
