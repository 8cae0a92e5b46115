import { WallStreamsService } from '@yuheng/backend/dashboards/wall/wall-streams.service';
import type { EndpointName } from '@yuheng/shared/contract/endpoints';
import type { TestRequest } from '../../support/server';
import {
  type Build,
  type EndpointCase,
  get,
  type Given,
  sha256,
  unknownQuery,
  UNKNOWN_ID,
  wrongQueries,
} from '../requests';
import { wrongBodiesOf } from './wrong-requests';

const OFFICER = 'officer-1';
const LINKS = '/api/wall-links';
const LINK = '7d1f0a52-9f0c-4a4e-8a53-0f3b6a6f4c11';
const CODE = 'W'.repeat(43);
const IN_DAYS = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const AS_EVENTS = { headers: { accept: 'text/event-stream' } };
const TOO_MANY = 20;

const create =
  (body: object): Build =>
  () => ({ method: 'POST', url: LINKS, as: OFFICER, body });
const revoke =
  (link = LINK): Build =>
  () => ({ method: 'DELETE', url: `${LINKS}/${link}`, as: OFFICER });
const screen =
  (rest = '', more: Partial<TestRequest> = {}, code = CODE): Build =>
  () => ({ url: `/api/screen/${code}${rest}`, ...more });

/** One link of that code; the trigger that keeps links is put aside to take it away again. */
const given =
  (revoked = false) =>
  async ({ server }: Given): Promise<() => Promise<void>> => {
    await server.sql(
      `insert into wall_link values ('530400', $1, '大厅', 'assistants', $2, now() + interval '1 day', 'officer-1', now(), $3, $4)`,
      [LINK, sha256(CODE), revoked ? 'officer-1' : null, revoked ? new Date() : null],
    );
    return async () => {
      await server.sql('alter table wall_link disable trigger tr_wall_link__kept');
      await server.sql('delete from wall_link');
      await server.sql('alter table wall_link enable trigger tr_wall_link__kept');
    };
  };

/** As many walls as one holder may have open. */
const full =
  (holderOf: (given: Given) => Promise<string>, before?: EndpointCase['arrange']) =>
  async (known: Given): Promise<() => Promise<void>> => {
    const undo = await before?.(known);
    const streams = known.server.app.get(WallStreamsService);
    const holder = await holderOf(known);
    const wall = (
      await known.server.request({ url: '/api/wall?program=assistants&year=2025', as: 'leader' })
    ).json<never>();
    for (let number = 0; number < TOO_MANY; number += 1) {
      await streams.open({
        ...{ key: 'full', holder, read: async () => wall, stillMay: async () => true, shows: null },
        staysOpen: true,
      });
    }
    return async () => {
      streams.endOf(holder);
      await undo?.();
    };
  };
const leader = async ({ server }: Given): Promise<string> => {
  const [row] = await server.sql<{ id: string }>(
    `select account_id as id from account where username = 'leader'`,
  );
  return `account/${row?.id}`;
};

const BODY = { name: '一楼大厅', program: 'assistants', endsOn: IN_DAYS(30) };
const BODIES = wrongBodiesOf({ method: 'POST', url: LINKS, as: OFFICER }, ['/name', '/program', '/endsOn']);
const WRONG_CODE = [{ why: 'the code is none', request: screen('', {}, 'x'), pointers: ['/token'] }];
const NOBODYS = [{ why: 'nobody gave such a link', request: screen('', {}, 'B'.repeat(43)) }];

export const WALL_CASES = {
  readWall: {
    happy: get('/api/wall?program=assistants&year=2025'),
    problems: { 'invalid-request': wrongQueries('/api/wall') },
  },
  wallEvents: {
    happy: get('/api/wall/events?program=assistants&year=2025'),
    problems: {
      'invalid-request': wrongQueries('/api/wall/events'),
      'too-many-requests': [
        {
          why: 'so many are open already',
          request: () => ({
            url: '/api/wall/events?program=assistants&year=2025',
            as: 'leader',
            ...AS_EVENTS,
          }),
          arrange: full(leader),
        },
      ],
    },
  },
  openWall: {
    happy: screen(),
    arrange: given(),
    problems: {
      'invalid-request': WRONG_CODE,
      'not-found': [...NOBODYS, { why: 'the link is revoked', request: screen(), arrange: given(true) }],
    },
  },
  openWallEvents: {
    happy: screen('/events'),
    arrange: given(),
    problems: {
      'invalid-request': [
        { why: 'the code is none', request: screen('/events', {}, 'x'), pointers: ['/token'] },
      ],
      'not-found': [{ why: 'the link is revoked', request: screen('/events'), arrange: given(true) }],
      'too-many-requests': [
        {
          why: 'so many are open already',
          request: screen('/events', AS_EVENTS),
          arrange: full(async () => `link/${LINK}`, given()),
        },
      ],
    },
  },
  listWallLinks: {
    happy: get(LINKS, OFFICER),
    arrange: given(),
    problems: { 'invalid-request': [unknownQuery(LINKS, OFFICER)] },
  },
  createWallLink: {
    happy: create(BODY),
    problems: {
      ...BODIES,
      refused: [
        {
          why: 'its last day is over',
          request: create({ ...BODY, endsOn: IN_DAYS(-3) }),
          pointers: ['/endsOn'],
        },
        {
          why: 'it would work for more than a year',
          request: create({ ...BODY, endsOn: IN_DAYS(400) }),
          pointers: ['/endsOn'],
        },
      ],
    },
  },
  revokeWallLink: {
    happy: revoke(),
    arrange: given(),
    problems: {
      'invalid-request': [{ why: 'the id is none', request: revoke('x'), pointers: ['/wallLink'] }],
      'not-found': [{ why: 'there is no such link', request: revoke(UNKNOWN_ID) }],
      conflict: [{ why: 'it is revoked already', request: revoke(), arrange: given(true) }],
    },
  },
} satisfies Partial<Record<EndpointName, EndpointCase>>;
