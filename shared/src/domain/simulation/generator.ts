/**
 * xoshiro128** 1.1 (Blackman & Vigna, Scrambled Linear Pseudorandom Number Generators, 2018), seeded by splitmix32: only
 * 32-bit whole-number arithmetic, so that one seed gives one sequence in every browser and on every server. It decides
 * no post by itself; it only tries how far a split holds.
 */
export interface Generator {
  /** The next whole number from 0 to 2^32 − 1. */
  next(): number;
  /** A whole number from 0 to `bound` − 1, each equally likely; `bound` from 1 to 2^32. */
  below(bound: number): number;
}

export const LARGEST_SEED = 0xffff_ffff;

/** splitmix32 spreads one seed over the generator's four words; it never gives four zeros in a row. */
function words(seed: number): [number, number, number, number] {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x9e37_79b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0_aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a_2d97);
    return mixed ^ (mixed >>> 15);
  };
  return [next(), next(), next(), next()];
}

const rotate = (word: number, by: number): number => (word << by) | (word >>> (32 - by));

/** A generator that starts at these four words, not all of them 0. */
export function generatorAt([a, b, c, d]: readonly [number, number, number, number]): Generator {
  let [s0, s1, s2, s3] = [a | 0, b | 0, c | 0, d | 0];
  const next = (): number => {
    const result = Math.imul(rotate(Math.imul(s1, 5), 7), 9) >>> 0;
    const shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = rotate(s3, 11);
    return result;
  };
  return {
    next,
    below: (bound) => {
      // The incomplete last stretch of the 2^32 numbers is thrown away: with it the small results would be likelier.
      const fair = 0x1_0000_0000 - (0x1_0000_0000 % bound);
      let drawn = next();
      while (drawn >= fair) drawn = next();
      return drawn % bound;
    },
  };
}

/** The generator of one seed, a whole number from 0 to 2^32 − 1. */
export const generatorOf = (seed: number): Generator => generatorAt(words(seed));
