import type { EndpointName } from '@yuheng/shared/contract/endpoints';
import { draftGoal } from '@yuheng/shared/domain/goals/draft-goal';
import type { GoalStage } from '@yuheng/shared/domain/goals/goal-stages';
import { fen } from '@yuheng/shared/domain/money/fen';
import { DEFAULT_LIGHT_SETTINGS } from '@yuheng/shared/domain/monitoring/light';
import type { TestRequest } from '../../support/server';
import { type Build, type EndpointCase, get, type ProblemCase, wrongQueries } from '../requests';
import { secondFactorCases } from './given-approver';
import { wrongBodiesOf } from './wrong-requests';

type GoalEndpoint = Extract<EndpointName, `${string}${'Goal' | 'Goals' | 'MidYear'}`>;
type Arrange = NonNullable<ProblemCase['arrange']>;
type Problems = EndpointCase['problems'];

export const GOALS_URL = '/api/goals/assistants/hongta/2025';
export const FOREIGN = '/api/goals/assistants/yimen/2025';
export const YEARLESS = '/api/goals/assistants/hongta/2019';
export const COUNTY = 'county-hongta';
export const TABLE = draftGoal({
  countyName: '红塔区',
  year: 2025,
  posts: 25,
  perPostMonth: fen(100_000),
  targets: DEFAULT_LIGHT_SETTINGS.targets,
});
const ISSUE = { documentNumber: '玉财行〔2025〕18号', issuedOn: '2025-04-18' };

const clean: Arrange = async ({ server }) => {
  for (const table of ['mid_year_form', 'performance_goal']) {
    await server.sql(`alter table ${table} disable trigger user`);
    await server.sql(`delete from ${table}`);
    await server.sql(`alter table ${table} enable trigger user`);
  }
};

/** A table in a stage, as version 1 with lock 3; taken away again. */
const given =
  (stage: GoalStage, { submittedBy = COUNTY, content = TABLE } = {}): Arrange =>
  async (all) => {
    await clean(all);
    const issued = stage === 'issued' ? [ISSUE.documentNumber, ISSUE.issuedOn] : [null, null];
    await all.server.sql(
      `insert into performance_goal values ('530400', 'hongta', 'assistants', 2025, 1, $1, $2, 3, $3, null, null, $4, $5)`,
      [stage, JSON.stringify(content), submittedBy, ...issued],
    );
    return async () => void (await clean(all));
  };

const ANSWERS = TABLE.indicators.map(({ id, metric }) => ({
  indicator: id,
  actual: metric ? null : '无',
  reason: '人员空缺',
  likelihood: 'certain',
  measures: '',
}));

const form =
  (stage: string, { submittedBy = COUNTY, answers = ANSWERS } = {}): Arrange =>
  async (all) => {
    await clean(all);
    const { lines } = { lines: [] };
    const figures = JSON.stringify({ budget: 0, spent: 0, executionRate: null, lines });
    await all.server.sql(
      `insert into mid_year_form values ('530400', 'hongta', 'assistants', 2025, $1, $2, $3, 3, null, '2025-08-20', $4, null, null)`,
      [stage, JSON.stringify(answers), figures, submittedBy],
    );
    return async () => void (await clean(all));
  };

interface Way {
  readonly method?: 'POST' | 'PUT';
  readonly way: string;
  readonly as: string;
  readonly body?: unknown;
  readonly arrange: Arrange;
  /** A stage in which it cannot be done. */
  readonly never: Arrange;
  /** Pointers of an empty body; absent: an empty body is right. */
  readonly missing?: readonly string[];
}

/** An act on the table in the version in which it is given. */
export const acting =
  (way: string, as: string, body: object = {}): Build =>
  () => ({ method: 'POST', url: GOALS_URL + way, as, headers: { 'if-match': '"3"' }, body });

/** An act, and the problems that every act on a table can have. */
export function actCase(
  { method = 'POST', way, as, body = {}, arrange, never, missing }: Way,
  more: Problems = {},
): EndpointCase {
  const request = (url: string, version: string | null, sent: unknown = body): TestRequest => ({
    method,
    url: url + way,
    as,
    headers: version === null ? {} : { 'if-match': version },
    body: sent,
  });
  const wrong = wrongBodiesOf({ method, url: GOALS_URL + way, as }, missing ?? []);
  return {
    happy: () => request(GOALS_URL, '"3"'),
    arrange,
    problems: {
      ...wrong,
      'invalid-request': [
        {
          why: 'no version is named',
          request: () => request(GOALS_URL, null),
          pointers: ['/headers/if-match'],
        },
        {
          why: 'a key is unknown',
          request: () => request(GOALS_URL, '"3"', { ...(body as object), other: 1 }),
          pointers: ['/other'],
        },
        ...(missing
          ? [{ why: 'nothing is given', request: () => request(GOALS_URL, '"3"', {}), pointers: missing }]
          : []),
      ],
      'not-found': [
        {
          why: 'the year has no approved posts',
          request: () => request(YEARLESS, '"3"'),
        },
        ...(as === COUNTY ? [{ why: 'it is another county’s', request: () => request(FOREIGN, '"3"') }] : []),
      ],
      conflict: [
        { why: 'somebody changed it meanwhile', request: () => request(GOALS_URL, '"2"'), arrange },
        { why: 'its stage does not fit', request: () => request(GOALS_URL, '"3"'), arrange: never },
      ],
      ...more,
    },
  };
}

