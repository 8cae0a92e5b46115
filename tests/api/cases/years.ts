import type { EndpointName } from '@yuheng/shared/contract/endpoints';
import { type Build, type EndpointCase, get, post } from '../requests';
import { closedYear, unopened, untouched } from './given-history';
import { wrongBodiesOf } from './wrong-requests';

const OFFICER = 'officer-1';
const URL = '/api/years';
const REASON = '年度结束';

const open =
  (year: number, program = 'assistants'): Build =>
  () =>
    post(URL, { program, year, reason: REASON }, OFFICER)({} as never);
const turn =
  (act: 'closing' | 'reopening', { year = '2024', version = 0 } = {}): Build =>
  () => ({
    method: 'POST',
    url: `${URL}/${year}/${act}`,
    as: OFFICER,
    headers: { 'if-match': `"${version}"` },
    body: { program: 'assistants', reason: REASON },
  });

const bodiesOf = (url: string, pointers: readonly string[]): ReturnType<typeof wrongBodiesOf> =>
  wrongBodiesOf({ method: 'POST', url, as: OFFICER }, pointers);

function turnProblems(act: 'closing' | 'reopening'): ReturnType<typeof wrongBodiesOf> {
  const bodies = bodiesOf(`${URL}/2024/${act}`, ['/program', '/reason']);
  return {
    ...bodies,
    'invalid-request': [
      ...bodies['invalid-request'],
      {
        why: 'no version is named',
        request: (given) => ({ ...turn(act)(given), headers: {} }),
        pointers: ['/headers/if-match'],
      },
    ],
  };
}

export const YEAR_CASES = {
  listYears: {
    happy: get(`${URL}?program=assistants`),
    problems: {
      'invalid-request': [
        { why: 'nothing is given', request: get(URL), pointers: ['/program'] },
        { why: 'a key is misspelt', request: get(`${URL}?program=assistants&jahr=1`), pointers: ['/jahr'] },
      ],
    },
  },
  openYear: {
    happy: open(2027),
    arrange: unopened(2027),
    problems: {
      ...bodiesOf(URL, ['/program', '/year', '/reason']),
      conflict: [
        {
          why: 'the key stands for another request',
          request: () => ({
            ...open(2027)({} as never),
            body: { program: 'assistants', year: 2031, reason: REASON },
            headers: { 'idempotency-key': 'open-2027-once' },
          }),
          arrange: async (given) => {
            const undo = await unopened(2027)(given);
            const first = { ...open(2027)(given), headers: { 'idempotency-key': 'open-2027-once' } };
            await given.server.request(first);
            return undo;
          },
        },
      ],
      refused: [
        { why: 'the year is not the next one', request: open(2030), pointers: ['/year'] },
        { why: 'the year is open already', request: open(2026), pointers: ['/year'] },
        {
          why: 'the program has no posts',
          request: open(2027, 'mediation'),
          pointers: ['/year'],
        },
      ],
    },
  },
  closeYear: {
    happy: turn('closing'),
    arrange: untouched('closed_year'),
    problems: {
      ...turnProblems('closing'),
      'not-found': [{ why: 'the year was never opened', request: turn('closing', { year: '2019' }) }],
      conflict: [{ why: 'another version stands', request: turn('closing', { version: 3 }) }],
      refused: [
        { why: 'the year is not over', request: turn('closing', { year: '2026' }), pointers: ['/year'] },
        {
          why: 'it is closed already',
          request: turn('closing', { version: 1 }),
          arrange: closedYear,
          pointers: ['/year'],
        },
      ],
    },
  },
  reopenYear: {
    happy: turn('reopening', { version: 1 }),
    arrange: closedYear,
    problems: {
      ...turnProblems('reopening'),
      'not-found': [{ why: 'the year was never opened', request: turn('reopening', { year: '2019' }) }],
      conflict: [{ why: 'another version stands', request: turn('reopening', { version: 3 }) }],
      refused: [{ why: 'it is open', request: turn('reopening'), pointers: ['/year'] }],
    },
  },
} satisfies Partial<Record<EndpointName, EndpointCase>>;
