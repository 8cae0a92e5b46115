import type { EndpointName } from '@yuheng/shared/contract/endpoints';
import {
  type Build,
  type EndpointCase,
  get,
  type Given,
  post,
  type ProblemCase,
  UNKNOWN_ID,
  unknownQuery,
  wrongQueries,
} from '../requests';
import { wrongBodiesOf } from './wrong-requests';

const ENTRY = {
  program: 'assistants',
  year: 2026,
  county: 'hongta',
  act: 'issue',
  fen: 100,
  on: '2026-03-18',
  documentNumber: '演示财行〔2026〕1号',
  subject: '演示科目',
};
const enter = (more: object = {}, as = 'finance', headers: Record<string, string> = {}): Build =>
  post('/api/ledger', { ...ENTRY, ...more }, as, headers);

const EXPLANATION = { program: 'assistants', county: 'yimen', month: '2025-03', text: '正在公开招录。' };
const FILING = {
  program: 'assistants',
  year: 2026,
  county: 'hongta',
  document: 'implementationPlan',
  recipient: 'cityJustice',
  filedOn: '2026-03-18',
  documentNumber: '演示司发〔2026〕2号',
};

const FILED = {
  program: 'assistants',
  year: 2026,
  county: 'hongta',
  document: 'transferDocument',
  recipient: 'cityFinance',
  filedOn: '2026-03-17',
  reason: '日期登记有误',
};

/** An entry of the case's own, as the last one that it made. */
let issued = UNKNOWN_ID;
const anIssue = async ({ server }: Given): Promise<void> => {
  const answer = await server.request(enter()({ server } as Given));
  issued = answer.json<{ entries: { id: string }[] }>().entries[0]?.id ?? UNKNOWN_ID;
};
/** Money of the county's own: no grant has to come first. */
const PAYMENT = { act: 'payment', source: 'countyPart' };
const RECEIPT = { act: 'receipt' };
const anEntry =
  (more: object, as: string) =>
  async (given: Given): Promise<void> => {
    await anIssue(given);
    const answer = await given.server.request(enter(more, as)(given));
    issued = answer.json<{ entries: { id: string }[] }>().entries[0]?.id ?? UNKNOWN_ID;
  };
const aWageLine = async ({ server }: Given): Promise<void> => {
  const [row] = await server.sql<{ id: string }>(
    `select entry_id as id from ledger_entry where source_document is not null and county_id = 'hongta' and year = 2025 limit 1`,
  );
  issued = row?.id ?? UNKNOWN_ID;
};
/** A month of that county in which a post was vacant, or none. */
let month = '2025-01';
const aMonth =
  (vacant: boolean) =>
  async ({ server }: Given): Promise<void> => {
    const [row] = await server.sql<{ month: string; county: string }>(
      `select w.month, w.county_id as county from wage_month w join program_post p on p.county_id = w.county_id and p.year = 2025
       where w.month like '2025-%' and w.reported_on is not null and (w.persons_on_post < p.posts) = $1
         and w.city_part_paid_fen = w.persons_on_post * 100000 order by 1, 2 limit 1`,
      [vacant],
    );
    month = row?.month ?? '';
    county = row?.county ?? '';
  };
let county = 'hongta';

const reversal =
  (as = 'finance', headers: Record<string, string> = {}): Build =>
  () => ({
    method: 'POST',
    url: `/api/ledger/${issued}/reversal`,
    as,
    body: { reason: '演示更正' },
    headers,
  });
const explanation =
  (more: object = {}, headers: Record<string, string> = {}): Build =>
  () => ({
    method: 'POST',
    url: '/api/ledger/reconciliation/explanations',
    as: `county-${county}`,
    body: { ...EXPLANATION, county, month, ...more },
    headers,
  });

const withdrawal = (more: object = {}): Build =>
  post('/api/filings/withdrawal', { ...FILED, ...more }, 'officer-1');
/** It was filed that day, whatever the cases before this one did. */
const aFiling = async ({ server }: Given): Promise<void> => {
  await server.sql(
    `insert into filing values ('530400', 'hongta', 'assistants', 2026, 'transferDocument', 'cityFinance', '2026-03-17')
     on conflict on constraint pk_filing do update set filed_on = excluded.filed_on`,
  );
};
const aFilingOfClosedYear = async (given: Given): Promise<() => Promise<void>> => {
  await aFiling(given);
  const turn = (act: string, reason: string) =>
    given.server.sql(
      `insert into closed_year (city_id, program_id, year, number, act, reason, acted_by, acted_at)
       select '530400', 'assistants', 2026, 1 + count(*), $1, $2, 'officer-1', now() from closed_year where year = 2026`,
      [act, reason],
    );
  await turn('close', '年度结束');
  return async () => void (await turn('reopen', '更正'));
};

const KEY = { 'idempotency-key': 'used-for-something-else' };
const used =
  (build: Build) =>
  async (given: Given): Promise<void> => {
    await given.server.request(build(given));
  };
const usedKey = (request: Build, arrange: ProblemCase['arrange']): ProblemCase => ({
  why: 'its Idempotency-Key was used for something else',
  request,
  ...(arrange ? { arrange } : {}),
});

