import { accountIdOf } from '@yuheng/backend/demonstration/demonstration-accounts';
import { nameBasedUuid } from '@yuheng/backend/demonstration/name-based-uuid';
import type { EndpointName } from '@yuheng/shared/contract/endpoints';
import { PASSWORD, workbookOf } from '../../integration/evaluations/pack-requests';
import { formOf } from '../../support/server';
import { type Build, type EndpointCase, get, type Given, UNKNOWN_ID, unknownQuery } from '../requests';
import {
  bodyProblems,
  broken,
  ELSEWHERE,
  EVALUATOR,
  freely,
  ROUND,
  send,
  type Sending,
} from './score-sendings';
import { withdrawn } from './score-sheets';

const PACKS = `${ROUND}/packs`;
const PREVIEWS = `${PACKS}/previews`;
const OWN_PACK = '00000000-0000-4000-8000-0000000000a1';
/** Workbooks that came back: one to be taken over, one that was, one with a conflict; and one of who leads the round. */
const [READY, TAKEN, OPEN, OF_LEAD] = ['b1', 'b2', 'b3', 'b4'].map(
  (end) => `00000000-0000-4000-8000-0000000000${end}`,
) as [string, string, string, string];
const LEAD = 'lead-evaluator';
const LEADS_PACK = '00000000-0000-4000-8000-0000000000a2';

const MAKES: Sending = { as: EVALUATOR, body: { password: PASSWORD } };
const APPLIES: Sending = { as: EVALUATOR, body: { choices: [] } };
const applicationOf = (id: string): string => `${PREVIEWS}/${id}/application`;
const resultOf = (id: string): string => `${PREVIEWS}/${id}/result`;

const MANIFEST = {
  format: 'yuheng-pack-1',
  round: nameBasedUuid('round/assistants/2025/financeEvaluation'),
  methodVersion: 1,
  counties: ['hongta'],
  validUntil: '2026-03-31',
  rows: [],
};
const rowOf = (change: string): object => ({
  ...{ county: 'hongta', countyName: '红塔区', indicator: 'satisfaction', sheet: '打分', cell: 'F5', change },
  ...{ indicatorName: { zh: '满意度', en: 'Satisfaction' }, before: '', after: '5', errors: [] },
  ...{ version: 0, entry: { value: { marks: '5' }, remarks: [], confirmed: false } },
});

/** Packs and what came back of them, as they stand before a case; what it entered goes again. */
async function given({ server }: Given): Promise<() => Promise<void>> {
  const forget = (): Promise<void> =>
    freely(
      server,
      'delete from score_pack_return',
      'delete from score_pack',
      ...['score_entry_version', 'score_entry', 'score_sheet'].map(
        (table) =>
          `delete from ${table} where county_id = 'hongta' and account_id in ('${accountIdOf(EVALUATOR)}', '${accountIdOf(LEAD)}')`,
      ),
    );
  await forget();
  for (const [pack, by] of [
    [OWN_PACK, EVALUATOR],
    [LEADS_PACK, LEAD],
  ] as const) {
    await server.sql(
      `insert into score_pack values ('530400', $1, $2, $3, now(), '2026-03-31', 1, $4, repeat('0', 64))`,
      [MANIFEST.round, pack, accountIdOf(by), JSON.stringify({ ...MANIFEST, pack, evaluator: by })],
    );
  }
  const rows = [
    [READY, EVALUATOR, '1', rowOf('new'), null],
    [TAKEN, EVALUATOR, '2', rowOf('new'), '2026-03-20'],
    [OPEN, EVALUATOR, '3', rowOf('conflict'), null],
    [OF_LEAD, LEAD, '4', rowOf('same'), '2026-03-20'],
  ] as const;
  for (const [id, by, digit, row, on] of rows) {
    await server.sql(
      `insert into score_pack_return values ('530400', $1, $2, $3, '打分工作簿.xlsx', repeat($4, 64), $5, 'PK', now(), $6)`,
      [by === LEAD ? LEADS_PACK : OWN_PACK, id, accountIdOf(by), digit, JSON.stringify([row]), on],
    );
  }
  return forget;
}

let workbook: Buffer = Buffer.alloc(0);
let packs: readonly object[] = [];
/** The workbook of a pack that was made for the cases: once, because making one takes half a second. */
async function made({ server }: Given): Promise<() => Promise<void>> {
  if (workbook.length === 0) {
    const body = { password: PASSWORD };
    const answer = await server.request({ method: 'POST', url: PACKS, as: EVALUATOR, body });
    workbook = await workbookOf(answer.bytes);
    packs = await server.sql('select * from score_pack');
  }
  await server.sql(
    `insert into score_pack select * from jsonb_populate_recordset(null::score_pack, $1) on conflict do nothing`,
    [JSON.stringify(packs)],
  );
  return () => freely(server, 'delete from score_pack_return', 'delete from score_pack');
}
const bring =
  (as: string, bytes?: Buffer, more: Parameters<typeof formOf>[1] = {}): Build =>
  () => ({ method: 'POST', url: PREVIEWS, as, ...formOf(bytes ?? workbook, { name: '打分.xlsx', ...more }) });

/** Nothing can be entered after the last day of the round. */
async function ended({ server }: Given): Promise<() => Promise<void>> {
  const set = (day: string): Promise<void> =>
    freely(server, `update evaluation_round set score_by = '${day}' where round_id = '${MANIFEST.round}'`);
  await set('2026-03-19');
  return () => set('2026-03-31');
}
const both =
  (...all: NonNullable<EndpointCase['arrange']>[]): NonNullable<EndpointCase['arrange']> =>
  async (of) => {
    const undo: (() => Promise<void>)[] = [];
    for (const one of all) {
      const back = await one(of);
      if (back) undo.unshift(back);
    }
    return async () => {
      for (const back of undo) await back();
    };
  };

