import { commandNames, findCommand } from '@yuheng/backend/command-line/find-command';
import type { Command } from '@yuheng/backend/command-line/command';
import { refusalsOf } from '@yuheng/shared/contract/pointers';
import { refused, type Outcome, type Refusal } from '@yuheng/shared/domain/refusal';
import fc from 'fast-check';
import * as z from 'zod';
import { shapedBy, type JsonSchema } from './schema-shaped';
import { soundDocuments } from './sound-documents';

const RUNS = { numRuns: 1_000 };

jest.setTimeout(120_000);

function commandOf(name: string): Command {
  const command = findCommand(name);
  if (!command) throw new Error(`There is no command ${name}.`);
  return command;
}

/** As the command line answers a document that it has read. */
function answerTo(command: Command, document: unknown, explain: boolean): Outcome<unknown> {
  const parsed = command.input.safeParse(document);
  return parsed.success ? command.run(parsed.data, { explain }) : refused(refusalsOf(parsed.error, document));
}

const nested = (depth: number): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
};

const JUNK = fc.oneof(
  { weight: 4, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  {
    weight: 4,
    arbitrary: fc.constantFrom<unknown>(
      ...[
        null,
        true,
        -1,
        0,
        1e308,
        -1e308,
        5e-324,
        1e21,
        2 ** 53,
        '',
        ' ',
        'x',
        '1/0',
        '-1/3',
        '1e999',
        '1e-999',
      ],
      ...[
        '9'.repeat(399),
        '0.' + '3'.repeat(390),
        '１',
        '\ud800',
        'x'.repeat(10_000),
        'toString',
        'hasOwnProperty',
      ],
      ...[[], {}, [[]], [null], { a: 1 }, { length: 3 }, { toString: 1 }, { constructor: null }],
      nested(2_000),
    ),
  },
);

interface Place {
  readonly holder: object;
  readonly key: string;
}

/** Every place of a document, as the object or array it stands in and its key there. */
function placesOf(document: unknown): readonly Place[] {
  const places: Place[] = [];
  const waiting = [document];
  for (let holder = waiting.pop(); holder !== undefined; holder = waiting.pop()) {
    if (typeof holder !== 'object' || holder === null) continue;
    for (const [key, value] of Object.entries(holder)) {
      places.push({ holder, key });
      if (typeof value === 'object' && value !== null) waiting.push(value);
    }
  }
  return places;
}

interface Change {
  readonly place: number;
  readonly kind: 'remove' | 'replace' | 'add' | 'repeat';
  readonly junk: unknown;
  readonly name: string;
}

const CHANGE: fc.Arbitrary<Change> = fc.record({
  place: fc.nat(),
  kind: fc.constantFrom<Change['kind'][]>('remove', 'replace', 'replace', 'add', 'repeat'),
  junk: JUNK,
  name: fc.constantFrom('a', 'extra', 'toString', '~/'),
});

const copyOf = (document: unknown): unknown => JSON.parse(JSON.stringify(document)) as unknown;

/** Takes a key out, puts junk in its place or beside it, or repeats an item. */
function changed(document: unknown, changes: readonly Change[]): unknown {
  const copy = copyOf(document);
  for (const { place, kind, junk: drawn, name } of changes) {
    const junk = copyOf(drawn);
    const places = placesOf(copy);
    const at = places[place % Math.max(1, places.length)];
    if (!at) return junk;
    const { holder, key } = at;
    if (kind === 'replace') Reflect.set(holder, key, junk);
    else if (Array.isArray(holder)) {
      if (kind === 'remove') holder.splice(Number(key), 1);
      else holder.push(kind === 'add' ? junk : copyOf(holder[Number(key)]));
    } else if (kind === 'remove') Reflect.deleteProperty(holder, key);
    else Reflect.set(holder, name, kind === 'add' ? junk : copyOf(Reflect.get(holder, key)));
  }
  return copy;
}

const schemaOf = (command: Command): JsonSchema =>
  z.toJSONSchema(command.input, { io: 'input', unrepresentable: 'any' }) as JsonSchema;

/** As a file would hold it; "__proto__" is refused before any command sees it. */
function asRead(document: unknown): unknown {
  const text = JSON.stringify(document);
  fc.pre(!text.includes('"__proto__"'));
  return JSON.parse(text);
}

const unescaped = (token: string): string => token.replace(/~1/g, '/').replace(/~0/g, '~');

/** A pointer names a place of the document, or one that is absent from an object or array that is there. */
function pointsInto(document: unknown, { pointer }: Refusal): boolean {
  if (pointer === '') return true;
  if (!/^(?:\/(?:[^~/]|~[01])*)+$/u.test(pointer)) return false;
  const above = pointer.split('/').slice(1, -1).map(unescaped);
  let value = document;
  for (const key of above) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return false;
    value = Reflect.get(value, key);
  }
  return typeof value === 'object' && value !== null;
}

function judge(command: Command, document: unknown, explain: boolean): Outcome<unknown> {
  const before = JSON.stringify(document);
  const outcome = answerTo(command, document, explain);
  expect(JSON.stringify(document)).toBe(before);
  if (outcome.ok) {
    expect(JSON.parse(JSON.stringify(outcome.value))).toEqual(outcome.value);
    return outcome;
  }
  expect(outcome.refusals.length).toBeGreaterThan(0);
  for (const refusal of outcome.refusals) {
    expect([refusal.pointer, pointsInto(document, refusal)]).toEqual([refusal.pointer, true]);
    expect(refusal.detail.zh).toMatch(/\p{Script=Han}/u);
    expect(refusal.detail.en).not.toBe('');
  }
  return outcome;
}

describe.each(commandNames())('%s, whatever JSON it is given', (name) => {
  const command = commandOf(name);
  const documents = fc.oneof(soundDocuments(name), shapedBy(schemaOf(command)));

  it('answers sound documents', () => {
    const answered = fc
      .sample(soundDocuments(name), { numRuns: 100, seed: 1 })
      .filter((one) => judge(command, asRead(one), true).ok);
    expect(answered.length).toBeGreaterThan(50);
  });

  it('answers or refuses with pointers into the document, and never throws: junk', () => {
    fc.assert(
      fc.property(JUNK, fc.boolean(), (document, explain) => {
        judge(command, asRead(document), explain);
      }),
      RUNS,
    );
  });

  it('so it does with sound documents and what else has the shape of its schema, and says the same again', () => {
    fc.assert(
      fc.property(documents, fc.boolean(), (drawn, explain) => {
        const document = asRead(drawn);
        const first = judge(command, document, explain);
        expect(judge(command, asRead(document), explain)).toEqual(first);
      }),
      RUNS,
    );
  });

  it('so it does when keys are taken out of those, added, or hold junk', () => {
    fc.assert(
      fc.property(
        documents,
        fc.array(CHANGE, { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        (drawn, changes, explain) => {
          judge(command, asRead(changed(drawn, changes)), explain);
        },
      ),
      RUNS,
    );
  });
});
