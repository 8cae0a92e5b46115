import { bilingual, type Bilingual } from '@yuheng/shared/domain/bilingual';
import type { EntityManager } from 'typeorm';

export interface Invariant {
  readonly id: string;
  readonly text: Bilingual;
  /** Answers the rows that break it: county, id, detail. Asks the entries themselves, never what the triggers keep. */
  readonly sql: string;
}

const LEDGER = 'e.city_id, e.county_id, e.program_id, e.year';
const KEY = `e.county_id as county, concat_ws('/', e.program_id, e.year) as id`;
const ENTRY = `e.county_id as county, e.entry_id::text as id`;
const sum = (condition: string): string => `coalesce(sum(e.fen) filter (where ${condition}), 0)`;
const more = (what: string, than: string): string =>
  `select ${KEY}, concat(${what}, ' > ', ${than}) as detail from ledger_entry e group by ${LEDGER} having ${what} > ${than}`;
const same = (one: string): string =>
  `${one}.city_id = e.city_id and ${one}.county_id = e.county_id and ${one}.program_id = e.program_id and ${one}.year = e.year`;

const ISSUED = sum(`e.link = 'issue'`);
const RECEIVED = sum(`e.link = 'receipt'`);
const PASSED_ON = sum(`e.link = 'passOn'`);
const GRANTED = sum(`e.link = 'payment' and e.source = 'cityGrant'`);

/** What was given back to the city; a return that was taken back does not count. */
const RETURNED = `-${sum(`e.link = 'receipt' and (e.kind = 'return' or exists (select 1 from ledger_entry x where ${same('x')}
  and x.entry_id = e.reverses and x.kind = 'return'))`)}`;

