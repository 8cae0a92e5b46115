import type { EndpointName } from '@yuheng/shared/contract/endpoints';
import { type Build, type EndpointCase, get, type Given, type ProblemCase, wrongQueries } from '../requests';
import { wrongBodiesOf } from './wrong-requests';

const COUNTY = 'county-hongta';
const INSPECTOR = 'inspector';
const TEXT = {
  text: '已补齐材料，见佐证。',
  evidence: [{ source: '2025年第三季度社会保险缴费凭证', page: '3' }],
};
const CONVERSION = { summary: '缴费凭证缺少一个月', deadline: '2026-04-20', responsible: '县司法局' };
const RAISED = {
  program: 'assistants',
  county: 'hongta',
  month: '2026-01',
  item: 'staffOnPost',
  text: '请说明1月在岗人数与花名册核对的情况。',
};

let made = 0;
const current = (): string => `assistants.hongta.2025-12.doubt-case-${made}`;

type State = 'waiting' | 'answered' | 'open' | 'rectified';

/** A doubt of its own, or the finding that it became, brought to a state; each call makes the next one. */
const arranged =
  (state: State) =>
  async ({ server }: Pick<Given, 'server'>): Promise<void> => {
    made += 1;
    const isFinding = state === 'open' || state === 'rectified';
    const isSaid = state !== 'waiting';
    await server.sql(
      `insert into doubt values ('530400', 'hongta', 'assistants', '2025-12', 'doubt-case-' || $1::int, 'wagesOnTime',
         '{"zh":"请核实后说明。","en":"please verify"}', '[]', 'inspector-2', '2026-03-18', '2026-03-25',
         case when $2 then 'county-hongta-approver' end, case when $2 then date '2026-03-19' end,
         case when $3 then 'inspector-2' end, case when $3 then date '2026-03-19' end, case when $3 then 'converted' end, 1)`,
      [made, isSaid, isFinding],
    );
    if (!isFinding) return;
    await server.sql(
      `insert into finding (city_id, county_id, program_id, month, item_id, doubt_id, summary, found_on, deadline, repeated,
         rectified_on, rectified_by)
       values ('530400', 'hongta', 'assistants', '2025-12', 'doubt-case-' || $1::int, 'doubt-case-' || $1::int, '缺少凭证',
         '2026-03-19', '2026-04-18', false, case when $2 then date '2026-03-20' end,
         case when $2 then 'county-hongta-approver' end)`,
      [made, state === 'rectified'],
    );
  };

interface Asked {
  readonly record: 'doubts' | 'findings';
  readonly act: string;
  readonly as: string;
  readonly body: object;
}

interface Named {
  readonly id?: () => string;
  /** What If-Match says; null: nothing. */
  readonly version?: string | null;
}

const ask =
  ({ record, act, as, body }: Asked, { id = current, version = '"1"' }: Named = {}): Build =>
  () => ({
    method: 'POST',
    url: `/api/${record}/${id()}/${act}`,
    as,
    body,
    ...(version === null ? {} : { headers: { 'if-match': version } }),
  });

const stranger = (asked: Asked): ProblemCase => ({
  why: 'there is none of that name',
  request: ask(asked, { id: () => 'assistants.hongta.2025-12.doubt-never' }),
});

/** An act on a record: how it is done in one state and refused in another. */
const actCase = (
  asked: Asked,
  from: State,
  { pointers, refused }: { readonly pointers: readonly string[]; readonly refused: readonly ProblemCase[] },
): EndpointCase => {
  const id = 'assistants.hongta.2025-12.doubt-case';
  const bodies = wrongBodiesOf(
    { method: 'POST', url: `/api/${asked.record}/${id}/${asked.act}`, as: asked.as },
    pointers,
  );
  const named = (one: ProblemCase): ProblemCase => ({
    ...one,
    request: (given) => {
      const request = one.request(given);
      return { ...request, headers: { ...request.headers, 'if-match': '"1"' } };
    },
  });
  const [empty, ...others] = bodies['invalid-request'].map(named);
  return {
    happy: ask(asked),
    arrange: arranged(from),
    problems: {
      'invalid-request': [
        ...(empty && pointers.length > 0 ? [empty] : []),
        ...others,
        {
          why: 'no version is named',
          request: ask(asked, { version: null }),
          arrange: arranged(from),
          pointers: ['/headers/if-match'],
        },
      ],
      'too-large': bodies['too-large'].map(named),
      'unsupported-media-type': bodies['unsupported-media-type'].map(named),
      'not-found': [stranger(asked)],
      conflict: [
        {
          why: 'somebody has changed it since',
          request: ask(asked, { version: '"7"' }),
          arrange: arranged(from),
        },
      ],
      refused,
    },
  };
};

