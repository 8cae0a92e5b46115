import { DEMONSTRATION_PASSWORD } from '@yuheng/backend/identity/sessions.service';
import type { Random } from '../../golden/independent/random';
import type { Known } from './known';
import type { JsonSchema } from './operations';
import type { Recipe } from './recipe';

export interface Soundness {
  /** The name of the operation. */
  readonly operation: string;
  readonly random: Random;
  readonly known: Known;
  readonly components: Readonly<Record<string, JsonSchema>>;
  /** Where there is one, the request says what it says. */
  readonly recipe: Recipe | null;
}

const NO_HASH = '0'.repeat(64);
const NO_ID = '00000000-0000-4000-8000-000000000000';

const WRONG_PASSWORDS = ['a wrong password of good length', 'Another-1-wrong-password'];

/** Proving who one is opens these and harms no account; whoever knew the password could ruin the account elsewhere. */
const TAKES_THE_PASSWORD: readonly string[] = ['beginSecondFactor', 'createAccessToken'];

/** Roles that fit the places below: chance alone puts none together that do. */
const COUNTY_ROLES = ['countyOfficer', 'countyApprover', 'countyFinance'];

/** What a schema alone does not tell: keys that mean one thing wherever they stand. */
const BY_NAME: Readonly<Record<string, (soundness: Soundness) => readonly unknown[]>> = {
  county: ({ known }) => known.counties.map(({ id }) => id),
  place: ({ known }) => known.counties.map(({ id }) => id),
  run: ({ known }) => [...known.scoringRuns, ...known.allocationRuns],
  scoringRun: ({ known }) => known.scoringRuns,
  account: ({ known }) => known.accounts,
  accountId: ({ known }) => known.accounts,
  from: ({ known, operation }) => (operation === 'handOverAccount' ? known.accounts : ['2025-01', '2025-10']),
  to: ({ known, operation }) => (operation === 'handOverAccount' ? known.accounts : ['2025-12', '2026-02']),
  item: () => ['staffOnPost', 'wagesOnTime', 'earmarkedUse', 'personsPaid', 'resettled'],
  month: () => ['2025-02', '2025-11', '2026-02'],
  year: () => ['2025', '2025', '2026', '2024', '2031'],
  sha256: () => [NO_HASH],
  // Names that nobody has: guessing at those of the demonstration would lock them.
  username: ({ random }) => ['fuzz-nobody', `fuzz-${random.below(1_000_000)}`],
  password: ({ operation }) =>
    TAKES_THE_PASSWORD.includes(operation) ? [DEMONSTRATION_PASSWORD] : WRONG_PASSWORDS,
  current: () => WRONG_PASSWORDS,
  code: () => ['000000', '123456', 'abcde-fghij'],
  session: () => [NO_ID],
  token: () => [NO_ID],
  round: ({ known }) => known.rounds,
  lastDay: ({ random }) => [inDays(random.between(1, 20))],
  reason: () => ['例行检查', 'a reason that is long enough'],
  phone: () => ['13812345678'],
};

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** A value that the schema takes, as far as schema and name tell. */
export function soundValue(schema: JsonSchema, name: string, soundness: Soundness): unknown {
  const { random, components, recipe } = soundness;
  // A copy: tricks spoil what they are given, and the recipe is read again.
  if (recipe && Object.hasOwn(recipe.values, name)) return structuredClone(recipe.values[name]);
  if (schema.$ref !== undefined) {
    return soundValue(components[schema.$ref.split('/').at(-1) ?? ''] ?? {}, name, soundness);
  }
  if ('const' in schema) return schema.const;
  if (schema.enum) return random.pick(schema.enum);
  const branches = schema.anyOf ?? schema.oneOf;
  if (branches) return soundValue(random.pick(suitedOf(branches, recipe)), name, soundness);
  switch (schema.type) {
    case 'object':
      return soundObject(schema, soundness);
    case 'array':
      if (name === 'roles') return [random.pick(COUNTY_ROLES)];
      return random.list(Math.max(schema.minItems ?? 0, random.between(0, 3)), () =>
        soundValue(schema.items ?? {}, name, soundness),
      );
    case 'integer':
    case 'number':
      return soundNumber(schema, name, random);
    case 'boolean':
      return random.chance(50);
    case 'null':
      return null;
    default:
      return soundText(schema, name, soundness);
  }
}

/** Of the kinds of a body the one that the recipe names, where it names one. */
function suitedOf(branches: readonly JsonSchema[], recipe: Recipe | null): readonly JsonSchema[] {
  const suited = branches.filter(({ properties = {} }) =>
    Object.entries(properties).every(
      ([key, one]) =>
        !('const' in one) || !Object.hasOwn(recipe?.values ?? {}, key) || recipe?.values[key] === one.const,
    ),
  );
  return suited.length > 0 ? suited : branches;
}

/** What may be left out: half of the time, and beside a recipe what it does not name. */
export const isChosen = (name: string, { recipe, random }: Soundness): boolean =>
  recipe ? Object.hasOwn(recipe.values, name) : random.chance(50);

function soundObject({ properties = {}, required = [] }: JsonSchema, soundness: Soundness): unknown {
  const present = Object.entries(properties).filter(
    ([key]) => required.includes(key) || isChosen(key, soundness),
  );
  return Object.fromEntries(present.map(([key, one]) => [key, soundValue(one, key, soundness)]));
}

function soundNumber({ minimum = 0, maximum = 100 }: JsonSchema, name: string, random: Random): number {
  if (name === 'year') return random.pick([2025, 2026, 2024]);
  if (name === 'version') return random.pick([1, 1, 2]);
  return Math.min(Math.max(minimum, random.between(0, 20)), maximum);
}

function soundText({ format, minLength = 0 }: JsonSchema, name: string, soundness: Soundness): string {
  const { random } = soundness;
  const named = BY_NAME[name]?.(soundness) ?? [];
  if (named.length > 0) return String(random.pick(named));
  if (format === 'uuid') return NO_ID;
  if (format === 'date') return '2026-03-20';
  if (format === 'date-time') return '2026-03-20T08:00:00Z';
  // No county's name: one county's text, kept, would look like another's data to whoever reads it.
  return random.pick(['some-id', 'x', '一行文字', 'some text of a person']).padEnd(minLength, 'x');
}
