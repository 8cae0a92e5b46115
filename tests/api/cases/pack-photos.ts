import { accountIdOf } from '@yuheng/backend/demonstration/demonstration-accounts';
import { nameBasedUuid } from '@yuheng/backend/demonstration/name-based-uuid';
import { jpegWithPlace } from '@yuheng/backend/fieldwork/given-pictures';
import { zipOf } from '@yuheng/backend/workbooks/zip-of';
import type { EndpointName } from '@yuheng/shared/contract/endpoints';
import { formOf } from '../../support/server';
import { type Build, type EndpointCase, type Given, type ProblemCase, sha256 } from '../requests';
import { ELSEWHERE, EVALUATOR, freely, ROUND, send } from './score-sendings';

const OFFERS = 'photos/previews';
const ID = nameBasedUuid('round/assistants/2025/financeEvaluation');
const PACK = '00000000-0000-4000-8000-0000000000a7';
const MANIFEST = JSON.stringify({ pack: PACK, counties: ['hongta'] });
const PATH = '照片/红塔区/满意度/公示栏.jpg';
const PHOTO = jpegWithPlace({ orientation: 6 });
const ZIP = zipOf([
  ['manifest.json', Buffer.from(MANIFEST)],
  [PATH, PHOTO],
]);
const WITHOUT_MANIFEST = zipOf([[PATH, PHOTO]]);
const CHOSEN = { path: PATH, sha256: sha256(PHOTO), note: '工资公示栏', noSupervisedPerson: true };

/** A pack as its evaluator took it along, and nothing of it taken over yet. */
async function given({ server }: Given): Promise<() => Promise<void>> {
  const forget = (): Promise<void> =>
    freely(
      server,
      `delete from score_pack where pack_id = '${PACK}'`,
      `delete from field_file where sha256 = '${CHOSEN.sha256}'`,
    );
  await forget();
  await server.sql(`insert into score_pack values ('530400', $1, $2, $3, now(), '2026-03-31', 1, $4, $5)`, [
    ID,
    PACK,
    accountIdOf(EVALUATOR),
    MANIFEST,
    sha256(MANIFEST),
  ]);
  return forget;
}

const sent =
  (path: string, form: Parameters<typeof formOf>[1] = {}, bytes: Buffer = ZIP, round = ROUND): Build =>
  () => ({
    method: 'POST',
    url: `${round}/packs/${path}`,
    as: EVALUATOR,
    ...formOf(bytes, { name: '打分包.zip', ...form }),
  });
const fieldsOf = (photos: unknown) => ({ fields: { photos: JSON.stringify(photos) } });

const problems = (
  path: string,
  form: Parameters<typeof formOf>[1],
  wrong: readonly ProblemCase[],
  refused: readonly ProblemCase[],
): EndpointCase['problems'] => ({
  'invalid-request': [
    {
      why: 'the file stands in another field',
      request: sent(path, { ...form, field: 'datei' }),
      pointers: ['/file', '/datei'],
    },
    ...wrong,
  ],
  'not-found': [{ why: 'nobody is in the team of such a round', request: sent(path, form, ZIP, ELSEWHERE) }],
  'too-large': [{ why: 'the file is over 64 MB', request: sent(path, form, Buffer.alloc(65 * 1024 * 1024)) }],
  'unsupported-media-type': [
    { why: 'the file is text', request: sent(path, form, Buffer.from('县,照片')) },
    {
      why: 'the body is JSON',
      request: send(`${ROUND}/packs/${path}`, { as: EVALUATOR, body: { file: 'x' } }),
    },
  ],
  refused: [
    {
      why: 'the zip does not say of which pack it is',
      request: sent(path, form, WITHOUT_MANIFEST),
      pointers: ['/file'],
    },
    { why: 'no such pack was made', request: sent(path, form), pointers: ['/file'] },
    ...refused,
  ],
});

export const PACK_PHOTO_CASES = {
  previewPackPhotos: {
    happy: sent(OFFERS),
    arrange: given,
    problems: problems(OFFERS, {}, [], []),
  },
  takePackPhotos: {
    happy: sent('photos', fieldsOf([CHOSEN])),
    arrange: given,
    problems: problems(
      'photos',
      fieldsOf([CHOSEN]),
      [
        { why: 'nothing says what is chosen', request: sent('photos'), pointers: ['/photos'] },
        {
          why: 'nobody declares that it shows no supervised person, or says what it shows',
          request: sent('photos', fieldsOf([{ ...CHOSEN, note: '', noSupervisedPerson: false }])),
          pointers: ['/photos/0/note', '/photos/0/noSupervisedPerson'],
        },
      ],
      [
        {
          why: 'it was not offered, or is chosen twice',
          request: sent('photos', fieldsOf([CHOSEN, { ...CHOSEN, path: '照片/别处.jpg' }, CHOSEN])),
          arrange: given,
          pointers: ['/photos/1', '/photos/2'],
        },
      ],
    ),
  },
} satisfies Partial<Record<EndpointName, EndpointCase>>;