export const approving = (as: 'officer-1' | 'finance', way: string, body: object = {}): Problems =>
  secondFactorCases(as === 'finance' ? 'finance' : 'programOfficer', (more) => ({
    method: 'POST',
    url: GOALS_URL + way,
    headers: { 'if-match': '"3"' },
    body: { ...body, ...more },
  }));

export const REASON = { reason: '请补充县级配套金额' };
const INCOMPLETE = { ...TABLE, objective: '' };
const NOT_IN_PERCENT = {
  ...TABLE,
  indicators: TABLE.indicators.map((one) =>
    one.metric === 'onPostRate' ? { ...one, value: '9500', unit: '‱' } : one,
  ),
};

export const GOAL_CASES = {
  listGoals: {
    happy: get('/api/goals?program=assistants&year=2025'),
    problems: { 'invalid-request': wrongQueries('/api/goals') },
  },
  readGoal: {
    happy: get(GOALS_URL, COUNTY),
    problems: {
      'invalid-request': [
        { why: 'the year is none', request: get('/api/goals/assistants/hongta/25'), pointers: ['/year'] },
      ],
      'not-found': [
        { why: 'it is another county’s', request: get(FOREIGN, COUNTY) },
        { why: 'the year has no approved posts', request: get(YEARLESS) },
      ],
    },
  },
  saveGoal: actCase({
    method: 'PUT',
    way: '',
    as: COUNTY,
    body: TABLE,
    arrange: given('open'),
    never: given('issued'),
    missing: ['/funds', '/objective', '/indicators'],
  }),
  submitGoal: actCase(
    { way: '/submission', as: COUNTY, arrange: given('open'), never: given('submitted') },
    {
      refused: [
        {
          why: 'it has no objective',
          request: acting('/submission', COUNTY),
          arrange: given('open', { content: INCOMPLETE }),
          pointers: ['/objective'],
        },
        {
          why: 'a rate is not in percent',
          request: acting('/submission', COUNTY),
          arrange: given('open', { content: NOT_IN_PERCENT }),
          pointers: ['/indicators/1/value', '/indicators/1/unit'],
        },
      ],
    },
  ),
  returnGoal: actCase({
    way: '/return',
    as: 'officer-1',
    body: REASON,
    arrange: given('submitted'),
    never: given('open'),
    missing: ['/reason'],
  }),
  reviewGoal: actCase(
    { way: '/review', as: 'officer-1', arrange: given('submitted'), never: given('open') },
    {
      ...approving('officer-1', '/review'),
      refused: [
        {
          why: 'who asks has submitted it',
          request: acting('/review', 'officer-1'),
          arrange: given('submitted', { submittedBy: 'officer-1' }),
        },
      ],
    },
  ),
  agreeGoal: actCase(
    { way: '/agreement', as: 'finance', arrange: given('reviewed'), never: given('submitted') },
    approving('finance', '/agreement'),
  ),
  issueGoal: actCase(
    {
      way: '/issue',
      as: 'officer-1',
      body: ISSUE,
      arrange: given('agreed'),
      never: given('reviewed'),
      missing: ['/documentNumber', '/issuedOn'],
    },
    {
      ...approving('officer-1', '/issue', ISSUE),
      refused: [
        {
          why: 'the day has not come',
          request: acting('/issue', 'officer-1', { ...ISSUE, issuedOn: '2099-01-01' }),
          arrange: given('agreed'),
          pointers: ['/issuedOn'],
        },
      ],
    },
  ),
  adjustGoal: actCase({
    way: '/adjustment',
    as: COUNTY,
    body: REASON,
    arrange: given('issued'),
    never: given('open'),
    missing: ['/reason'],
  }),
  readMidYear: {
    happy: get(`${GOALS_URL}/mid-year`, COUNTY),
    problems: {
      'invalid-request': [
        {
          why: 'the year is none',
          request: get('/api/goals/assistants/hongta/25/mid-year'),
          pointers: ['/year'],
        },
      ],
      'not-found': [{ why: 'it is another county’s', request: get(`${FOREIGN}/mid-year`, COUNTY) }],
    },
  },
  saveMidYear: actCase({
    method: 'PUT',
    way: '/mid-year',
    as: COUNTY,
    body: { answers: ANSWERS },
    arrange: form('open'),
    never: form('submitted'),
    missing: ['/answers'],
  }),
  submitMidYear: actCase(
    { way: '/mid-year/submission', as: COUNTY, arrange: form('open'), never: form('submitted') },
    {
      refused: [
        {
          why: 'nothing is answered',
          request: acting('/mid-year/submission', COUNTY),
          arrange: form('open', { answers: [] }),
        },
      ],
    },
  ),
  returnMidYear: actCase({
    way: '/mid-year/return',
    as: 'officer-1',
    body: REASON,
    arrange: form('submitted'),
    never: form('open'),
    missing: ['/reason'],
  }),
  approveMidYear: actCase(
    { way: '/mid-year/approval', as: 'officer-1', arrange: form('submitted'), never: form('open') },
    {
      ...approving('officer-1', '/mid-year/approval'),
      refused: [
        {
          why: 'who asks has submitted it',
          request: acting('/mid-year/approval', 'officer-1'),
          arrange: form('submitted', { submittedBy: 'officer-1' }),
        },
      ],
    },
  ),
} satisfies Readonly<Record<GoalEndpoint, EndpointCase>>;
