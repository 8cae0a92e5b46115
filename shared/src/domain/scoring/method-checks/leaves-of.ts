import type { Bilingual } from '../../bilingual';
import type { Rational } from '../../numbers/rational';
import { nameOf } from '../method';
import type { Indicator, Method } from '../method';
import { readNumeral } from '../numbers/numeral';

/** A leaf of a method that may still be unsound. */
export interface DraftLeaf {
  readonly indicator: Indicator;
  /** RFC 6901 pointer of the indicator. */
  readonly pointer: string;
  readonly name: Bilingual;
  /** Null where they are absent or no finite decimal. */
  readonly marks: Rational | null;
}

/** RFC 6901 pointer of the indicator at this place of the list. */
export const pointerOf = (index: number): string => `/method/indicators/${index}`;

/** The indicators that no other one names as its parent, in input order. */
export function leavesOf(method: Method): readonly DraftLeaf[] {
  const parents = new Set(method.indicators.map((one) => one.parent));
  return method.indicators.flatMap((indicator, index) =>
    parents.has(indicator.id)
      ? []
      : [
          {
            indicator,
            pointer: pointerOf(index),
            name: nameOf(indicator),
            marks: indicator.marks === undefined ? null : readNumeral(indicator.marks),
          },
        ],
  );
}
