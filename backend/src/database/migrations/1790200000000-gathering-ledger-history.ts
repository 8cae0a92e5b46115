/** From one table of movements into the ledger: the first three links as they were, in the order in which they rest on each other. */
export const LEDGER_OF_MOVEMENTS = `
  insert into ledger_entry (city_id, county_id, program_id, year, entry_id, number, group_id, link, source, kind, fen,
    dated_on, document_number, entered_at)
  select m.city_id, m.county_id, m.program_id, m.year, m.movement_id, 0, m.movement_id, m.stage, 'cityGrant', 'ordinary', m.fen,
    m.moved_on, m.document_number, m.moved_on::timestamp at time zone 'Asia/Shanghai'
  from fund_movement m
  order by m.county_id, m.year, array_position(array['issue', 'receipt', 'passOn'], m.stage), m.moved_on, m.movement_id`;

/** A name-based UUID (version 3) of a text in SQL, so that the same sheet always gives the same entries. */
export const uuidOf = (text: string): string =>
  `overlay(overlay(md5(${text}) placing '3' from 13) placing '8' from 17)::uuid`;

/**
 * The payments of the spending that was approved before there was a ledger, and those of the demonstration: what was paid from
 * the city grant, advanced by the county, and paid by the county, with each advance's settlement (归垫).
 */
export const LEDGER_OF_WAGES = `
  insert into ledger_entry (city_id, county_id, program_id, year, entry_id, number, group_id, link, source, kind, fen,
    dated_on, subject, month_worked, settles, source_document, entered_at)
  select w.city_id, w.county_id, w.program_id, left(w.month, 4)::integer, ${uuidOf(`w.key || '/' || l.place`)}, 0,
    ${uuidOf(`w.key || '/' || l.kind`)}, 'payment', l.source, l.kind, l.fen, l.dated_on,
    (select e.subject from ledger_entry e where e.city_id = w.city_id and e.county_id = w.county_id and e.program_id = w.program_id
       and e.year = left(w.month, 4)::integer and e.link = 'passOn' and e.kind = 'ordinary' order by e.dated_on desc, e.number desc limit 1),
    w.month,
    case when l.kind = 'settlement' then ${uuidOf(`w.key || '/2'`)} end,
    case when l.kind = 'ordinary' then 'spending/' || w.month end,
    l.dated_on::timestamp at time zone 'Asia/Shanghai'
  from (select x.*, 'wages/' || concat_ws('/', x.city_id, x.county_id, x.program_id, x.month) as key from wage_month x
        where x.stage = 'approved') w
  cross join lateral (values
    (1, 'cityGrant', 'ordinary', w.city_part_paid_fen - w.county_advance_fen, w.paid_on),
    (2, 'countyAdvance', 'ordinary', w.county_advance_fen, w.paid_on),
    (3, 'countyPart', 'ordinary', w.county_part_fen, w.paid_on),
    (4, 'countyAdvance', 'settlement', -w.county_advance_fen, w.advance_settled_on),
    (5, 'cityGrant', 'settlement', w.county_advance_fen, w.advance_settled_on)
  ) as l(place, source, kind, fen, dated_on)
  where l.fen <> 0 and l.dated_on is not null
  order by w.county_id, w.month, l.place`;
