import { Injectable } from '@nestjs/common';
import { conclusionOf, type SheetAnswerGiven, type SheetKind } from '@yuheng/shared/domain/sheets/sheet';
import type { EntityManager } from 'typeorm';
import type { FormItem } from './sheet-form';
import type { SheetKey } from './sheet-key';

type Projecting = (tx: EntityManager, at: ProjectedSheet) => Promise<void>;

export interface ProjectedSheet {
  readonly key: SheetKey;
  readonly cityId: string;
  readonly items: readonly FormItem[];
}

/**
 * What the engine scores from (inspection, inspection_result, wage_month, workload_month), written here and nowhere else,
 * in the transaction of the act that changes it. A sheet that is returned is not handed in until it is submitted again.
 */
@Injectable()
export class SheetProjectionRepository {
  /** After a submission, a return, an approval or a reopening. What was never submitted has no projection. */
  async write(tx: EntityManager, at: ProjectedSheet): Promise<void> {
    await WRITE[at.key.kind](tx, at);
  }

  /** What stands there of sheets that nobody has handed in is due on the day of its sheet. */
  async alignDueDays(tx: EntityManager): Promise<void> {
    for (const [table, kind] of DATED) {
      await tx.query(
        `update ${table} p set due_on = s.due_on from sheet s
         where s.city_id = p.city_id and s.county_id = p.county_id and s.program_id = p.program_id and s.month = p.month
           and s.kind = '${kind}' and s.submitted_on is null and p.due_on <> s.due_on
           and not year_is_closed(s.city_id, s.program_id, left(s.month, 4)::int)`,
      );
    }
  }
}

const keyOf = ({ key, cityId }: ProjectedSheet): string[] => [
  cityId,
  key.program,
  key.kind,
  key.county,
  key.month,
];
const OF_KEY = 's.city_id = $1 and s.program_id = $2 and s.kind = $3 and s.county_id = $4 and s.month = $5';
const DATED = [
  ['inspection', 'inspection'],
  ['wage_month', 'spending'],
] as const;
const HANDED_IN = `case when s.stage = 'returned' then null else s.submitted_on end`;

async function writeInspection(tx: EntityManager, at: ProjectedSheet): Promise<void> {
  await tx.query(
    `insert into inspection (city_id, county_id, program_id, month, template_version, stage, due_on, inspected_on,
       submitted_on, approved_on, inspector, approver)
     select s.city_id, s.county_id, s.program_id, s.month, s.template_version, s.stage, s.due_on, s.submitted_on,
       ${HANDED_IN}, s.approved_on, s.submitted_by, s.approved_by
     from sheet s where ${OF_KEY}
     on conflict (city_id, county_id, program_id, month) do update set
       template_version = excluded.template_version, stage = excluded.stage, due_on = excluded.due_on,
       inspected_on = coalesce(inspection.inspected_on, excluded.inspected_on), submitted_on = excluded.submitted_on,
       approved_on = excluded.approved_on, inspector = excluded.inspector, approver = excluded.approver`,
    keyOf(at),
  );
  const results = at.items.map(({ item, current, carried }) => {
    const answer = current ?? carried;
    return {
      item: item.id,
      conclusion: answer && conclusionOf(answer),
      number: answer?.value ?? null,
      carried: current ? null : (carried?.month ?? null),
      note: answer?.reason ?? null,
    };
  });
  await tx.query(
    `insert into inspection_result (city_id, program_id, county_id, month, item_id, conclusion, number, carried_from, note)
     select $1, $2, $3, $4, item, conclusion, number, carried, note
     from jsonb_to_recordset($5) as one(item text, conclusion text, number numeric, carried text, note text)
     on conflict (city_id, county_id, program_id, month, item_id) do update set conclusion = excluded.conclusion,
       number = excluded.number, carried_from = excluded.carried_from, note = excluded.note`,
    [at.cityId, at.key.program, at.key.county, at.key.month, JSON.stringify(results)],
  );
}

/** The figure of an item; 0 where it does not apply or is not asked. */
export function figuresOf(items: readonly FormItem[]): (id: string) => string {
  const answers = new Map<string, SheetAnswerGiven | null>(
    items.map(({ item, current, carried }) => [item.id, current ?? carried]),
  );
  return (id) => answers.get(id)?.value ?? '0';
}

async function writeSpending(tx: EntityManager, at: ProjectedSheet): Promise<void> {
  const figure = figuresOf(at.items);
  const day = (id: string): string | null =>
    at.items.find(({ item }) => item.id === id)?.current?.value ?? null;
  await tx.query(
    `insert into wage_month (city_id, county_id, program_id, month, stage, due_on, reported_on, paid_on,
       persons_on_post, persons_paid, persons_paid_on_time, persons_insured, city_part_due_fen, city_part_paid_fen,
       county_part_fen, gross_wage_fen, social_insurance_fen, county_advance_fen, advance_settled_on)
     select s.city_id, s.county_id, s.program_id, s.month, s.stage, s.due_on, ${HANDED_IN}, $6::date,
       $7::int, $8::int, $9::int, $10::int, $11::bigint, $12::bigint, $13::bigint, $14::bigint, $15::bigint, $16::bigint, $17::date
     from sheet s where ${OF_KEY}
     on conflict (city_id, county_id, program_id, month) do update set
       stage = excluded.stage, due_on = excluded.due_on, reported_on = excluded.reported_on, paid_on = excluded.paid_on,
       persons_on_post = excluded.persons_on_post, persons_paid = excluded.persons_paid,
       persons_paid_on_time = excluded.persons_paid_on_time, persons_insured = excluded.persons_insured,
       city_part_due_fen = excluded.city_part_due_fen, city_part_paid_fen = excluded.city_part_paid_fen,
       county_part_fen = excluded.county_part_fen, gross_wage_fen = excluded.gross_wage_fen,
       social_insurance_fen = excluded.social_insurance_fen, county_advance_fen = excluded.county_advance_fen,
       advance_settled_on = excluded.advance_settled_on`,
    [...keyOf(at), day('paidOn'), ...SPENDING.map(figure), day('advanceSettledOn')],
  );
}

/** In the order of the statement above. */
const SPENDING = [
  'personsOnPost',
  'personsPaid',
  'personsPaidOnTime',
  'personsInsured',
  'cityPartDue',
  'cityPartPaid',
  'countyPart',
  'grossWage',
  'socialInsurance',
  'countyAdvance',
] as const;

async function writeWorkload(tx: EntityManager, at: ProjectedSheet): Promise<void> {
  await tx.query(
    `insert into workload_month (city_id, program_id, county_id, month, supervised_at_start, supervised_new,
       supervised_released, supervised_at_end, resettled, assessments)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (city_id, county_id, program_id, month) do update set
       supervised_at_start = excluded.supervised_at_start, supervised_new = excluded.supervised_new,
       supervised_released = excluded.supervised_released, supervised_at_end = excluded.supervised_at_end,
       resettled = excluded.resettled, assessments = excluded.assessments`,
    [at.cityId, at.key.program, at.key.county, at.key.month, ...WORKLOAD.map(figuresOf(at.items))],
  );
}

const WORKLOAD = [
  'supervisedAtStart',
  'supervisedNew',
  'supervisedReleased',
  'supervisedAtEnd',
  'resettled',
  'assessments',
] as const;

const WRITE: Readonly<Record<SheetKind, Projecting>> = {
  inspection: writeInspection,
  spending: writeSpending,
  workload: writeWorkload,
};
