import type { TestServer } from './server';

/** A finance evaluation of 2024 that the demonstration does not have, with the marks of its department evaluation. */
export const ROUND = '00000000-0000-4000-8000-000000002024';

/**
 * scored: marks are handed in; apart: two are four marks apart on one leaf; draft: opened, nobody has answered; lapsed: and
 * its deadline has passed; written: 红塔区 has written an opinion; submitted: and handed it in; answered: all counties have
 * handed in without any; final: finalised, and nothing open; again: a new draft after that.
 */
export type RoundStage =
  'scored' | 'apart' | 'draft' | 'lapsed' | 'written' | 'submitted' | 'answered' | 'final' | 'again';

const OF_ROUND = [
  'reply_ruling',
  'county_reply',
  'reply_sheet',
  'draft_result',
  'round_finalisation',
  'deliberation',
  'evaluator_mark',
  'score_sheet',
  'evaluation_assignment',
  'interest_declaration',
  'round_member',
  'round_step',
  'scoring_run',
];

/** What is only ever added to is taken away by no statement: here, and in tests alone, the triggers stand aside. */
async function remove(server: TestServer): Promise<void> {
  await server.sql(`do $$ begin
    perform set_config('session_replication_role', 'replica', true);
    delete from scoring_result where run_id in (select run_id from scoring_run where round_id = '${ROUND}');
    delete from finding_event e using finding f where f.round_id = '${ROUND}' and e.item_id = f.item_id;
    delete from finding where round_id = '${ROUND}';
    ${OF_ROUND.map((table) => `delete from ${table} where round_id = '${ROUND}';`).join('\n')}
    delete from evaluation_round where round_id = '${ROUND}';
  end $$`);
}

const MODEL = `(select round_id from evaluation_round where kind = 'departmentEvaluation' and year = 2024)`;
const RUN = `(select finalised_run_id from evaluation_round where round_id = ${MODEL})`;

const ROUND_ROWS = [
  `insert into evaluation_round select (jsonb_populate_record(r, '{"round_id":"${ROUND}","kind":"financeEvaluation",
     "finalised_on":null,"document_number":null,"finalised_run_id":null}')).* from evaluation_round r where round_id = ${MODEL}`,
  `insert into evaluator_mark select (jsonb_populate_record(m, '{"round_id":"${ROUND}"}')).* from evaluator_mark m where round_id = ${MODEL}`,
  `insert into round_member (city_id, round_id, account_id, firm_id, rank, joined_on)
   select f.city_id, '${ROUND}', a.account_id, f.firm_id, case a.username when 'lead-evaluator' then 'lead' else 'member' end, '2026-03-01'
   from account a, evaluation_firm f where a.username in ('lead-evaluator', 'evaluator-1', 'evaluator-2', 'evaluator-3')`,
  `insert into interest_declaration (city_id, round_id, county_id, account_id, conflict, declared_at)
   select m.city_id, m.round_id, p.place_id, m.account_id, false, now() from round_member m, place p
   where m.round_id = '${ROUND}' and p.kind = 'county'`,
];
const APART = [
  `delete from evaluator_mark where round_id = '${ROUND}' and county_id = 'hongta' and indicator_id = 'satisfaction' and evaluator = 'evaluator-3'`,
  `update evaluator_mark set marks = case evaluator when 'evaluator-1' then 5 else 1 end
   where round_id = '${ROUND}' and county_id = 'hongta' and indicator_id = 'satisfaction'`,
];
const steps = (from: number, to: number): string =>
  `insert into round_step select (jsonb_populate_record(s, '{"round_id":"${ROUND}"}')).* from round_step s
   where round_id = ${MODEL} and number between ${from} and ${to}`;
const TO_DELIBERATION = steps(1, 7);
const TO_REPLIES = steps(1, 8);
const TO_RULINGS = steps(1, 9);
const draft = (replyBy: string, number = 1, openedAt = '2026-03-16'): string[] => [
  `insert into draft_result select '530400', '${ROUND}', ${number}, ${RUN}, '2026-03-16', '${replyBy}', '演示财函〔2026〕1号', 'finance', '${openedAt}'`,
];
const sheets = (counties: string, submitted: boolean): string =>
  `insert into reply_sheet select '530400', '${ROUND}', place_id, 1, 1, ${
    submitted
      ? `'submitted', 'county-' || place_id || '-approver', timestamptz '2026-03-18'`
      : `'open', null, null`
  } from place where kind = 'county' and (${counties})`;
const OPINION = `insert into county_reply values ('530400', '${ROUND}', 'hongta', 1, 'satisfaction', '请再核对问卷。', null, '[]',
   'county-hongta', '2026-03-17')`;
const FINAL = `insert into round_finalisation values ('530400', '${ROUND}', 1, ${RUN}, '2026-03-19', '演示财函〔2026〕2号', 0,
   'finance', '2026-03-19')`;

const ROWS: Readonly<Record<RoundStage, readonly string[]>> = {
  scored: [TO_DELIBERATION],
  apart: [TO_DELIBERATION, ...APART],
  draft: [TO_REPLIES, ...draft('2026-03-25')],
  lapsed: [TO_REPLIES, ...draft('2026-03-18')],
  written: [TO_REPLIES, ...draft('2026-03-25'), sheets(`place_id = 'hongta'`, false), OPINION],
  submitted: [TO_REPLIES, ...draft('2026-03-25'), sheets(`place_id = 'hongta'`, true), OPINION],
  answered: [TO_RULINGS, ...draft('2026-03-25'), sheets('true', true)],
  final: [TO_RULINGS, ...draft('2026-03-18'), FINAL],
  again: [TO_RULINGS, ...draft('2026-03-18'), FINAL, ...draft('2026-03-25', 2, '2026-03-20')],
};

/** Brings the round to a stage; the answer takes it away again. */
export async function givenRound(server: TestServer, stage: RoundStage): Promise<() => Promise<void>> {
  await remove(server);
  for (const statement of [...ROUND_ROWS, ...ROWS[stage]]) await server.sql(statement);
  return () => remove(server);
}
