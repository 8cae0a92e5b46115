import { CAREFUL_SETTINGS } from '@yuheng/shared/domain/allocation/settings/settings-presets';
import type { EndpointName } from '@yuheng/shared/contract/endpoints';
import type { TestRequest } from '../../support/server';
import { type EndpointCase, get, type Given, type ProblemCase, UNKNOWN_ID, wrongQueries } from '../requests';
import { wrongBodiesOf } from './wrong-requests';

type ScenarioEndpoint =
  Extract<EndpointName, `${string}AllocationScenario${string}`> | 'readAllocationQuestion';
type Arrange = NonNullable<ProblemCase['arrange']>;

const OFFICER = 'officer-1';
const LIST = '/api/allocation-scenarios';
const OF = '?program=assistants&year=2026';
const SCENARIO = '00000000-0000-4000-8000-0000000000a1';
const OWN = `${LIST}/${SCENARIO}`;
const GONE = `${LIST}/${UNKNOWN_ID}`;
const KEY = 'a-key-of-the-scenario-cases';

/** A scenario beside that of the demonstration, of a run of its own year; taken away again with what was said of it. */
const given: Arrange = async ({ server }) => {
  const clean = async (): Promise<void> => {
    for (const table of ['allocation_decision', 'allocation_comment', 'allocation_scenario']) {
      await server.sql(`alter table ${table} disable trigger user`);
      await server.sql(`delete from ${table} where scenario_id = $1`, [SCENARIO]);
      await server.sql(`alter table ${table} enable trigger user`);
    }
    await server.sql('delete from idempotency_key where key like $1', [`${KEY}%`]);
  };
  await clean();
  await server.sql(
    `insert into allocation_scenario (city_id, scenario_id, program_id, year, name, settings, settings_sha256,
       evidence_sha256, run_id, created_by, created_at)
     select city_id, $1, program_id, 2027, '方案', settings, settings_sha256, evidence_sha256, run_id, 'officer-1', now()
     from allocation_scenario where year = 2026 order by created_at limit 1`,
    [SCENARIO],
  );
  return clean;
};

const submitted: Arrange = async (known) => {
  const clean = await given(known);
  await known.server.sql(
    `insert into allocation_decision (city_id, decision_id, program_id, year, scenario_id, run_id, amends, version,
       submitted_by, submitted_at)
     select city_id, gen_random_uuid(), program_id, year, scenario_id, run_id, '玉司发〔2014〕67号', 1, 'officer-1', now()
     from allocation_scenario where scenario_id = $1`,
    [SCENARIO],
  );
  return clean;
};

const create =
  (more: object = {}, query = OF, headers: Record<string, string> = {}) =>
  ({ finalisedRun }: Given): TestRequest => ({
    method: 'POST',
    url: `${LIST}${query}`,
    as: OFFICER,
    headers,
    body: { name: '谨慎缺省', settings: CAREFUL_SETTINGS, scoringRun: finalisedRun, ...more },
  });
const preview =
  (more: object = {}) =>
  ({ finalisedRun }: Given): TestRequest => ({
    method: 'POST',
    url: `${LIST}/preview${OF}`,
    as: OFFICER,
    body: { settings: CAREFUL_SETTINGS, scoringRun: finalisedRun, ...more },
  });
const act =
  (method: 'POST' | 'PUT' | 'DELETE', url: string, body?: unknown, headers: Record<string, string> = {}) =>
  (): TestRequest => ({ method, url, as: OFFICER, headers, ...(body === undefined ? {} : { body }) });

const noScenario = (method: 'POST' | 'PUT' | 'DELETE', path = '', body?: unknown): ProblemCase => ({
  why: 'there is no such scenario',
  request: act(method, `${GONE}${path}`, body),
});
/** The key of a request was used for another one before. */
const usedKey = (build: ProblemCase['request'], first: ProblemCase['request']): ProblemCase => ({
  why: 'its key was used for another request',
  request: build,
  arrange: async (known) => {
    const clean = await given(known);
    await known.server.request(first(known));
    return clean;
  },
});

