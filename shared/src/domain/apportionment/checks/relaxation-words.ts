import { bilingual, type Bilingual } from '../../bilingual';

/** A bound that gives way, of a unit as the caller names it. */
export interface MovedBound {
  readonly name: Bilingual;
  readonly from: bigint;
  readonly to: bigint;
}

/** More than this nobody reads in one sentence; the rest is counted. */
const LONGEST_LIST = 5;

/** The bounds that give way, as a list ("a: 6 → 5, b: 4 → 3"); after five of them the number of the others. */
export function movedBoundsWords(bounds: readonly MovedBound[]): Bilingual {
  const named = bounds.slice(0, LONGEST_LIST);
  const others = bounds.length - named.length;
  const zh = named.map(({ name, from, to }) => `${name.zh}由 ${from} 调至 ${to}`).join('、');
  const en = named.map(({ name, from, to }) => `${name.en}: ${from} → ${to}`).join(', ');
  return bilingual(
    others > 0 ? `${zh}，另有 ${others} 个单位` : zh,
    others > 0 ? `${en} and ${others} more` : en,
  );
}
