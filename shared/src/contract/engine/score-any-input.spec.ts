import * as fc from 'fast-check';
import { compileMethod } from '../../domain/scoring/compile-method';
import { explainScore } from '../../domain/scoring/explaining/explanation';
import { printScore, scoreValues } from '../../domain/scoring/score';
import { refusalsOf } from '../pointers';
import { scoreInput } from './score';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const SOUND: Json = {
  method: {
    scoreDecimals: 2,
    statedMarks: 100,
    notApplicableWithin: 'parent',
    indicators: [
      { id: 'g', name: '过程', marks: 60 },
      {
        id: 'p',
        parent: 'g',
        marks: '20',
        rule: { kind: 'proportional', target: 'goal', direction: 'atMost' },
      },
      {
        id: 's',
        parent: 'g',
        marks: 20,
        source: 'metric',
        rule: {
          kind: 'steps',
          steps: [
            { atLeast: '90', ratio: 1 },
            { atLeast: 60, ratio: '0.5' },
          ],
        },
      },
      {
        id: 'b',
        parent: 'g',
        marks: 20,
        rule: {
          kind: 'bands',
          bands: [
            { label: 'x', from: 0, to: '0.5' },
            { label: 'y', from: 0.5, to: 1 },
          ],
        },
      },
      {
        id: 'e',
        marks: '5',
        rule: {
          kind: 'elements',
          elements: [
            { id: 'u', marks: 2 },
            { id: 'v', marks: 3 },
          ],
        },
      },
      { id: 'n', marks: 5, rule: { kind: 'yesNo' } },
      { id: 'd', marks: 10, rule: { kind: 'deduction', perOccurrence: '1.25', floor: 1 } },
      { id: 'm', marks: 20, rule: { kind: 'evaluator', aggregate: 'trimmedMean' } },
      { id: 'w', marks: 0, rule: { kind: 'veto', capTotal: '59.99' } },
    ],
  },
  values: {
    p: { actual: 90, target: '80', finalScore: '17', reason: '核定' },
    s: { actual: '86.2' },
    b: { state: 'notApplicable', reason: '未开展' },
    e: { met: ['v'] },
    n: { met: true },
    d: { occurrences: 2 },
    m: { marks: ['18', 17.5, '19'] },
    w: { occurred: false },
  },
};

/** What may be wrong or odd in one place: zero, negative, huge, tiny, no number, another type, another place's word. */
const ODD: readonly Json[] = [
  0,
  -1,
  '0.000',
  '-0',
  1e308,
  '1e999',
  '1e-999',
  '9'.repeat(400),
  '9'.repeat(401),
  '1/3',
  'ninety',
  '',
  null,
  true,
  [],
  {},
  ['v', 'v'],
  ['u', 'zz'],
  [0, -1],
  'goal',
  'constructor',
  '__proto__',
  'toString',
  'g',
  'p',
  'missing',
  'notApplicable',
  'veto',
  { kind: 'veto', capTotal: 0 },
  { kind: 'steps', steps: [] },
  { state: 'missing' },
  { met: 'yes' },
];

type Path = readonly string[];

function pathsOf(value: Json, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, one]) => pathsOf(one, [...path, key]))];
}

function changed(value: Json, [key, ...rest]: Path, change: Json | undefined): Json | undefined {
  if (key === undefined) return change;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).flatMap(([name, one]): [string, Json][] => {
    const next = name === key ? changed(one, rest, change) : one;
    return next === undefined ? [] : [[name, next]];
  });
  return Array.isArray(value) ? entries.map(([, one]) => one) : Object.fromEntries(entries);
}

/** A sound file with up to three places changed or taken away. */
const mutated: fc.Arbitrary<Json> = fc
  .array(fc.tuple(fc.nat(10_000), fc.option(fc.constantFrom(...ODD), { nil: undefined })), { maxLength: 3 })
  .map((changes) =>
    changes.reduce<Json>((document, [dice, change]) => {
      const paths = pathsOf(document).slice(1);
      return changed(document, paths[dice % paths.length] ?? [], change) ?? null;
    }, SOUND),
  );

interface Answered {
  readonly accepted: boolean;
  readonly text: string;
}

/** The whole way of a file, as the command line goes it. */
function answer(document: unknown): Answered {
  const parsed = scoreInput.safeParse(document);
  if (!parsed.success) return told(refusalsOf(parsed.error, document));
  const { method, values } = parsed.data;
  const compiled = compileMethod(method);
  if (!compiled.ok) return told(compiled.refusals);
  const result = scoreValues(compiled.value, values);
  if (!result.ok) return told(result.refusals);
  const explanation = explainScore(compiled.value, values, result.value);
  return {
    accepted: true,
    text: JSON.stringify({ ...printScore(compiled.value, result.value), explanation }),
  };
}

function told(
  refusals: readonly { readonly pointer: string; readonly detail: { readonly zh: string } }[],
): Answered {
  expect(refusals.length).toBeGreaterThan(0);
  for (const { pointer, detail } of refusals) {
    expect(pointer).toMatch(/^(\/|$)/);
    expect(detail.zh).toMatch(/\p{Script=Han}/u);
  }
  return { accepted: false, text: '' };
}

test('the sound file is scored, so that its mutations begin from something that works', () => {
  const { accepted, text } = answer(SOUND);
  expect(accepted).toBe(true);
  // p 17 and s 10 of 40 applicable, re-scaled to 60: 40.50; then 3 + 5 + 7.5 + 18.
  expect(JSON.parse(text)).toMatchObject({ total: '74.00', grade: 'fair' });
});

test('whatever is changed in a file, it is scored or refused with pointers, and no figure is infinite or no number', () => {
  let accepted = 0;
  fc.assert(
    fc.property(mutated, (document) => {
      const given = answer(document);
      if (given.accepted) accepted += 1;
      expect(given.text).not.toMatch(/NaN|Infinity|undefined/);
    }),
    { numRuns: 2_000 },
  );
  expect(accepted).toBeGreaterThan(50);
});

test('any JSON at all is scored or refused', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (document) => {
      answer(document);
    }),
  );
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (method, values) => {
      answer({ method, values });
    }),
  );
});

test('a file gives the same answer after it went through JSON once more, with its keys in another order', () => {
  const turned = (value: Json): Json => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map((one) => turned(one as Json));
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, one]) => [key, turned(one)]),
    );
  };
  fc.assert(
    fc.property(mutated, (document) => {
      const again = turned(JSON.parse(JSON.stringify(document)) as Json);
      expect(answer(again)).toEqual(answer(document));
    }),
    { numRuns: 500 },
  );
});
