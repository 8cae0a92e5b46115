import type { EndpointName } from '@yuheng/shared/contract/endpoints';
import type { DecisionStep } from '@yuheng/shared/domain/allocation/deciding/decision';
import { DECISIONS } from '../../support/deciding';
import {
  DECIDED_DECISION,
  decidedDecision,
  DECISION_FILE,
  OPEN_DECISION,
  openDecision,
} from '../../support/given-decision';
import { formOf } from '../../support/server';
import {
  type Build,
  type EndpointCase,
  get,
  post,
  type ProblemCase,
  UNKNOWN_ID,
  wrongQueries,
} from '../requests';
import { secondFactorCases } from './given-approver';
import { wrongBodiesOf } from './wrong-requests';

type DecisionEndpoint = Extract<
  EndpointName,
  | `${'list' | 'read' | 'submit'}AllocationDecision${'' | 's'}`
  | 'takeDecisionStep'
  | 'checkDecisionEntry'
  | `${'upload' | 'read'}DecisionFile`
  | `${'list' | 'read' | 'acknowledge'}AllocationNotice${'' | 's'}`
>;
type Arrange = NonNullable<ProblemCase['arrange']>;

const URL = `${DECISIONS}/${OPEN_DECISION}`;
const NOTICE = `${DECISIONS}/${DECIDED_DECISION}/notices/hongta`;
const VERSION = { 'if-match': '"1"' };

const until =
  (step: DecisionStep): Arrange =>
  ({ server }) =>
    openDecision(server.sql, step);
const decided: Arrange = ({ server }) => decidedDecision(server.sql);
/** One after the other, undone the other way round. */
const both =
  (first: Arrange, second: Arrange): Arrange =>
  async (given) => {
    const undone = [await first(given), await second(given)];
    return async () => {
      for (const undo of undone.reverse()) await undo?.();
    };
  };

let scenario = UNKNOWN_ID;
/** The demonstration's scenario is looked up; nobody has submitted it yet. */
const unsubmitted: Arrange = async (given) => {
  const remove = await until('submission')(given);
  await remove?.();
  const [found] = await given.server.sql<{ id: string }>(
    `select scenario_id as id from allocation_scenario where name = '按谨慎缺省办法测算' and withdrawn_at is null`,
  );
  scenario = found?.id ?? UNKNOWN_ID;
  return async () => {
    await given.server.sql('set session_replication_role = replica');
    for (const table of ['allocation_decision_entry', 'allocation_decision']) {
      await given.server.sql(
        `delete from ${table} where decision_id in (
           select decision_id from allocation_decision where scenario_id = $1 and document_number is null)`,
        [scenario],
      );
    }
    await given.server.sql('set session_replication_role = origin');
  };
};
const submission =
  (more: object = {}): Build =>
  (given) =>
    post(DECISIONS, { scenario, amends: '演示司发〔2014〕67号', corrects: null, ...more })(given);

const STEP = {
  ...{ step: 'collectiveDecision', outcome: 'taken', way: 'program', on: '2026-03-20' },
  ...{ documentNumber: null, reason: null, file: null },
};
const take = (more: object = {}, as = 'leader', url = URL): Build =>
  post(`${url}/steps`, { ...STEP, ...more }, as, VERSION);
const CHECK = { number: 4, outcome: 'confirmed', reason: null };
const check = (more: object = {}, url = URL): Build =>
  post(`${url}/check`, { ...CHECK, ...more }, 'officer-1', VERSION);
const upload =
  (
    url: string,
    {
      bytes = '%PDF-1.7\n% scan',
      as = 'officer-1',
      field = 'file',
    }: { bytes?: Buffer | string; as?: string; field?: string } = {},
  ): Build =>
  () => ({ method: 'POST', url, as, ...formOf(bytes, { name: '签批件.pdf', field }) });
const files = (kind: string, of = OPEN_DECISION): string => `${DECISIONS}/${of}/files?kind=${kind}`;

