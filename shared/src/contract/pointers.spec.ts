import * as z from 'zod';
import { refusalsOf } from './pointers';

const schema = z.strictObject({
  name: z.string().min(2),
  kind: z.enum(['a', 'b']),
  list: z.array(z.strictObject({ count: z.int() })).max(2),
  shape: z.discriminatedUnion('is', [
    z.strictObject({ is: z.literal('round'), radius: z.number() }),
    z.strictObject({ is: z.literal('flat') }),
  ]),
  change: z.union([z.strictObject({ parts: z.number() }), z.strictObject({ ratio: z.number() })]).optional(),
  either: z.union([z.number(), z.string()]).optional(),
});
const good = { name: 'ab', kind: 'a', list: [], shape: { is: 'flat' } };

function faults(changes: object): readonly (readonly [string, string])[] {
  const input = { ...good, ...changes };
  const parsed = schema.safeParse(input);
  return parsed.success
    ? []
    : refusalsOf(parsed.error, input).map(({ pointer, detail }) => [pointer, detail.en] as const);
}

describe('what a schema refuses', () => {
  it.each<[string, object, readonly (readonly [string, string])[]]>([
    ['nothing', {}, []],
    ['an absent key, where it would stand', { kind: undefined }, [['/kind', 'This is required; supply it']]],
    ['absent keys inside a list', { list: [{}] }, [['/list/0/count', 'This is required; supply it']]],
    [
      'unknown keys, each at itself and escaped',
      { 'a/b': 1, 'c~d': 2 },
      [
        ['/a~1b', '"a/b" is not a known key; check its spelling or remove it'],
        ['/c~0d', '"c~d" is not a known key; check its spelling or remove it'],
      ],
    ],
    [
      'an unknown key of an alternative',
      { shape: { is: 'round', radius: 1, colour: 2 } },
      [['/shape/colour', '"colour" is not a known key; check its spelling or remove it']],
    ],
    [
      'an unknown alternative',
      { shape: { is: 'oval' } },
      [['/shape/is', 'It must be one of: round, flat; correct it']],
    ],
    ['an absent alternative', { shape: {} }, [['/shape/is', 'This is required; supply it']]],
    [
      'an unknown key of the alternative that was meant',
      { change: { ratio: 1, extra: 2 } },
      [['/change/extra', '"extra" is not a known key; check its spelling or remove it']],
    ],
    [
      'a wrong value of the alternative that was meant',
      { change: { ratio: 'x' } },
      [['/change/ratio', 'It must be a number; correct it']],
    ],
    ['a value of no alternative', { either: true }, [['/either', 'It has no allowed form; correct it']]],
    ['a wrong choice', { kind: 'c' }, [['/kind', 'It must be one of: a, b; correct it']]],
    ['a text that is too short', { name: 'x' }, [['/name', 'It must be at least 2; correct it']]],
    [
      'a list that is too long',
      { list: [{ count: 1 }, { count: 2 }, { count: 3 }] },
      [['/list', 'It must be at most 2; correct it']],
    ],
    ['null', { name: null }, [['/name', 'It must be a text; correct it']]],
    ['an object in place of a list', { list: {} }, [['/list', 'It must be an array […]; correct it']]],
  ])('is %s', (_, changes, expected) => {
    expect(faults(changes)).toEqual(expected);
  });

  it('is the whole document when that is of the wrong kind', () => {
    const parsed = schema.safeParse([]);
    expect(parsed.error && refusalsOf(parsed.error, [])).toEqual([
      { pointer: '', detail: { zh: '应为对象 {…}，请改正', en: 'It must be an object {…}; correct it' } },
    ]);
  });
});
