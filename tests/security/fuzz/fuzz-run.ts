import { describeRequest, type FuzzAnswer, type FuzzRequest } from './fuzz-request';
import { type FuzzClient } from './fuzz-client';
import { generateRequest, type Ground } from './generate-request';
import { megabytesInUse } from './memory';
import { complaintsAbout, SLOWEST_MS, type Sight } from './oracle';

const UNLOCK_EVERY = 50;

/** Complaints beyond these are counted, not told. */
const TOLD = 20;

/** What a run of the fuzzer found. */
export interface FuzzReport {
  readonly complaints: string[];
  readonly sent: number;
  /** How often each status was answered. */
  readonly statuses: Map<number, number>;
  /** Operations that succeeded, and how often. */
  readonly successes: Map<string, number>;
  /** Megabytes in use after the first third and at the end. */
  readonly megabytes: { readonly early: number; readonly late: number };
  readonly slowestMs: number;
}

export interface FuzzPlan {
  readonly seed: number;
  /** From this index, and so many. */
  readonly first: number;
  readonly count: number;
  readonly ground: Ground;
  readonly sight: Sight & { readonly hidden: Set<string> };
}

/** Sends one request after the other, and asks the oracle about each answer. */
export async function fuzz(client: FuzzClient, plan: FuzzPlan): Promise<FuzzReport> {
  const { seed, first, count, ground, sight } = plan;
  const complaints: string[] = [];
  const statuses = new Map<number, number>();
  const successes = new Map<string, number>();
  let slowestMs = 0;
  let early = Infinity;
  for (let index = first; index < first + count; index += 1) {
    if (index === first + Math.floor(count / 3)) early = await megabytesInUse();
    if (index % UNLOCK_EVERY === 0) await client.unlock();
    const request = generateRequest(seed, index, ground);
    const answer = await answerOf(client, request);
    slowestMs = Math.max(slowestMs, answer.milliseconds);
    increment(statuses, answer.status);
    const found = complaintsAbout(request, answer, sight);
    if (answer.milliseconds > SLOWEST_MS)
      found.push(`The answer took ${Math.round(answer.milliseconds)} ms.`);
    if (found.length > 0 && complaints.length < TOLD) complaints.push(told(seed, request, answer, found));
    if (answer.status < 200 || answer.status >= 300) continue;
    noteSuccess(client, request, answer, sight.hidden);
    if (request.isRouteKept) increment(successes, request.operation.name);
  }
  return {
    complaints,
    sent: count,
    statuses,
    successes,
    megabytes: { early, late: await megabytesInUse() },
    slowestMs,
  };
}

/** A machine that does something else may be slow once: what is slow is asked again, alone. */
async function answerOf(client: FuzzClient, request: FuzzRequest): Promise<FuzzAnswer> {
  const answer = await client.send(request);
  return answer.milliseconds > SLOWEST_MS ? client.send(request) : answer;
}

/** A session that its account ended is opened anew; a run that was made is one more that no county may learn of. */
function noteSuccess(
  client: FuzzClient,
  request: FuzzRequest,
  { text }: FuzzAnswer,
  hidden: Set<string>,
): void {
  const { operation, as } = request;
  if (operation.name === 'signOut' && as !== null) client.forget(as);
  // A scenario's run is no county's to learn of either.
  const [, run] =
    /"run":"([0-9a-f-]{36})"/.exec(operation.name === 'createAllocationScenario' ? text : '') ?? [];
  if (run !== undefined) hidden.add(run);
  if (operation.name !== 'createScoringRun') return;
  const [, id] = /^\{"id":"([0-9a-f-]{36})"/.exec(text) ?? [];
  // The same inputs give the run that is stored, and that may be final.
  if (id !== undefined && !text.slice(0, 300).includes('"state":"finalised"')) hidden.add(id);
}

const increment = <Key>(counts: Map<Key, number>, key: Key): void =>
  void counts.set(key, (counts.get(key) ?? 0) + 1);

const told = (
  seed: number,
  request: FuzzRequest,
  answer: FuzzAnswer,
  complaints: readonly string[],
): string =>
  [
    `YUHENG_FUZZ_SEED=${seed} YUHENG_FUZZ_ONE=${request.index}`,
    ...complaints,
    describeRequest(request),
    `→ ${answer.status} ${JSON.stringify(answer.headers)}`,
    answer.text.slice(0, 600),
  ].join('\n  ');
