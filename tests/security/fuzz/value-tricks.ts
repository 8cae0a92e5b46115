import type { Random } from '../../golden/independent/random';
import { percentEncoded, type Draft } from './draft';
import { hostileText, hostileValue, longText } from './hostile-values';
import { JsonFragment } from './json-text';
import type { Soundness } from './sound-values';
import { always, hasJson, type Trick } from './trick';

const KEYS = [
  'extra',
  'Year',
  'county_id',
  '',
  ' ',
  'a~b/c',
  '__proto__',
  'constructor',
  '\u0000',
  '玉',
  '$where',
];

/** Wrong, absent, further and repeated values in the body, the query and the path. */
export const VALUE_TRICKS: readonly Trick[] = [
  {
    name: 'hostile value in the body',
    suits: hasJson,
    play: (draft, { random }) => replace(draft, random, hostileValue(random)),
  },
  {
    name: 'id of another in the body',
    suits: hasJson,
    play: (draft, soundness) => replace(draft, soundness.random, otherId(soundness)),
  },
  {
    name: 'another body altogether',
    suits: hasJson,
    play: (draft, { random }) => void (draft.json = hostileValue(random)),
  },
  {
    name: 'key left out of the body',
    suits: hasJson,
    play: (draft, { random }) => {
      const place = placeOf(draft.json, random);
      if (place) Reflect.deleteProperty(place.holder, place.key);
    },
  },
  {
    name: 'further key in the body',
    suits: hasJson,
    play: (draft, { random }) => {
      const holder = placeOf(draft.json, random)?.holder ?? draft.json;
      const own = { value: hostileValue(random), enumerable: true, configurable: true, writable: true };
      if (isTree(holder)) Object.defineProperty(holder, random.pick(KEYS), own);
    },
  },
  {
    name: 'hostile value in the query',
    suits: hasQuery,
    play: ({ query }, { random }) => void (random.pick(query)[1] = hostileText(random)),
  },
  {
    name: 'long value in the query',
    suits: hasQuery,
    play: ({ query }, { random }) => void (random.pick(query)[1] = longText(random).slice(0, 3_000)),
  },
  {
    name: 'id of another in the query',
    suits: hasQuery,
    play: ({ query }, soundness) => void (soundness.random.pick(query)[1] = otherId(soundness)),
  },
  {
    name: 'key left out of the query',
    suits: hasQuery,
    play: ({ query }, { random }) => void query.splice(random.below(query.length), 1),
  },
  {
    name: 'key twice in the query',
    suits: hasQuery,
    play: ({ query }, { random }) => {
      const [name, value] = random.pick(query);
      query.push([name, random.chance(50) ? value : hostileText(random)]);
    },
  },
  {
    name: 'key of the query as a list or an object',
    suits: hasQuery,
    play: ({ query }, { random }) => {
      const pair = random.pick(query);
      pair[0] += random.pick(['[]', '[0]', '[$ne]', '.length', '%00']);
    },
  },
  {
    name: 'further key in the query',
    suits: always,
    play: ({ query }, { random }) => void query.push([random.pick(KEYS), hostileText(random)]),
  },
  {
    name: 'thousand keys in the query',
    suits: always,
    play: ({ query }, { random }) => {
      query.push(...random.list(1_000, (index): [string, string] => [`k${index}`, '']));
    },
  },
  {
    name: 'hostile part in the path',
    suits: hasParameter,
    play: (draft, { random }) => setPart(draft, random, hostileText(random)),
  },
  {
    name: 'id of another in the path',
    suits: hasParameter,
    play: (draft, soundness) => setPart(draft, soundness.random, otherId(soundness)),
  },
  {
    name: 'long part in the path',
    suits: hasParameter,
    play: (draft, { random }) => setPart(draft, random, longText(random).slice(0, 4_000)),
  },
];

function hasQuery({ query }: Draft): boolean {
  return query.length > 0;
}

function hasParameter({ operation }: Draft): boolean {
  return operation.path.includes('{');
}

/** Ids that exist and mean something else, or belong to somebody else. */
function otherId({ random, known }: Soundness): string {
  return random.pick([
    ...known.counties.map(({ id }) => id),
    ...known.scoringRuns,
    ...known.allocationRuns,
    ...known.accounts.slice(-8),
    ...known.places.slice(0, 3),
  ]);
}

/** Puts a value in the place of one of the path's parameters; an empty part would be another path. */
function setPart(draft: Draft, random: Random, value: string): void {
  const parameters = draft.operation.path
    .slice(1)
    .split('/')
    .flatMap((part, index) => (part.startsWith('{') ? [index] : []));
  const isDots = /^\.{0,2}$/.test(value);
  draft.segments[random.pick(parameters)] = isDots ? 'x' : percentEncoded(value);
}

interface Place {
  readonly holder: object;
  readonly key: string;
}

function replace(draft: Draft, random: Random, value: unknown): void {
  const place = placeOf(draft.json, random);
  if (place) Reflect.set(place.holder, place.key, value);
  else draft.json = value;
}

/** A place of the body: the object or array, and the key in it. */
function placeOf(document: unknown, random: Random): Place | null {
  const places: Place[] = [];
  const waiting = [document];
  for (let holder = waiting.pop(); holder !== undefined; holder = waiting.pop()) {
    if (!isTree(holder)) continue;
    for (const [key, value] of Object.entries(holder)) {
      places.push({ holder, key });
      if (isTree(value)) waiting.push(value);
    }
  }
  return places.length > 0 ? random.pick(places) : null;
}

const isTree = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !(value instanceof JsonFragment);
