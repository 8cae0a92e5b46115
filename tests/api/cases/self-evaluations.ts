import type { EndpointName } from '@yuheng/shared/contract/endpoints';
import { givenCountyYear } from '@yuheng/shared/domain/metrics/given-county-year';
import { fillSelfEvaluation } from '@yuheng/shared/domain/goals/self-evaluation/fill-self-evaluation';
import type { SelfEvaluationAnswer } from '@yuheng/shared/domain/goals/self-evaluation/self-evaluation';
import { type EndpointCase, get, type ProblemCase, wrongQueries } from '../requests';
import { actCase, acting, approving, COUNTY, FOREIGN, GOALS_URL, REASON, TABLE } from './goals';

type SelfEvaluationEndpoint = Extract<EndpointName, `${string}${'SelfEvaluation' | 'SelfEvaluations'}`>;
type Arrange = NonNullable<ProblemCase['arrange']>;

const WAY = '/self-evaluation';
/** Every line answered, and every reason given. */
const ANSWERS: readonly SelfEvaluationAnswer[] = [
  'executionRateOfBudget',
  ...TABLE.indicators.map(({ id }) => id),
].map((indicator) => ({
  indicator,
  actual: '0',
  attainment: 'achieved',
  percent: '90',
  reason: '年内有岗位空缺，已完成招录',
}));
const KEPT = {
  form: fillSelfEvaluation({
    table: TABLE,
    facts: givenCountyYear({ asOf: '2026-03-20' }),
    answers: ANSWERS,
  }),
  table: TABLE,
  goalsDocument: null,
  methodVersion: null,
  asOf: '2026-03-20',
};

/** A form in a stage, with lock 3; what the demonstration has is put back. */
const form =
  (stage: string, { submittedBy = COUNTY, answers = ANSWERS } = {}): Arrange =>
  async ({ server }) => {
    const where = `county_id = 'hongta' and year = 2025`;
    const [before] = await server.sql<{ row: string }>(
      `select to_jsonb(f) as row from self_evaluation f where ${where}`,
    );
    const given = {
      stage,
      answers,
      figures: KEPT,
      lock: 3,
      submitted_by: submittedBy,
      approved_by: null,
      approved_on: null,
    };
    await server.sql(`delete from self_evaluation where ${where}`);
    const put = (row: unknown): Promise<unknown> =>
      server.sql(
        `insert into self_evaluation select * from jsonb_populate_record(null::self_evaluation, $1::jsonb)`,
        [JSON.stringify(row)],
      );
    await put({ ...(before?.row as unknown as object), ...given });
    return async () => {
      await server.sql(`delete from self_evaluation where ${where}`);
      await put(before?.row);
    };
  };

export const SELF_EVALUATION_CASES = {
  listSelfEvaluations: {
    happy: get('/api/self-evaluations?program=assistants&year=2025'),
    problems: { 'invalid-request': wrongQueries('/api/self-evaluations') },
  },
  readSelfEvaluation: {
    happy: get(GOALS_URL + WAY, COUNTY),
    problems: {
      'invalid-request': [
        {
          why: 'the year is none',
          request: get(`/api/goals/assistants/hongta/25${WAY}`),
          pointers: ['/year'],
        },
      ],
      'not-found': [
        { why: 'it is another county’s', request: get(FOREIGN + WAY, COUNTY) },
        {
          why: 'the evaluator is in no team of that year',
          request: get(`/api/goals/assistants/hongta/2024${WAY}`, 'evaluator-1'),
        },
      ],
    },
  },
  saveSelfEvaluation: actCase({
    method: 'PUT',
    way: WAY,
    as: COUNTY,
    body: { answers: ANSWERS },
    arrange: form('open'),
    never: form('submitted'),
    missing: ['/answers'],
  }),
  submitSelfEvaluation: actCase(
    { way: `${WAY}/submission`, as: COUNTY, arrange: form('open'), never: form('approved') },
    {
      refused: [
        {
          why: 'nothing is answered',
          request: acting(`${WAY}/submission`, COUNTY),
          arrange: form('open', { answers: [] }),
        },
      ],
    },
  ),
  returnSelfEvaluation: actCase({
    way: `${WAY}/return`,
    as: 'officer-1',
    body: REASON,
    arrange: form('submitted'),
    never: form('open'),
    missing: ['/reason'],
  }),
  approveSelfEvaluation: actCase(
    { way: `${WAY}/approval`, as: 'officer-1', arrange: form('submitted'), never: form('open') },
    {
      ...approving('officer-1', `${WAY}/approval`),
      refused: [
        {
          why: 'who asks has submitted it',
          request: acting(`${WAY}/approval`, 'officer-1'),
          arrange: form('submitted', { submittedBy: 'officer-1' }),
        },
      ],
    },
  ),
} satisfies Readonly<Record<SelfEvaluationEndpoint, EndpointCase>>;
