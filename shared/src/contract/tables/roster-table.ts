import type { Assistant, Roster } from '../roster';
import { mark, tableTitle, text, type Table } from './table';

const EMPLOYMENTS: Readonly<Record<Assistant['employment'], string>> = {
  laborContract: '劳动合同',
  laborDispatch: '劳务派遣',
  publicWelfarePost: '公益性岗位',
  other: '其他',
};

/** The roster of one county; numbers masked, as the page shows them. */
export const rosterTable = (roster: Roster): Table => ({
  title: tableTitle(`${roster.county.name}协勤人员花名册（${roster.on}）`, roster),
  columns: [
    ...['姓名', '身份证号', '银行卡号', '用工方式', '司法所', '合同起', '合同止', '参保时间'].map(text),
    ...['在岗起止', '当日在岗'].map(text),
  ],
  rows: roster.people.map((one) => [
    ...[one.name ?? '（已删除）', one.identityNumber, one.bankCard, EMPLOYMENTS[one.employment]],
    ...[one.office?.name ?? '局机关', one.contractFrom, one.contractUntil, one.insuredSince],
    one.periods.map(({ from, until }) => `${from}至${until ?? '今'}`).join('；'),
    mark(one.onPost),
  ]),
});