const refusedIn = (asked: Asked, state: State, why: string): ProblemCase => ({
  why,
  request: ask(asked),
  arrange: arranged(state),
});

const RECTIFY: Asked = { record: 'findings', act: 'rectification', as: COUNTY, body: TEXT };
const RECHECK: Asked = {
  record: 'findings',
  act: 'recheck',
  as: INSPECTOR,
  body: { passed: true, text: '已核对凭证。' },
};
const EXPLAIN: Asked = { record: 'doubts', act: 'explanation', as: COUNTY, body: TEXT };
const ACCEPT: Asked = { record: 'doubts', act: 'acceptance', as: INSPECTOR, body: { text: '说明属实。' } };
const CONVERT: Asked = { record: 'doubts', act: 'conversion', as: INSPECTOR, body: CONVERSION };

export const FINDING_CASES = {
  listFindings: {
    happy: get('/api/findings?program=assistants&year=2025'),
    problems: {
      'invalid-request': [
        ...wrongQueries('/api/findings'),
        {
          why: 'the state is none',
          request: get('/api/findings?program=assistants&year=2025&state=lost'),
          pointers: ['/state'],
        },
      ],
    },
  },
  readFinding: {
    happy: () => ({ url: `/api/findings/${current()}`, as: INSPECTOR }),
    arrange: arranged('open'),
    problems: {
      'invalid-request': [
        { why: 'the name is none', request: get('/api/findings/7', INSPECTOR), pointers: ['/finding'] },
      ],
      'not-found': [
        { why: 'there is none', request: get('/api/findings/assistants.hongta.2019-01.filing', INSPECTOR) },
        {
          why: 'the county is foreign',
          request: () => ({ url: `/api/findings/${current()}`, as: 'county-yimen' }),
          arrange: arranged('open'),
        },
      ],
    },
  },
  rectifyFinding: actCase(RECTIFY, 'open', {
    pointers: ['/text'],
    refused: [refusedIn(RECTIFY, 'rectified', 'it was rectified and waits for its re-check')],
  }),
  recheckFinding: actCase(RECHECK, 'rectified', {
    pointers: ['/passed', '/text'],
    refused: [refusedIn(RECHECK, 'open', 'nothing was rectified yet')],
  }),
  listDoubts: {
    happy: get('/api/doubts?program=assistants', INSPECTOR),
    problems: {
      'invalid-request': [
        { why: 'no program is said', request: get('/api/doubts', INSPECTOR), pointers: ['/program'] },
        {
          why: 'a filter is misspelt',
          request: get('/api/doubts?program=assistants&zustand=waiting', INSPECTOR),
          pointers: ['/zustand'],
        },
      ],
    },
  },
  raiseDoubt: {
    happy: () => ({ method: 'POST', url: '/api/doubts', as: INSPECTOR, body: RAISED }),
    problems: {
      ...wrongBodiesOf({ method: 'POST', url: '/api/doubts', as: INSPECTOR }, [
        '/program',
        '/county',
        '/month',
        '/item',
        '/text',
      ]),
      'not-found': [
        {
          why: 'there is no such county',
          request: () => ({
            method: 'POST',
            url: '/api/doubts',
            as: INSPECTOR,
            body: { ...RAISED, county: 'kunming' },
          }),
        },
      ],
      refused: [
        {
          why: 'the sheet has no such item',
          request: () => ({
            method: 'POST',
            url: '/api/doubts',
            as: INSPECTOR,
            body: { ...RAISED, item: 'weather' },
          }),
          pointers: ['/item'],
        },
        {
          why: 'the month has not begun',
          request: () => ({
            method: 'POST',
            url: '/api/doubts',
            as: INSPECTOR,
            body: { ...RAISED, month: '2026-04' },
          }),
          pointers: ['/month'],
        },
      ],
    },
  },
  explainDoubt: actCase(EXPLAIN, 'waiting', {
    pointers: ['/text'],
    refused: [refusedIn(EXPLAIN, 'open', 'it became a finding')],
  }),
  acceptDoubt: actCase(ACCEPT, 'answered', {
    pointers: [],
    refused: [refusedIn(ACCEPT, 'waiting', 'the county has not explained')],
  }),
  convertDoubt: actCase(CONVERT, 'answered', {
    pointers: ['/summary', '/deadline'],
    refused: [
      refusedIn(CONVERT, 'waiting', 'the county still has its days'),
      {
        why: 'the deadline lies before today',
        request: ask({ ...CONVERT, body: { ...CONVERSION, deadline: '2026-03-19' } }),
        arrange: arranged('answered'),
        pointers: ['/deadline'],
      },
    ],
  }),
} satisfies Partial<Record<EndpointName, EndpointCase>>;
