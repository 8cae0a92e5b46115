import { nameBasedUuid } from '@yuheng/backend/demonstration/name-based-uuid';
import { jpegWithPlace } from '@yuheng/backend/fieldwork/given-pictures';
import { createHash, randomUUID } from 'node:crypto';
import { type Build, type Given, type ProblemCase, UNKNOWN_ID } from '../requests';
import { wrongBodiesOf } from './wrong-requests';

export const EVALUATOR = 'evaluator-1';
/** The finance re-check of 2025, whose evaluators have every county and declared each. */
export const RECHECK = nameBasedUuid('round/assistants/2025/financeEvaluation');
/** The department evaluation of 2025 is finalised. */
export const DEPARTMENT = nameBasedUuid('round/assistants/2025/departmentEvaluation');
export const BOARD = `/api/evaluations/${RECHECK}/fieldwork`;
export const HONGTA = `${BOARD}/hongta`;

const TEAM = ['evaluator-1', 'evaluator-2'];
export const VISIT = {
  ...{ kind: 'visit', on: '2026-03-18', place: '红塔区司法局会议室', evaluators: TEAM },
  ...{
    met: ['社区矫正科负责人', '财务人员'],
    notes: '查阅了2025年工资发放表和银行回单原件，与系统记录一致。',
  },
};
export const SLIP = {
  ...{ kind: 'slip', on: '2026-03-18', place: '红塔区司法局', evaluators: TEAM, provider: '红塔区司法局' },
  ...{ subject: '工资发放时间', facts: '2025年6月工资于7月9日发放。', attachments: ['银行代发回单1页'] },
};
const CONTENT = { visit: VISIT, slip: SLIP };

/** What the last arrangement of each kind made. */
export const ids = {
  document: UNKNOWN_ID,
  record: UNKNOWN_ID,
  photo: UNKNOWN_ID,
  scan: UNKNOWN_ID,
  sample: UNKNOWN_ID,
  survey: UNKNOWN_ID,
  token: 'A'.repeat(43),
};
const KEY = 'city_id, round_id, county_id';
const OF = `'530400', '${RECHECK}', $1::text`;

type Arranged = (given: Pick<Given, 'server'>) => Promise<void>;

export const askedDocument: Arranged = async ({ server }) => {
  ids.document = randomUUID();
  await server.sql(
    `insert into document_request (${KEY}, document_id, position, title, due_on, state, evidence, version, asked_by, asked_at)
     values (${OF}, $2::uuid, 1, '材料' || $2::uuid, '2026-03-27', 'asked', '[]', 1, 'evaluator-1', now())`,
    ['hongta', ids.document],
  );
};

export const record =
  (kind: keyof typeof CONTENT, locked = false, county = 'hongta'): Arranged =>
  async ({ server }) => {
    ids.record = randomUUID();
    await server.sql(
      `insert into field_record (${KEY}, record_id, kind, number, content, version, locked_on, created_by)
       select ${OF}, $2::uuid, $3::text, 1 + (select count(*) from field_record where county_id = $1 and kind = $3), $4::jsonb, 1,
         case when $5::boolean then date '2026-03-18' end, 'evaluator-1'`,
      [county, ids.record, kind, JSON.stringify(CONTENT[kind]), locked],
    );
    await server.sql(
      `insert into field_record_version (${KEY}, record_id, version, content, by, at)
       values (${OF}, $2, 1, $3, 'evaluator-1', now())`,
      [county, ids.record, JSON.stringify(CONTENT[kind])],
    );
  };

async function storeFile(
  { server }: Pick<Given, 'server'>,
  kind: 'photo' | 'scan',
  county: string,
): Promise<string> {
  const [id, content] = [randomUUID(), kind === 'photo' ? jpegWithPlace() : Buffer.from('%PDF-1.7')];
  await server.sql(
    `insert into field_file (${KEY}, file_id, kind, record_id, indicator_id, note, file_name, media_type, size, sha256, content,
       uploaded_by, uploaded_at)
     values (${OF}, $2, $3, $4, 'satisfaction', '公示栏', '现场', $5, $6, $7, $8, 'evaluator-1', now())`,
    [
      ...[county, id, kind, kind === 'scan' ? ids.record : null],
      ...[kind === 'photo' ? 'image/jpeg' : 'application/pdf', content.length],
      ...[createHash('sha256').update(content).digest('hex'), content],
    ],
  );
  return id;
}

