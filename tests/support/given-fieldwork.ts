const RECHECK = `from evaluation_round where kind = 'financeEvaluation'`;
const ID = `'00000000-0000-4000-8000-0000000000f1'`;
const KEY = 'city_id, round_id, county_id';

/** One row of each table of fieldwork, in the finance re-check; of which the demonstration has no photograph, draw, link or answer. */
export const GIVEN_FIELDWORK: readonly string[] = [
  `insert into document_request (${KEY}, document_id, position, title, due_on, state, evidence, version, asked_by, asked_at)
   select city_id, round_id, county, gen_random_uuid(), 1, '补充材料', '2026-03-27', 'asked', '[]', 1, 'evaluator-1', now()
   from evaluation_round, unnest(array['hongta', 'chengjiang']) county where kind = 'financeEvaluation'`,
  `insert into field_record (${KEY}, record_id, kind, number, content, version, created_by)
   select city_id, round_id, 'hongta', ${ID}, 'visit', 9, '{}', 1, 'evaluator-1' ${RECHECK}`,
  `insert into field_record_version (${KEY}, record_id, version, content, by, at)
   select city_id, round_id, 'hongta', ${ID}, 1, '{}', 'evaluator-1', now() ${RECHECK}`,
  `insert into field_signature (${KEY}, record_id, version, username, signed_at)
   select city_id, round_id, 'hongta', ${ID}, 1, 'evaluator-1', now() ${RECHECK}`,
  `insert into field_file (${KEY}, file_id, kind, indicator_id, note, file_name, media_type, size, sha256, content, uploaded_by, uploaded_at)
   select city_id, round_id, 'hongta', ${ID}, 'photo', 'satisfaction', '公示栏', '1.jpg', 'image/jpeg', 8, repeat('0', 64), 'JPEGJPEG',
     'evaluator-1', now() ${RECHECK}`,
  `insert into field_sample (${KEY}, sample_id, number, population, seed, members, drawn, results, version, drawn_by, drawn_on)
   select city_id, round_id, 'hongta', ${ID}, 1, 'posts', 7, '[]', '[]', '[]', 1, 'evaluator-1', '2026-03-20' ${RECHECK}`,
  `insert into survey (${KEY}, survey_id, kind, indicator_id, title, audience, questions, closes_on, issued, evidence, created_by)
   select city_id, round_id, 'hongta', ${ID}, 'online', 'satisfaction', '问卷', '司法所', '[]', '2026-04-01', 1, '[]', 'evaluator-1' ${RECHECK}`,
  `insert into survey_token (${KEY}, survey_id, token_sha256) select city_id, round_id, 'hongta', ${ID}, repeat('0', 64) ${RECHECK}`,
  `insert into survey_answer (${KEY}, survey_id, answer_id, answered_on, choices)
   select city_id, round_id, 'hongta', ${ID}, gen_random_uuid(), '2026-03-20', '{"overall": 5}' ${RECHECK}`,
];
