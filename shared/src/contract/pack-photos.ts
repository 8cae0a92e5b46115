import * as z from 'zod';
import type { Endpoint } from './endpoint';

const params = z.strictObject({ round: z.uuid() });
const PROBLEMS = ['invalid-request', 'not-found', 'refused', 'too-large', 'unsupported-media-type'] as const;

/** A file in the folders for photographs (照片/county/indicator) of a pack that came back. */
const packPhoto = z.object({
  /** Where it lies in the pack. */
  path: z.string(),
  name: z.string(),
  county: z.string().nullable(),
  /** As its folder says. */
  countyName: z.string(),
  indicator: z.string().nullable(),
  indicatorName: z.string(),
  /** In bytes; null where it is too large to be read. */
  size: z.int().nullable(),
  sha256: z.string().nullable(),
  /**
   * new: it can be taken over. stored: the county has it already. withdrawn: it had it, and it was taken away. twice: the same
   * picture lies in the pack before. unplaced: its folders name no county and indicator of the pack. closed: its county is not
   * the evaluator’s any more. tooMany: more than one pack may bring.
   */
  state: z.enum([
    'new',
    'stored',
    'withdrawn',
    'twice',
    'unplaced',
    'closed',
    'noPicture',
    'tooLarge',
    'tooMany',
  ]),
});
export type PackPhoto = z.infer<typeof packPhoto>;

/** What is asked to be taken over: the JSON text of the field `photos` of the form. */
export const chosenPackPhotos = z.strictObject({
  photos: z
    .array(
      z.strictObject({
        path: z.string().min(1).max(500),
        /** As it was offered: a pack that changed meanwhile brings nothing that nobody saw offered. */
        sha256: z
          .string()
          .regex(/^[0-9a-f]{64}$/, '应为照片的校验值 / must be the SHA-256 of the photograph'),
        note: z.string().trim().min(1).max(100),
        /** 不含社区矫正对象. */
        noSupervisedPerson: z.literal(true, {
          message:
            '请先确认照片不含社区矫正对象 / declare first that the photograph shows no supervised person',
        }),
      }),
    )
    .min(1)
    .max(200),
});
export type ChosenPackPhoto = z.infer<typeof chosenPackPhotos>['photos'][number];

export const packPhotoEndpoints = {
  previewPackPhotos: {
    method: 'POST',
    path: '/api/evaluations/:round/packs/photos/previews',
    permission: 'fieldwork:enter',
    summary:
      'Say which photographs lie in the folders of an own pack (field `file`: the zip, with its `password`), and which of them can be taken over; nothing is kept.',
    params,
    body: z.strictObject({ password: z.string().max(200).optional() }),
    upload: true,
    act: 'scorePack.previewPhotos',
    status: 200,
    response: z.object({ photos: z.array(packPhoto) }),
    problems: PROBLEMS,
  },
  takePackPhotos: {
    method: 'POST',
    path: '/api/evaluations/:round/packs/photos',
    permission: 'fieldwork:enter',
    summary:
      'Take over photographs of an own pack (field `file`, `password`) as photographs of fieldwork, those named in the field `photos` (JSON), all of them or none. One that is there already is refused, so that nothing is doubled when it is asked again.',
    params,
    body: z.strictObject({ password: z.string().max(200).optional(), photos: z.string().max(400_000) }),
    upload: true,
    act: 'scorePack.takePhotos',
    status: 201,
    response: z.object({ taken: z.int() }),
    problems: PROBLEMS,
  },
} as const satisfies Record<string, Endpoint>;