export const photo =
  (county = 'hongta'): Arranged =>
  async (given) => {
    ids.photo = await storeFile(given, 'photo', county);
  };
/** The scan of a slip that everybody signed. */
export const scan =
  (county = 'hongta'): Arranged =>
  async (given) => {
    await record('slip', true, county)(given);
    ids.scan = await storeFile(given, 'scan', county);
  };
export const scanGone: Arranged = async (given) => {
  await scan()(given);
  await given.server.sql(
    `update field_file set withdrawn_on = '2026-03-19', withdrawn_by = 'evaluator-1', withdrawn_reason = '误传' where file_id = $1`,
    [ids.scan],
  );
};
export const gone: Arranged = async ({ server }) => {
  await photo()({ server });
  await server.sql(
    `update field_file set content = null, withdrawn_on = '2026-03-19', withdrawn_by = 'evaluator-1', withdrawn_reason = '误传'
     where file_id = $1`,
    [ids.photo],
  );
};

export const drawn: Arranged = async ({ server }) => {
  ids.sample = randomUUID();
  await server.sql(
    `insert into field_sample (${KEY}, sample_id, number, population, seed, members, drawn, results, version, drawn_by, drawn_on)
     select ${OF}, $2::uuid, 1 + (select count(*) from field_sample), 'posts', 7, '[{"id":"a","label":"甲"}]', '["a"]', '[]', 1,
       'evaluator-1', '2026-03-18'`,
    ['hongta', ids.sample],
  );
};

export const survey =
  (kind: 'online' | 'paper', closesOn: string): Arranged =>
  async ({ server }) => {
    ids.survey = randomUUID();
    const counts = kind === 'paper' ? '40, 40, 40, 36' : '0, null, null, null';
    await server.sql(
      `insert into survey (${KEY}, survey_id, kind, indicator_id, title, audience, questions, closes_on, issued, returned, valid,
         satisfied, evidence, created_by)
       values (${OF}, $2, $3, 'satisfaction', '满意度问卷', '司法所工作人员', '[{"id":"overall","text":"总体上，您是否满意？"}]', $4,
         ${counts}, '[]', 'evaluator-1')`,
      ['hongta', ids.survey, kind, closesOn],
    );
  };
export const link: Arranged = async (given) => {
  await survey('online', '2026-04-30')(given);
  ids.token = createHash('sha256').update(ids.survey).digest('base64url');
  await given.server.sql(
    `insert into survey_token (${KEY}, survey_id, token_sha256) values (${OF}, $2, $3)`,
    ['hongta', ids.survey, createHash('sha256').update(ids.token).digest('hex')],
  );
};

export interface Ask {
  readonly method?: 'POST' | 'PUT';
  readonly path: () => string;
  readonly body?: unknown;
  readonly version?: string | null;
  readonly as?: string;
  readonly county?: string;
  readonly round?: string;
}
export const ask =
  ({
    method = 'POST',
    path,
    body,
    version,
    as = EVALUATOR,
    county = 'hongta',
    round = RECHECK,
  }: Ask): Build =>
  () => ({
    ...{ method, url: `/api/evaluations/${round}/fieldwork/${county}/${path()}`, as },
    ...(body === undefined ? {} : { body }),
    ...(version ? { headers: { 'if-match': version } } : {}),
  });

/** The request with If-Match, whatever else it is. */
const versioned = (one: ProblemCase): ProblemCase => ({
  ...one,
  request: (given) => {
    const request = one.request(given);
    return { ...request, headers: { ...request.headers, 'if-match': '"1"' } };
  },
});

export const UNKNOWN_COUNTY = { why: 'there is no such county' };
export const stranger = (asked: Ask): ProblemCase => ({
  ...UNKNOWN_COUNTY,
  request: ask({ ...asked, county: 'kunming' }),
});

/** What a body can be wrong in, on a path that names nothing that has to be there. */
export const bodiesOf = (asked: Ask, pointers: readonly string[], { hasVersion = false } = {}) => {
  const { method = 'POST', path, as = EVALUATOR } = asked;
  const found = wrongBodiesOf({ method, url: `${HONGTA}/${path()}`, as }, pointers);
  const made = (cases: readonly ProblemCase[] = []) => (hasVersion ? cases.map(versioned) : cases);
  return {
    'invalid-request': made(found['invalid-request']),
    'too-large': made(found['too-large']),
    'unsupported-media-type': made(found['unsupported-media-type']),
  };
};
