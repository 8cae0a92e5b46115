import { generatorOf, LARGEST_SEED } from '../simulation/generator';
import { accepted, refusal, refused, type Outcome } from '../refusal';

export interface SampleToDraw {
  /** Everybody or everything that can be drawn, by id; each once. */
  readonly members: readonly string[];
  /** How many are drawn. */
  readonly size: number;
  /** A whole number from 0 to 2^32 − 1. */
  readonly seed: number;
}

const byCodePoint = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/**
 * 抽查: draws so many of the members without putting back, each set of that size equally likely. The members are first put in
 * the order of their ids, so that the same members, size and seed give the same draw whoever computes it and in whatever
 * order they are given (the first `size` steps of a Fisher–Yates shuffle by the generator of the simulations). The answer is
 * in the order of the ids. Refused: nobody to draw from, a member twice, a size that is not from 1 to the number of members.
 * Throws for a seed outside of its range.
 */
export function drawSample({ members, size, seed }: SampleToDraw): Outcome<readonly string[]> {
  if (!Number.isInteger(seed) || seed < 0 || seed > LARGEST_SEED) throw new RangeError(`${seed} is no seed`);
  const pool = [...new Set(members)].sort(byCodePoint);
  if (pool.length !== members.length) {
    return refused([
      refusal('/members', '抽查总体中有重复，请核对名单。', 'A member stands there twice: check the list.'),
    ]);
  }
  if (pool.length === 0) {
    return refused([
      refusal(
        '/population',
        '没有可以抽查的对象，请先核对名册。',
        'There is nothing to draw from: check the records first.',
      ),
    ]);
  }
  if (!Number.isInteger(size) || size < 1 || size > pool.length) {
    return refused([
      refusal(
        '/size',
        `抽查数应为 1 至 ${pool.length} 之间的整数，请修改。`,
        `The sample is a whole number from 1 to ${pool.length}; change it.`,
      ),
    ]);
  }
  const { below } = generatorOf(seed);
  for (let place = 0; place < size; place += 1) {
    const other = place + below(pool.length - place);
    [pool[place], pool[other]] = [pool[other] as string, pool[place] as string];
  }
  return accepted(pool.slice(0, size).sort(byCodePoint));
}