const creating = wrongBodiesOf({ method: 'POST', url: `${LIST}${OF}`, as: OFFICER }, [
  '/name',
  '/settings',
  '/scoringRun',
]);
const previewing = wrongBodiesOf({ method: 'POST', url: `${LIST}/preview${OF}`, as: OFFICER }, [
  '/settings',
  '/scoringRun',
]);
const renaming = wrongBodiesOf({ method: 'PUT', url: `${OWN}/name`, as: OFFICER }, ['/name']);
const commenting = wrongBodiesOf({ method: 'POST', url: `${OWN}/comments`, as: OFFICER }, ['/text']);

export const ALLOCATION_SCENARIO_CASES: Readonly<Record<ScenarioEndpoint, EndpointCase>> = {
  readAllocationQuestion: {
    happy: get(`/api/allocation-question${OF}`),
    problems: {
      'invalid-request': wrongQueries('/api/allocation-question'),
      'not-found': [
        {
          why: 'there is no such scoring run',
          request: get(`/api/allocation-question${OF}&scoringRun=${UNKNOWN_ID}`),
        },
      ],
    },
  },
  listAllocationScenarios: {
    happy: get(`${LIST}${OF}`),
    problems: { 'invalid-request': wrongQueries(LIST) },
  },
  readAllocationScenario: {
    happy: get(OWN),
    arrange: given,
    problems: {
      'invalid-request': [{ why: 'the id is none', request: get(`${LIST}/newest`), pointers: ['/scenario'] }],
      'not-found': [{ why: 'there is no such scenario', request: get(GONE) }],
    },
  },
  createAllocationScenario: {
    happy: create(),
    problems: {
      ...creating,
      'invalid-request': [
        ...(creating['invalid-request'] ?? []),
        {
          why: 'a client brings amounts of its own',
          request: create({ parts: { hongta: 150 } }),
          pointers: ['/parts'],
        },
      ],
      'not-found': [{ why: 'there is no such scoring run', request: create({ scoringRun: UNKNOWN_ID }) }],
      refused: [
        {
          why: 'the evaluation is not finalised',
          request: (known) => create({ scoringRun: known.draftRun })(known),
        },
        {
          why: 'the evaluation is evidence for another year',
          request: create({}, '?program=assistants&year=2028'),
        },
      ],
      conflict: [
        usedKey(
          create({ name: '另一个' }, OF, { 'idempotency-key': KEY }),
          create({}, OF, { 'idempotency-key': KEY }),
        ),
      ],
    },
  },
  previewAllocationScenario: {
    happy: preview(),
    problems: {
      ...previewing,
      'not-found': [{ why: 'there is no such scoring run', request: preview({ scoringRun: UNKNOWN_ID }) }],
      refused: [
        {
          why: 'the evaluation is not finalised',
          request: (known) => preview({ scoringRun: known.draftRun })(known),
        },
      ],
    },
  },
  renameAllocationScenario: {
    happy: act('PUT', `${OWN}/name`, { name: '新名' }),
    arrange: given,
    problems: {
      ...renaming,
      'not-found': [noScenario('PUT', '/name', { name: '新名' })],
      refused: [
        { why: 'it was submitted', request: act('PUT', `${OWN}/name`, { name: '新名' }), arrange: submitted },
      ],
    },
  },
  commentAllocationScenario: {
    happy: act('POST', `${OWN}/comments`, { text: '请写明人员影响。' }),
    arrange: given,
    problems: {
      ...commenting,
      'not-found': [noScenario('POST', '/comments', { text: '请写明人员影响。' })],
      conflict: [
        usedKey(
          act('POST', `${OWN}/comments`, { text: '乙' }, { 'idempotency-key': `${KEY}-2` }),
          act('POST', `${OWN}/comments`, { text: '甲' }, { 'idempotency-key': `${KEY}-2` }),
        ),
      ],
    },
  },
  withdrawAllocationScenario: {
    happy: act('DELETE', OWN),
    arrange: given,
    problems: {
      'invalid-request': [
        { why: 'the id is none', request: act('DELETE', `${LIST}/newest`), pointers: ['/scenario'] },
      ],
      'not-found': [noScenario('DELETE')],
      refused: [{ why: 'it was submitted', request: act('DELETE', OWN), arrange: submitted }],
    },
  },
};