/** Every rule of money, asked of all rows of the scope. */
export const INVARIANTS: readonly Invariant[] = [
  {
    id: 'receiptsWithinIssues',
    text: bilingual(
      '市级补助到位（含已交回）不超过下达',
      'No more of the grant is received, what was returned included, than was issued',
    ),
    sql: more(`${RECEIVED} + ${RETURNED}`, ISSUED),
  },
  {
    id: 'passOnsWithinReceipts',
    text: bilingual('拨付不超过到位', 'No more is passed on than was received'),
    sql: more(PASSED_ON, RECEIVED),
  },
  {
    id: 'paymentsWithinReceipts',
    text: bilingual(
      '市级补助支付（含归垫）不超过到位减交回',
      'No more is paid from the grant, settlements included, than was received and not returned',
    ),
    sql: more(GRANTED, RECEIVED),
  },
  {
    id: 'reversalsExact',
    text: bilingual('红字冲销与原记录金额相等、每笔只冲一次', 'A reversal takes back one whole entry, once'),
    sql: `select ${ENTRY}, concat(e.fen, ' / ', x.fen) as detail from ledger_entry e
      left join ledger_entry x on ${same('x')} and x.entry_id = e.reverses
      where e.kind = 'reversal' and (x.fen is distinct from -e.fen or x.link <> e.link or x.source <> e.source or x.kind = 'reversal'
        or (select count(*) from ledger_entry y where ${same('y')} and y.reverses = e.reverses) > 1)`,
  },
  {
    id: 'actsReversedWhole',
    text: bilingual('同一笔业务的各条记录一并冲销', 'The entries of one act are reversed together'),
    sql: `select e.county_id as county, e.group_id::text as id, concat(count(r.entry_id), ' / ', count(*)) as detail
      from ledger_entry e left join ledger_entry r on ${same('r')} and r.reverses = e.entry_id
      where e.kind <> 'reversal' group by e.city_id, e.county_id, e.program_id, e.group_id
      having count(r.entry_id) not in (0, count(*))`,
  },
  {
    id: 'settlementsWithinAdvances',
    text: bilingual('归垫不超过垫付', 'No more is settled than was advanced'),
    sql: `select ${ENTRY}, (e.fen + coalesce(s.fen, 0))::text as detail from ledger_entry e
      left join lateral (select sum(x.fen) as fen from ledger_entry x where ${same('x')} and x.source = 'countyAdvance'
        and coalesce(x.settles, x.reverses) = e.entry_id) s on true
      where e.source = 'countyAdvance' and e.kind = 'ordinary' and e.fen + coalesce(s.fen, 0) < 0`,
  },
  {
    id: 'settlementsTwoSided',
    text: bilingual('归垫两条记录金额相抵', 'A settlement gives the county what it takes from the grant'),
    sql: `select e.county_id as county, e.settles::text as id, sum(e.fen)::text as detail from ledger_entry e
      where e.settles is not null group by ${LEDGER}, e.settles having sum(e.fen) <> 0`,
  },
  {
    id: 'carryOversTwoSided',
    text: bilingual('结转转出与转入相等', 'What one year carries over the next one takes over'),
    sql: `select e.county_id as county, e.group_id::text as id, concat(e.link, ' ', sum(e.fen)) as detail from ledger_entry e
      where e.kind = 'carryOver' group by e.city_id, e.county_id, e.program_id, e.group_id, e.link having sum(e.fen) <> 0`,
  },
  {
    id: 'closedMonthsKept',
    text: bilingual('关账后没有登记', 'Nothing was entered in a month after it was closed'),
    sql: `select ${ENTRY}, c.month as detail from ledger_entry e join closed_month c on c.city_id = e.city_id
      and c.program_id = e.program_id and c.month in (to_char(e.dated_on, 'YYYY-MM'), e.year || '-12')
      where c.reopened_at is null and e.entered_at > c.closed_at`,
  },
  {
    id: 'numbersWithoutGaps',
    text: bilingual('每县每年记录编号连续', 'The entries of a ledger are numbered without gaps'),
    sql: `select ${KEY}, concat(count(*), ' / ', max(e.number)) as detail from ledger_entry e group by ${LEDGER}
      having max(e.number) <> count(*)`,
  },
  {
    id: 'balancesAsEntries',
    text: bilingual('余额与记录合计一致', 'The balances are the sums of the entries'),
    sql: `select ${KEY}, 'balance' as detail from ledger_entry e
      left join ledger_balance b on ${same('b')}
      group by ${LEDGER}, b.entries, b.issued_fen, b.received_fen, b.passed_on_fen, b.granted_fen, b.advanced_fen, b.county_fen, b.other_fen, b.returned_fen
      having (b.entries, b.issued_fen, b.received_fen, b.passed_on_fen, b.granted_fen, b.advanced_fen, b.county_fen, b.other_fen, b.returned_fen)
        is distinct from (count(*)::integer, ${ISSUED}::bigint, ${RECEIVED}::bigint, ${PASSED_ON}::bigint, ${GRANTED}::bigint,
        ${sum(`e.source = 'countyAdvance'`)}::bigint, ${sum(`e.source = 'countyPart'`)}::bigint, ${sum(`e.source = 'other'`)}::bigint, (${RETURNED})::bigint)`,
  },
  {
    id: 'wagesPosted',
    text: bilingual(
      '已审核的支出表与工资支付记录一致',
      'What approved spending sheets say was paid stands in the ledger',
    ),
    sql: `select w.county_id as county, concat_ws('/', w.program_id, w.month) as id, concat(coalesce(l.fen, 0), ' / ', w.fen) as detail
      from (select city_id, county_id, program_id, month, city_part_paid_fen + county_part_fen as fen from wage_month
            where stage = 'approved' and paid_on is not null) w
      left join lateral (select sum(e.fen) as fen from ledger_entry e where e.city_id = w.city_id and e.county_id = w.county_id
        and e.program_id = w.program_id and e.year = left(w.month, 4)::integer and e.source_document = 'spending/' || w.month) l on true
      where coalesce(l.fen, 0) <> w.fen`,
  },
];

/** The rows that break a rule, at most so many. */
export const violationsOf = (
  tx: EntityManager,
  { sql }: Invariant,
  most: number,
): Promise<{ county: string; id: string; detail: string }[]> => tx.query(`${sql} limit ${most}`);