const outdated = (arrange: Arrange, request: Build): ProblemCase => ({
  why: 'somebody acted on it meanwhile',
  request: (given) => ({ ...request(given), headers: { 'if-match': '"7"' } }),
  arrange,
});
const wrongDecision = (build: (url: string) => Build): ProblemCase => ({
  why: 'the decision is none',
  request: build(`${DECISIONS}/newest`),
  pointers: ['/decision'],
});
const noSuchDecision = (build: (url: string) => Build): ProblemCase => ({
  why: 'there is no such decision',
  request: build(`${DECISIONS}/${UNKNOWN_ID}`),
});

/** What the body of an act on a decision can be wrong in. */
function wrongActs(way: string, as: string, missing: readonly string[]) {
  const wrong = wrongBodiesOf({ method: 'POST', url: `${URL}${way}`, as }, missing);
  const versioned = (one: ProblemCase): ProblemCase => ({
    ...one,
    request: (given) => {
      const request = one.request(given);
      return { ...request, headers: { ...request.headers, ...VERSION } };
    },
  });
  return { ...wrong, 'invalid-request': wrong['invalid-request'].map(versioned) };
}

export const ALLOCATION_DECISION_CASES = {
  listAllocationDecisions: {
    happy: get(`${DECISIONS}?program=assistants&year=2026`),
    arrange: until('countersignature'),
    problems: { 'invalid-request': wrongQueries(DECISIONS) },
  },
  readAllocationDecision: {
    happy: get(URL),
    arrange: until('promulgation'),
    problems: { 'invalid-request': [wrongDecision(get)], 'not-found': [noSuchDecision(get)] },
  },
  submitAllocationDecision: {
    happy: submission(),
    arrange: unsubmitted,
    problems: {
      ...wrongBodiesOf({ method: 'POST', url: DECISIONS, as: 'officer-1' }, [
        '/scenario',
        '/amends',
        '/corrects',
      ]),
      'not-found': [{ why: 'there is no such scenario', request: submission({ scenario: UNKNOWN_ID }) }],
      conflict: [
        {
          why: 'the scenario is submitted already',
          request: submission(),
          arrange: both(unsubmitted, until('submission')),
        },
      ],
      refused: [
        {
          why: 'it corrects what is no split in force',
          request: (given) => submission({ corrects: UNKNOWN_ID })(given),
          pointers: ['/corrects'],
          arrange: unsubmitted,
        },
      ],
    },
  },
  takeDecisionStep: {
    happy: take(),
    arrange: until('submission'),
    byRole: {
      finance: {
        happy: take({ step: 'countersignature' }, 'finance'),
        arrange: until('collectiveDecision'),
      },
      programOfficer: {
        happy: take({ step: 'promulgation', documentNumber: '演示司发〔2026〕12号' }, 'officer-1'),
        arrange: until('countersignature'),
      },
    },
    problems: {
      ...wrongActs('/steps', 'leader', [
        ...['/step', '/outcome', '/way', '/on', '/documentNumber', '/reason', '/file'],
      ]),
      'not-found': [noSuchDecision((url) => take({}, 'leader', url))],
      conflict: [outdated(until('submission'), take())],
      refused: [
        {
          why: 'another step comes next',
          request: take({ step: 'countersignature' }, 'finance'),
          pointers: ['/step'],
          arrange: until('submission'),
        },
        {
          why: 'a return says no reason',
          request: take({ outcome: 'returned' }),
          pointers: ['/reason'],
          arrange: until('submission'),
        },
      ],
      ...secondFactorCases('leader', (more) => ({
        ...{ method: 'POST', url: `${URL}/steps`, headers: VERSION },
        body: { ...STEP, ...more },
      })),
    },
  },
  checkDecisionEntry: {
    happy: check(),
    arrange: until('promulgation'),
    problems: {
      ...wrongActs('/check', 'officer-1', ['/number', '/outcome', '/reason']),
      'not-found': [noSuchDecision((url) => check({}, url))],
      conflict: [outdated(until('promulgation'), check())],
      refused: [
        {
          why: 'no entry waits for a check',
          request: check(),
          pointers: ['/number'],
          arrange: until('countersignature'),
        },
        {
          why: 'a rejection says no reason',
          request: check({ outcome: 'rejected' }),
          pointers: ['/reason'],
          arrange: until('promulgation'),
        },
      ],
      ...withDecision(
        until('promulgation'),
        secondFactorCases('programOfficer', (more) => ({
          ...{ method: 'POST', url: `${URL}/check`, headers: VERSION },
          body: { ...CHECK, ...more },
        })),
      ),
    },
  },
  uploadDecisionFile: {
    happy: upload(files('scan')),
    arrange: until('submission'),
    problems: {
      'invalid-request': [
        {
          why: 'the file stands in another field',
          request: upload(files('scan'), { field: 'datei' }),
          pointers: ['/file', '/datei'],
        },
        { why: 'its kind is none', request: upload(files('picture')), pointers: ['/kind'] },
      ],
      'not-found': [{ why: 'there is no such decision', request: upload(files('scan', UNKNOWN_ID)) }],
      forbidden: [
        {
          why: 'the opinion is the officer’s to attach',
          request: upload(files('staffingOpinion'), { as: 'leader' }),
          arrange: until('submission'),
        },
      ],
      refused: [
        {
          why: 'the decision is promulgated',
          request: upload(files('scan', DECIDED_DECISION)),
          arrange: decided,
        },
      ],
      'too-large': [
        {
          why: 'the file is over 10 MB',
          request: upload(files('scan'), { bytes: Buffer.alloc(11 * 1024 * 1024) }),
        },
      ],
      'unsupported-media-type': [
        {
          why: 'the file is a page of the web',
          request: upload(files('scan'), { bytes: '<!doctype html>' }),
        },
        { why: 'the body is JSON', request: post(files('scan'), { file: 'x' }) },
      ],
    },
  },
  readDecisionFile: {
    happy: get(`${URL}/files/${DECISION_FILE}`),
    arrange: until('submission'),
    problems: {
      'invalid-request': [
        { why: 'the file is none', request: get(`${URL}/files/first`), pointers: ['/file'] },
      ],
      'not-found': [{ why: 'there is no such file', request: get(`${URL}/files/${UNKNOWN_ID}`) }],
    },
  },
  listAllocationNotices: {
    happy: get('/api/allocation-notices?program=assistants&year=2025'),
    arrange: decided,
    problems: { 'invalid-request': wrongQueries('/api/allocation-notices') },
  },
  readAllocationNotice: {
    happy: get(NOTICE),
    arrange: decided,
    problems: {
      'invalid-request': [wrongDecision((url) => get(`${url}/notices/hongta`))],
      'not-found': [noSuchDecision((url) => get(`${url}/notices/hongta`))],
    },
  },
  acknowledgeAllocationNotice: {
    happy: post(`${NOTICE}/reading`, undefined, 'county-hongta'),
    arrange: decided,
    problems: {
      'invalid-request': [
        wrongDecision((url) => post(`${url}/notices/hongta/reading`, undefined, 'county-hongta')),
      ],
      'not-found': [
        noSuchDecision((url) => post(`${url}/notices/hongta/reading`, undefined, 'county-hongta')),
        {
          why: 'it is another county’s',
          request: post(`${DECISIONS}/${DECIDED_DECISION}/notices/yimen/reading`, undefined, 'county-hongta'),
          arrange: decided,
        },
      ],
    },
  },
} satisfies Record<DecisionEndpoint, EndpointCase>;

/** The same cases, where the decision has to be there for them. */
function withDecision(
  arrange: Arrange,
  cases: ReturnType<typeof secondFactorCases>,
): ReturnType<typeof secondFactorCases> {
  const there = (all: readonly ProblemCase[]): ProblemCase[] =>
    all.map((one) => ({ ...one, arrange: both(arrange, one.arrange ?? (async () => undefined)) }));
  return Object.fromEntries(Object.entries(cases).map(([slug, all]) => [slug, there(all)])) as never;
}
