import type { EndpointName } from '@yuheng/shared/contract/endpoints';
import { type EndpointCase, get, type Given, type ProblemCase } from '../requests';
import {
  ARRANGED,
  bodyProblems,
  broken,
  brokenVersion,
  OF,
  send,
  type Sent,
  withoutVersion,
} from './sheet-sendings';

/** Submitted and waiting for approval in the demonstration. */
const SHEET = '/api/sheets/inspection/eshan/2026-02';
/** Still to be filled in. */
const OPEN = '/api/sheets/inspection/huaning/2026-02';
const ITEM = `${OPEN}/items/staffOnPost`;
const PASS = { state: 'reported', conclusion: 'pass', value: '13' };
const APPROVED = '/api/sheets/inspection/hongta/2025-02';
const GRID = '/api/sheets?program=assistants&kind=inspection';

const WHERE = `kind = 'inspection' and county_id = 'eshan' and month = '2026-02'`;

/** Puts the sheet of the acts into a stage, and back as it was. */
const standing =
  (stage: string) =>
  async ({ server }: Given): Promise<() => Promise<void>> => {
    const approved = stage === 'approved';
    await server.sql(
      `update sheet set stage = $1, version = $2, return_reason = '材料不全', approved_by = $3, approved_on = $4,
         approved_at = $5 where ${WHERE}`,
      [stage, ARRANGED, ...(approved ? ['officer-1', '2026-03-18', new Date()] : [null, null, null])],
    );
    return async () => {
      await server.sql(
        `update sheet set stage = 'submitted', version = 1, return_reason = null, approved_by = null,
           approved_on = null, approved_at = null where ${WHERE}`,
      );
    };
  };

const unknownSheet = (act: string, sent: Sent): ProblemCase => ({
  why: 'no such sheet was opened',
  request: send(`/api/sheets/inspection/eshan/2031-02/${act}`, sent),
});
const outdated = (path: string, sent: Sent, arrange?: ProblemCase['arrange']): ProblemCase => ({
  why: 'somebody else was faster',
  request: send(path, { ...sent, version: 3 }),
  ...(arrange ? { arrange } : {}),
});

const INSPECTOR: Sent = { as: 'inspector' };
const OFFICER: Sent = { as: 'officer-1' };
const WRITES: Sent = { method: 'PUT', as: 'inspector', version: 0, body: PASS };
const CHECKS: Sent = { method: 'PUT', as: 'inspector', body: { mode: 'online' } };
const RETURNS: Sent = { ...OFFICER, body: { reason: '附件不清，请重新上传。' } };
const REOPENS: Sent = { ...OFFICER, body: { reason: '更正在岗人数。', until: '2026-03-31' } };

