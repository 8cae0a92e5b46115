import type { ScoreExplanation } from '@yuheng/shared/domain/scoring/explaining/explanation';
import type { ExplanationStep } from '@yuheng/shared/domain/scoring/explaining/explanation-step';
import { promisify } from 'node:util';
import { deflate, inflate } from 'node:zlib';

const deflated = promisify(deflate);
const inflated = promisify(inflate);
/** A run of thousands of counties is written while somebody waits; what packs better takes four times as long. */
const LEVEL = 1;
const OPENING_BRACE = 0x7b;

/** The turns from the total down to a step: which child, and which child of that one. */
type Way = readonly number[];

interface Packed {
  readonly total: ExplanationStep;
  /** The steps of the leaves stand below the total; they are not written twice. */
  readonly ways: Readonly<Record<string, Way>>;
}

/**
 * An explanation as it is stored: deflated JSON, made beside the main thread. The database would take
 * several times as long to read it as JSON and to compress it by itself.
 */
export function packExplanation({ total, leaves }: ScoreExplanation): Promise<Buffer> {
  const ways = waysTo(total);
  const wayTo = ([id, leaf]: [string, ExplanationStep]): [string, Way] => {
    const way = ways.get(leaf);
    if (!way) throw new RangeError(`The step of ${id} does not stand below the total.`);
    return [id, way];
  };
  const packed: Packed = { total, ways: Object.fromEntries(Object.entries(leaves).map(wayTo)) };
  return deflated(JSON.stringify(packed), { level: LEVEL });
}

/** What `packExplanation` was given; an explanation from before it existed stands as plain JSON with its leaves. */
export async function unpackExplanation(bytes: Buffer): Promise<ScoreExplanation> {
  if (bytes[0] === OPENING_BRACE) return JSON.parse(bytes.toString('utf8')) as ScoreExplanation;
  const { total, ways } = JSON.parse((await inflated(bytes)).toString('utf8')) as Packed;
  const leaves = Object.entries(ways).map(([id, way]) => [id, stepAt(total, way)] as const);
  return { total, leaves: Object.fromEntries(leaves) };
}

/** Every step below the total that stands for a node of the method, with the way to it. */
function waysTo(total: ExplanationStep): ReadonlyMap<ExplanationStep, Way> {
  const found = new Map<ExplanationStep, Way>();
  const open: { readonly step: ExplanationStep; readonly way: Way }[] = [{ step: total, way: [] }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { step, way } = next;
    found.set(step, way);
    if (step.kind !== 'whole' && step.kind !== 'group') continue;
    step.children.forEach((child, place) => open.push({ step: child, way: [...way, place] }));
  }
  return found;
}

const stepAt = (total: ExplanationStep, way: Way): ExplanationStep =>
  way.reduce((step, place) => step.children[place] ?? step, total);
