/** A stream of whole numbers that depends on its key alone. */
export interface KeyedGenerator {
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
}

/**
 * An integer generator (mulberry32) of its own for every key, so that a change in one county's story moves no other
 * county's figures. Chance decides only what nobody reads closely; the stories themselves are written out.
 */
export function keyedGenerator(key: string): KeyedGenerator {
  let state = hash32(`yuheng-demonstration-1/${key}`);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  return { between: (low, high) => low + (next() % (high - low + 1)) };
}

/** FNV-1a over the UTF-16 units of the key. */
function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash;
}
