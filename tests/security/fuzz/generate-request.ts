import type { EndpointName } from '@yuheng/shared/contract/endpoints';
import { Random } from '../../golden/independent/random';
import { BODY_TRICKS } from './body-tricks';
import { bodyOf, soundDraft, targetOf, type Draft } from './draft';
import { FRAMING_TRICKS } from './framing-tricks';
import type { FuzzRequest } from './fuzz-request';
import { HEADER_TRICKS } from './header-tricks';
import type { Known } from './known';
import type { JsonSchema, Operation } from './operations';
import type { Recipes } from './recipe';
import { ROUTE_TRICKS } from './route-tricks';
import type { Trick } from './trick';
import { VALUE_TRICKS } from './value-tricks';

/** What requests are made of. */
export interface Ground {
  readonly operations: readonly Operation[];
  readonly components: Readonly<Record<string, JsonSchema>>;
  readonly known: Known;
  readonly recipes: Recipes;
  /** Accounts that are signed in, by role; the first of a role is one of 红塔区 where the role is a county's. */
  readonly accounts: readonly { readonly username: string; readonly role: string }[];
}

/** Each of these hashes a password or ends a session, which costs as much as ten others: three in four are drawn anew. */
const SELDOM: readonly string[] = [
  'signIn',
  'signOut',
  'makeFirstAdministrator',
  'changePassword',
  'beginSecondFactor',
  'removeSecondFactor',
  'createAccount',
  'resetPassword',
  'handOverAccount',
];

/** So often a request is sound and comes from a role that may make it: each operation in its turn. */
const SOUND_EVERY = 8;

/** The request of an index: the same for the same seed, document and database. */
export function generateRequest(seed: number, index: number, ground: Ground): FuzzRequest {
  const random = new Random(seed, index);
  const isSound = index % SOUND_EVERY === 0;
  const operation = isSound ? inTurn(ground.operations, index / SOUND_EVERY) : pickOperation(random, ground);
  const written = ground.recipes[operation.name as EndpointName] ?? null;
  const recipe = isSound || (!written?.isUsedUp && random.chance(50)) ? written : null;
  const as = isSound
    ? recipe
      ? recipe.as
      : allowedAccount(operation, random, ground)
    : pickAccount(operation, random, ground);
  const { known, components } = ground;
  const soundness = { operation: operation.name, random, known, components, recipe };
  const draft = soundDraft(operation, soundness);
  const tricks: string[] = [];
  for (let left = isSound ? 0 : random.pick([0, 1, 1, 1, 2, 2, 3]); left > 0; left -= 1) {
    const suited = pickKind(random).filter((trick) => trick.suits(draft));
    if (suited.length === 0) continue;
    const trick = random.pick(suited);
    trick.play(draft, soundness);
    tricks.push(trick.name);
  }
  return finished(draft, { index, as, tricks }, ground.operations);
}

function finished(
  draft: Draft,
  { index, as, tricks }: Pick<FuzzRequest, 'index' | 'as' | 'tricks'>,
  operations: readonly Operation[],
): FuzzRequest {
  const { method, headers, session, framing } = draft;
  // Another method may be another operation on the same path.
  const meant = operations.find((one) => one.path === draft.operation.path && one.method === method);
  return {
    index,
    as,
    tricks,
    method,
    headers,
    session,
    framing,
    operation: meant ?? draft.operation,
    isRouteKept: draft.isRouteKept && meant !== undefined,
    target: targetOf(draft),
    body: bodyOf(draft),
  };
}

/** Most tricks are about values; three requests in a hundred go over a socket. */
function pickKind(random: Random): readonly Trick[] {
  const drawn = random.below(100);
  if (drawn < 45) return VALUE_TRICKS;
  if (drawn < 65) return BODY_TRICKS;
  if (drawn < 83) return HEADER_TRICKS;
  return drawn < 97 ? ROUTE_TRICKS : FRAMING_TRICKS;
}

function inTurn(operations: readonly Operation[], turn: number): Operation {
  const operation = operations[turn % operations.length];
  if (!operation) throw new Error('The document has no operations.');
  return operation;
}

function pickOperation(random: Random, { operations }: Ground): Operation {
  const first = random.pick(operations);
  return SELDOM.includes(first.name) && random.chance(75) ? random.pick(operations) : first;
}

/** Half of the requests come from a role that may make them, the others from anybody and from nobody. */
function pickAccount(operation: Operation, random: Random, ground: Ground): string | null {
  const drawn = random.below(100);
  if (drawn < 55) return allowedAccount(operation, random, ground);
  return drawn < 85 ? random.pick(ground.accounts).username : null;
}

function allowedAccount({ roles }: Operation, random: Random, { accounts }: Ground): string | null {
  const allowed = accounts.filter(({ role }) => roles?.includes(role) ?? true);
  return allowed.length > 0 ? random.pick(allowed).username : null;
}