export const FUND_CASES = {
  readLedger: {
    happy: get('/api/ledger?program=assistants&year=2025&county=hongta&from=2025-04-01&to=2025-12-31'),
    problems: {
      'invalid-request': [
        ...wrongQueries('/api/ledger'),
        {
          why: 'the cursor is none',
          request: get('/api/ledger?program=assistants&year=2025&cursor=2'),
          pointers: ['/cursor'],
        },
      ],
      'not-found': [
        {
          why: 'the county is foreign',
          request: get('/api/ledger?program=assistants&year=2025&county=yimen', 'county-hongta'),
        },
      ],
    },
  },
  enterLedgerEntry: {
    happy: enter(),
    byRole: {
      countyFinance: { happy: enter(RECEIPT), arrange: anIssue },
      countyOfficer: { happy: enter(PAYMENT) },
    },
    problems: {
      ...wrongBodiesOf({ method: 'POST', url: '/api/ledger', as: 'finance' }, [
        '/program',
        '/year',
        '/county',
        '/act',
        '/fen',
        '/on',
        '/documentNumber',
        '/subject',
      ]),
      'not-found': [{ why: 'there is no such county', request: enter({ county: 'kunming' }) }],
      conflict: [usedKey(enter({ fen: 2 }, 'finance', KEY), used(enter({ fen: 1 }, 'finance', KEY)))],
      refused: [
        {
          why: 'more would be received than was issued',
          request: enter({ act: 'receipt', fen: 100_000_000_000_000 }, 'county-hongta-finance'),
          pointers: ['/fen'],
        },
        {
          why: 'a payment names no source',
          request: enter({ act: 'payment' }, 'county-hongta'),
          pointers: ['/source'],
        },
        {
          why: 'an issue names a source, and an advance',
          request: enter({ source: 'other', advance: UNKNOWN_ID }),
          pointers: ['/source', '/advance'],
        },
        {
          why: 'a settlement names no advance',
          request: enter({ act: 'settlement' }, 'county-hongta'),
          pointers: ['/advance'],
        },
      ],
    },
  },
  reverseLedgerEntry: {
    happy: reversal(),
    arrange: anIssue,
    byRole: {
      countyFinance: { happy: reversal(), arrange: anEntry(RECEIPT, 'county-hongta-finance') },
      countyOfficer: { happy: reversal(), arrange: anEntry(PAYMENT, 'county-hongta') },
    },
    problems: {
      ...wrongBodiesOf({ method: 'POST', url: `/api/ledger/${UNKNOWN_ID}/reversal`, as: 'finance' }, [
        '/reason',
      ]),
      'not-found': [
        {
          why: 'there is no such entry',
          request: post(`/api/ledger/${UNKNOWN_ID}/reversal`, { reason: '更正' }, 'finance'),
        },
      ],
      conflict: [
        usedKey(reversal('finance', { 'idempotency-key': 'used-for-something-else-2' }), async (given) => {
          await used(enter({}, 'finance', { 'idempotency-key': 'used-for-something-else-2' }))(given);
          await anIssue(given);
        }),
      ],
      refused: [{ why: 'it is a wage line', request: reversal('county-hongta'), arrange: aWageLine }],
    },
  },
  readReconciliation: {
    happy: get('/api/ledger/reconciliation?program=assistants&year=2025'),
    problems: { 'invalid-request': wrongQueries('/api/ledger/reconciliation') },
  },
  explainReconciliation: {
    happy: explanation(),
    arrange: aMonth(true),
    problems: {
      ...wrongBodiesOf(
        { method: 'POST', url: '/api/ledger/reconciliation/explanations', as: 'county-yimen' },
        ['/program', '/county', '/month', '/text'],
      ),
      'not-found': [{ why: 'nothing was reported', request: explanation({ county: 'kunming' }) }],
      conflict: [
        usedKey(explanation({ text: '其他说明。' }, KEY), async (given) => {
          await aMonth(true)(given);
          await used(explanation({}, KEY))(given);
        }),
      ],
      refused: [
        { why: 'everything agrees', request: explanation(), arrange: aMonth(false), pointers: ['/month'] },
      ],
    },
  },
  listFilings: {
    happy: get('/api/filings?program=assistants&year=2025'),
    problems: { 'invalid-request': wrongQueries('/api/filings') },
  },
  createFiling: {
    happy: post('/api/filings', FILING, 'county-hongta'),
    problems: {
      ...wrongBodiesOf({ method: 'POST', url: '/api/filings', as: 'county-hongta' }, [
        '/program',
        '/year',
        '/county',
        '/document',
        '/recipient',
        '/filedOn',
        '/documentNumber',
      ]),
      'not-found': [
        {
          why: 'the county is foreign',
          request: post('/api/filings', { ...FILING, county: 'yimen' }, 'county-hongta'),
        },
      ],
      conflict: [
        {
          why: 'it is filed already',
          request: post('/api/filings', { ...FILING, year: 2025 }, 'county-hongta-finance'),
        },
      ],
      refused: [
        {
          why: 'the day is still to come',
          request: post('/api/filings', { ...FILING, filedOn: '2026-03-21' }, 'county-hongta'),
          pointers: ['/filedOn'],
        },
      ],
    },
  },
  withdrawFiling: {
    happy: withdrawal(),
    arrange: aFiling,
    problems: {
      ...wrongBodiesOf({ method: 'POST', url: '/api/filings/withdrawal', as: 'officer-1' }, [
        '/program',
        '/year',
        '/county',
        '/document',
        '/recipient',
        '/filedOn',
        '/reason',
      ]),
      'not-found': [{ why: 'there is no such county', request: withdrawal({ county: 'kunming' }) }],
      conflict: [
        {
          why: 'it was filed on another day',
          request: withdrawal({ filedOn: '2026-03-01' }),
          arrange: aFiling,
        },
        { why: 'it is not filed', request: withdrawal({ county: 'yimen' }) },
        { why: 'its year is closed', request: withdrawal(), arrange: aFilingOfClosedYear },
      ],
    },
  },
  readInvariants: {
    happy: get('/api/administration/invariants'),
    problems: { 'invalid-request': [unknownQuery('/api/administration/invariants')] },
  },
} satisfies Partial<Record<EndpointName, EndpointCase>>;