export const SHEET_CASES = {
  listSheets: {
    happy: get(`${GRID}&from=2025-01&to=2026-03`),
    problems: {
      'invalid-request': [
        {
          why: 'nothing is given',
          request: get('/api/sheets'),
          pointers: ['/program', '/kind', '/from', '/to'],
        },
        { why: 'a month is none', request: get(`${GRID}&from=2025-13&to=2026-03`), pointers: ['/from'] },
        { why: 'it is over 36 months', request: get(`${GRID}&from=2022-01&to=2025-01`), pointers: ['/to'] },
        {
          why: 'it ends before it begins',
          request: get(`${GRID}&from=2026-02&to=2026-01`),
          pointers: ['/to'],
        },
      ],
    },
  },
  readSheet: {
    happy: get(`${APPROVED}${OF}`),
    problems: {
      'invalid-request': [
        {
          why: 'there is no such kind',
          request: get(`/api/sheets/weather/hongta/2025-02${OF}`),
          pointers: ['/kind'],
        },
        { why: 'no program is named', request: get(APPROVED), pointers: ['/program'] },
      ],
      'not-found': [
        { why: 'the month is not over', request: get(`/api/sheets/inspection/hongta/2026-03${OF}`) },
        {
          why: 'it is another county’s',
          request: get(`/api/sheets/spending/eshan/2025-02${OF}`, 'county-hongta'),
        },
      ],
    },
  },
  saveSheetItem: {
    happy: send(ITEM, WRITES),
    problems: {
      'invalid-request': [
        withoutVersion(ITEM, WRITES),
        brokenVersion(ITEM, WRITES),
        { why: 'nothing is said', request: send(ITEM, { ...WRITES, body: {} }), pointers: ['/state'] },
        {
          why: 'a key is misspelt',
          request: send(ITEM, { ...WRITES, body: { ...PASS, valeu: '3' } }),
          pointers: ['/valeu'],
        },
        broken(ITEM, WRITES),
      ],
      'not-found': [
        { why: 'the template has no such item', request: send(`${OPEN}/items/weather`, WRITES) },
        unknownSheet('items/staffOnPost', WRITES),
      ],
      conflict: [
        {
          why: 'somebody else wrote meanwhile',
          request: send(ITEM, { ...WRITES, version: 5 }),
          pointers: ['/headers/if-match'],
        },
        {
          why: 'the sheet is submitted and locked',
          request: send(`${SHEET}/items/staffOnPost`, WRITES),
          pointers: ['/stage'],
        },
      ],
      refused: [
        {
          why: 'the figure is negative',
          request: send(ITEM, { ...WRITES, version: 1, body: { ...PASS, value: '-1' } }),
          pointers: ['/value'],
        },
        {
          why: 'it does not apply without a reason',
          request: send(ITEM, { ...WRITES, version: 1, body: { state: 'notApplicable' } }),
          pointers: ['/reason'],
        },
        {
          why: 'inspections are not a county’s to write',
          request: send(`/api/sheets/inspection/hongta/2026-02/items/staffOnPost`, {
            ...WRITES,
            as: 'county-hongta',
          }),
        },
      ],
      ...bodyProblems(ITEM, WRITES),
    },
  },
  setInspectionCheck: {
    happy: send(`${SHEET}/check`, CHECKS),
    arrange: standing('returned'),
    problems: {
      'invalid-request': [
        withoutVersion(`${OPEN}/check`, CHECKS),
        brokenVersion(`${OPEN}/check`, CHECKS),
        {
          why: 'there is no such way of checking',
          request: send(`${OPEN}/check`, { ...CHECKS, body: { mode: 'telephone' } }),
          pointers: ['/mode'],
        },
        broken(`${OPEN}/check`, CHECKS),
      ],
      'not-found': [unknownSheet('check', CHECKS)],
      conflict: [
        outdated(`${OPEN}/check`, CHECKS),
        {
          why: 'the sheet is submitted and locked',
          request: send(`${SHEET}/check`, CHECKS),
          arrange: standing('submitted'),
          pointers: ['/stage'],
        },
      ],
      refused: [
        {
          why: 'a visit has no plan',
          request: send(`${SHEET}/check`, { ...CHECKS, body: { mode: 'visit' } }),
          arrange: standing('returned'),
          pointers: ['/visitPlan'],
        },
        {
          why: 'inspections are not a county’s to check',
          request: send('/api/sheets/inspection/hongta/2026-02/check', { ...CHECKS, as: 'county-hongta' }),
        },
      ],
      ...bodyProblems(`${OPEN}/check`, CHECKS),
    },
  },
  readSheetItemHistory: {
    happy: get(`${APPROVED}/items/staffOnPost/history${OF}`),
    problems: {
      'invalid-request': [
        {
          why: 'no program is named',
          request: get(`${APPROVED}/items/staffOnPost/history`),
          pointers: ['/program'],
        },
      ],
      'not-found': [
        { why: 'the template has no such item', request: get(`${APPROVED}/items/weather/history${OF}`) },
      ],
    },
  },
  confirmSheetUnchanged: {
    happy: send('/api/sheets/spending/yuanjiang/2026-02/confirmation', {
      as: 'county-yuanjiang',
      version: 1,
    }),
    arrange: async ({ server }: Given) => {
      await server.sql(
        `insert into sheet_value (city_id, county_id, program_id, kind, month, item_id, version, state, value, evidence, author, at)
         select city_id, county_id, program_id, kind, month, 'paidOn', 1, 'reported', '2026-03-19', '[]', 'county-yuanjiang', now()
         from sheet where kind = 'spending' and county_id = 'yuanjiang' and month = '2026-02' and stage = 'open'
         on conflict do nothing`,
      );
    },
    problems: {
      'invalid-request': [withoutVersion(`${OPEN}/confirmation`, INSPECTOR)],
      'not-found': [unknownSheet('confirmation', INSPECTOR)],
      conflict: [outdated(`${OPEN}/confirmation`, INSPECTOR)],
      refused: [
        {
          why: 'an inspection is checked item by item',
          request: send(`${OPEN}/confirmation`, { ...INSPECTOR, version: 1 }),
          pointers: ['/kind'],
        },
      ],
    },
  },
  submitSheet: {
    happy: send(`${SHEET}/submission`, INSPECTOR),
    arrange: standing('returned'),
    problems: {
      'invalid-request': [
        withoutVersion(`${SHEET}/submission`, INSPECTOR),
        {
          why: 'its key is too short',
          request: () => ({
            method: 'POST',
            url: `${SHEET}/submission${OF}`,
            as: 'inspector',
            headers: { 'if-match': '"7"', 'idempotency-key': 'short' },
          }),
          pointers: ['/headers/idempotency-key'],
        },
      ],
      'not-found': [unknownSheet('submission', INSPECTOR)],
      conflict: [
        outdated(`${SHEET}/submission`, INSPECTOR, standing('returned')),
        {
          why: 'it is submitted already',
          request: send(`${SHEET}/submission`, INSPECTOR),
          arrange: standing('submitted'),
          pointers: ['/stage'],
        },
      ],
      refused: [
        { why: 'items are not answered', request: send(`${OPEN}/submission`, { ...INSPECTOR, version: 1 }) },
      ],
    },
  },
  returnSheet: {
    happy: send(`${SHEET}/return`, RETURNS),
    arrange: standing('submitted'),
    problems: {
      'invalid-request': [
        withoutVersion(`${SHEET}/return`, RETURNS),
        {
          why: 'no reason is given',
          request: send(`${SHEET}/return`, { ...RETURNS, body: {} }),
          pointers: ['/reason'],
        },
        broken(`${SHEET}/return`, RETURNS),
      ],
      'not-found': [unknownSheet('return', RETURNS)],
      conflict: [outdated(`${SHEET}/return`, RETURNS)],
      refused: [
        {
          why: 'county sheets are returned in the county',
          request: send('/api/sheets/spending/eshan/2026-02/return', RETURNS),
        },
      ],
      ...bodyProblems(`${SHEET}/return`, RETURNS),
    },
  },
  approveSheet: {
    happy: send(`${SHEET}/approval`, OFFICER),
    arrange: standing('submitted'),
    problems: {
      'invalid-request': [withoutVersion(`${SHEET}/approval`, OFFICER)],
      'not-found': [unknownSheet('approval', OFFICER)],
      conflict: [outdated(`${SHEET}/approval`, OFFICER)],
      refused: [
        {
          why: 'county sheets are approved in the county',
          request: send('/api/sheets/spending/eshan/2026-02/approval', OFFICER),
        },
      ],
    },
  },
  reopenSheet: {
    happy: send(`${SHEET}/reopening`, REOPENS),
    arrange: standing('approved'),
    problems: {
      'invalid-request': [
        withoutVersion(`${SHEET}/reopening`, REOPENS),
        {
          why: 'its end is no day',
          request: send(`${SHEET}/reopening`, { ...REOPENS, body: { reason: '更正', until: '2026-02-30' } }),
          pointers: ['/until'],
        },
        broken(`${SHEET}/reopening`, REOPENS),
      ],
      'not-found': [unknownSheet('reopening', REOPENS)],
      conflict: [outdated(`${SHEET}/reopening`, REOPENS)],
      refused: [
        {
          why: 'its end has passed',
          request: send(`${SHEET}/reopening`, { ...REOPENS, body: { reason: '更正', until: '2026-03-01' } }),
          arrange: standing('approved'),
          pointers: ['/until'],
        },
      ],
      ...bodyProblems(`${SHEET}/reopening`, REOPENS),
    },
  },
} satisfies Partial<Record<EndpointName, EndpointCase>>;
