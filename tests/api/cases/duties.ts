import type { EndpointName } from '@yuheng/shared/contract/endpoints';
import { type Build, type EndpointCase, get, type ProblemCase, unknownQuery } from '../requests';
import { untouched } from './given-history';
import { wrongBodiesOf } from './wrong-requests';

const OFFICER = 'officer-1';
const DUTIES = '/api/duties';
const RULE = '/api/duty-rules/filing';
const TABLES = '/api/holiday-tables';
const MARCH = 'program=assistants&from=2026-03-01&to=2026-03-31';
const REASON = '年度调整';

const put =
  (url: string, body: object, version = 0): Build =>
  () => ({ method: 'PUT', url, as: OFFICER, headers: { 'if-match': `"${version}"` }, body });

const TERMS = {
  fromYear: 2026,
  clock: { from: 'receipt', term: { unit: 'months', count: 1 } },
  bases: [],
  reason: REASON,
};
const TABLE = {
  document: '《国务院办公厅关于2027年部分节假日安排的通知》',
  off: [{ from: '2027-01-01', to: '2027-01-03' }],
  worked: ['2027-01-09'],
  reason: REASON,
};

const changeRule = (more: object = {}, version = 0, url = RULE): Build =>
  put(url, { ...TERMS, ...more }, version);
const loadTable = (more: object = {}, version = 0, year = '2027'): Build =>
  put(`${TABLES}/${year}`, { ...TABLE, ...more }, version);

/** A sound change that does not say which version it changes. */
const withoutVersion = (request: Build): ProblemCase => ({
  why: 'no version is named',
  request: (given) => ({ ...request(given), headers: {} }),
  pointers: ['/headers/if-match'],
});
const bodies = (url: string, keys: readonly string[]): ReturnType<typeof wrongBodiesOf> =>
  wrongBodiesOf({ method: 'PUT', url, as: OFFICER }, keys);
const RULE_BODIES = bodies(RULE, ['/fromYear', '/clock', '/bases', '/reason']);
const TABLE_BODIES = bodies(`${TABLES}/2027`, ['/document', '/off', '/worked', '/reason']);

export const DUTY_CASES = {
  listDuties: {
    happy: get(`${DUTIES}?${MARCH}`),
    problems: {
      'invalid-request': [
        { why: 'nothing is given', request: get(DUTIES), pointers: ['/program'] },
        {
          why: 'the window has no end',
          request: get(`${DUTIES}?program=assistants&from=2026-03-01`),
          pointers: ['/to'],
        },
        {
          why: 'the window runs backwards',
          request: get(`${DUTIES}?program=assistants&from=2026-03-31&to=2026-03-01`),
          pointers: ['/to'],
        },
        {
          why: 'the window is longer than a year',
          request: get(`${DUTIES}?program=assistants&from=2025-01-01&to=2026-03-01`),
          pointers: ['/to'],
        },
        {
          why: 'a day does not exist',
          request: get(`${DUTIES}?program=assistants&from=2026-02-30&to=2026-03-01`),
          pointers: ['/from'],
        },
      ],
      'not-found': [
        { why: 'there is no such county', request: get(`${DUTIES}?${MARCH}&county=kunming`) },
        {
          why: 'the county is foreign',
          request: get(`${DUTIES}?${MARCH}&county=yimen`, 'county-hongta'),
        },
      ],
    },
  },
  countDuties: {
    happy: get(`${DUTIES}/count?program=assistants`, 'county-hongta'),
    problems: {
      'invalid-request': [
        { why: 'no program is given', request: get(`${DUTIES}/count`), pointers: ['/program'] },
        {
          why: 'a key is misspelt',
          request: get(`${DUTIES}/count?program=assistants&jahr=2026`),
          pointers: ['/jahr'],
        },
      ],
    },
  },
  readBurden: {
    happy: get('/api/burden?program=assistants&year=2026'),
    problems: {
      'invalid-request': [
        { why: 'no year is given', request: get('/api/burden?program=assistants'), pointers: ['/year'] },
        {
          why: 'a key is misspelt',
          request: get('/api/burden?program=assistants&year=2026&monat=2026-01'),
          pointers: ['/monat'],
        },
      ],
    },
  },
  listDutyRules: {
    happy: get('/api/duty-rules?year=2026'),
    problems: {
      'invalid-request': [
        { why: 'no year is given', request: get('/api/duty-rules'), pointers: ['/year'] },
        {
          why: 'a key is misspelt',
          request: get('/api/duty-rules?year=2026&jahr=2026'),
          pointers: ['/jahr'],
        },
      ],
    },
  },
  changeDutyRule: {
    happy: changeRule(),
    arrange: untouched('duty_rule'),
    problems: {
      ...RULE_BODIES,
      'invalid-request': [
        ...RULE_BODIES['invalid-request'],
        withoutVersion(changeRule()),
        {
          why: 'a key of the clock is misspelt',
          request: changeRule({ clock: { from: 'receipt', term: { unit: 'months', count: 1, days: 2 } } }),
          pointers: ['/clock/term/days'],
        },
      ],
      'not-found': [{ why: 'there is no such rule', request: changeRule({}, 0, '/api/duty-rules/tax') }],
      conflict: [{ why: 'another version stands', request: changeRule({}, 4) }],
      refused: [
        {
          why: 'its clock would start otherwise',
          request: changeRule({ clock: { from: 'monthEnd', term: { unit: 'days', count: 5 } } }),
          pointers: ['/clock/from'],
        },
      ],
    },
  },
  listHolidayTables: {
    happy: get(TABLES),
    problems: { 'invalid-request': [unknownQuery(TABLES)] },
  },
  loadHolidayTable: {
    happy: loadTable(),
    arrange: untouched('holiday_table'),
    problems: {
      ...TABLE_BODIES,
      'invalid-request': [
        ...TABLE_BODIES['invalid-request'],
        withoutVersion(loadTable()),
        { why: 'the year is none', request: loadTable({}, 0, '27'), pointers: ['/year'] },
      ],
      conflict: [{ why: 'another version stands', request: loadTable({}, 2) }],
      refused: [
        {
          why: 'a worked day is no weekend',
          request: loadTable({ worked: ['2027-01-08'] }),
          pointers: ['/worked/0'],
        },
      ],
    },
  },
} satisfies Partial<Record<EndpointName, EndpointCase>>;