/** A zip without anything in it. */
const EMPTY_ZIP = Buffer.concat([Buffer.from('PK\x05\x06', 'latin1'), Buffer.alloc(18)]);

export const SCORE_PACK_CASES = {
  makeScorePack: {
    happy: send(PACKS, MAKES),
    arrange: given,
    problems: {
      'invalid-request': [
        {
          why: 'the password is short',
          request: send(PACKS, { ...MAKES, body: { password: 'short' } }),
          pointers: ['/password'],
        },
        broken(PACKS, MAKES),
      ],
      'not-found': [{ why: 'there is no such round', request: send(`${ELSEWHERE}/packs`, MAKES) }],
      conflict: [{ why: 'the last day for marks is over', request: send(PACKS, MAKES), arrange: ended }],
      refused: [
        {
          why: 'the evaluator has left the team',
          request: send(PACKS, MAKES),
          arrange: withdrawn,
          pointers: ['/round'],
        },
      ],
      ...bodyProblems(PACKS, MAKES),
    },
  },
  listScorePacks: {
    happy: get(PACKS, EVALUATOR),
    arrange: given,
    problems: {
      'invalid-request': [unknownQuery(PACKS, EVALUATOR)],
      'not-found': [{ why: 'there is no such round', request: get(`${ELSEWHERE}/packs`, EVALUATOR) }],
      refused: [
        {
          why: 'the evaluator has left the team',
          request: get(PACKS, EVALUATOR),
          arrange: withdrawn,
          pointers: ['/round'],
        },
      ],
    },
  },
  previewScorePack: {
    happy: bring(EVALUATOR),
    arrange: made,
    problems: {
      'invalid-request': [
        {
          why: 'the file stands in another field',
          request: bring(EVALUATOR, EMPTY_ZIP, { field: 'datei' }),
          pointers: ['/file', '/datei'],
        },
        {
          why: 'the form has a field more',
          request: bring(EVALUATOR, EMPTY_ZIP, { fields: { extra: '1' } }),
          pointers: ['/extra'],
        },
      ],
      'not-found': [
        {
          why: 'its round is none of the evaluator’s any more',
          request: bring(EVALUATOR),
          arrange: both(made, async ({ server }) => {
            const own = `where account_id = '${accountIdOf(EVALUATOR)}'`;
            const kept = await server.sql(`select * from round_member ${own}`);
            await freely(server, `delete from round_member ${own}`);
            return async () => {
              await server.sql(
                'insert into round_member select * from jsonb_populate_recordset(null::round_member, $1)',
                [JSON.stringify(kept)],
              );
            };
          }),
        },
      ],
      conflict: [
        {
          why: 'the last day for marks is over',
          request: bring(EVALUATOR),
          arrange: both(made, ended),
        },
      ],
      'too-large': [
        { why: 'the file is over 64 MB', request: bring(EVALUATOR, Buffer.alloc(65 * 1024 * 1024)) },
      ],
      'unsupported-media-type': [
        { why: 'the file is text', request: bring(EVALUATOR, Buffer.from('县,分数')) },
        { why: 'the body is JSON', request: send(PREVIEWS, { as: EVALUATOR, body: { file: 'x' } }) },
      ],
      refused: [
        { why: 'the file is no workbook', request: bring(EVALUATOR, EMPTY_ZIP), pointers: ['/file'] },
        {
          why: 'it is another evaluator’s pack',
          request: bring('evaluator-2'),
          arrange: made,
          pointers: ['/file'],
        },
      ],
    },
  },
  applyScorePack: {
    happy: send(applicationOf(READY), APPLIES),
    arrange: given,
    problems: {
      'invalid-request': [
        {
          why: 'a choice is none',
          request: send(applicationOf(READY), {
            ...APPLIES,
            body: { choices: [{ county: 'hongta', indicator: 'satisfaction', take: 'mine' }] },
          }),
          pointers: ['/choices/0/take'],
        },
        broken(applicationOf(READY), APPLIES),
      ],
      'not-found': [
        { why: 'nothing such came back', request: send(applicationOf(UNKNOWN_ID), APPLIES) },
        { why: 'it is another evaluator’s', request: send(applicationOf(OF_LEAD), APPLIES), arrange: given },
      ],
      conflict: [
        {
          why: 'it was taken over already',
          request: send(applicationOf(TAKEN), APPLIES),
          arrange: given,
          pointers: ['/file'],
        },
      ],
      refused: [
        {
          why: 'a conflict is not decided',
          request: send(applicationOf(OPEN), APPLIES),
          arrange: given,
          pointers: ['/choices'],
        },
        {
          why: 'a choice is of a row that offers none',
          request: send(applicationOf(READY), {
            ...APPLIES,
            body: { choices: [{ county: 'eshan', indicator: 'satisfaction', take: 'stored' }] },
          }),
          arrange: given,
          pointers: ['/choices/0'],
        },
      ],
      ...bodyProblems(applicationOf(READY), APPLIES),
    },
  },
  downloadScorePackResult: {
    happy: get(resultOf(READY), EVALUATOR),
    arrange: given,
    problems: {
      'invalid-request': [
        { why: 'the preview is none', request: get(resultOf('x'), EVALUATOR), pointers: ['/preview'] },
      ],
      'not-found': [
        { why: 'nothing such came back', request: get(resultOf(UNKNOWN_ID), EVALUATOR) },
        { why: 'it is another evaluator’s', request: get(resultOf(OF_LEAD), EVALUATOR), arrange: given },
      ],
    },
  },
} as const satisfies Partial<Record<EndpointName, EndpointCase>>;
