import { compareCodePoints } from '../allocation/code-point-order';
import { compare, ONE, rational, type Rational } from '../numbers/rational';
import { directionOf, type Direction } from './direction';
import type { Stability, UnitStability } from './stability';

/** What 有把握才调整 made of one unit's proposed change. */
export interface FirmUnit {
  readonly keptPart: number;
  /** Parts before and after the gate. */
  readonly proposedPart: number;
  readonly part: number;
  /** Parts of its change that hold in the stated share of runs; never more than are proposed. */
  readonly firmParts: number;
  /**
   * moved: all that is firm moved; unpaired: firm, but no firm unit stood on the other side for some of it; notFirm:
   * a change was proposed and no part of it is firm; noChange: none was proposed.
   */
  readonly verdict: 'moved' | 'unpaired' | 'notFirm' | 'noChange';
}

interface FirmMove {
  readonly id: string;
  readonly direction: Direction;
  /** The first part that it loses or gains, the second, … */
  readonly nth: number;
  /** Runs in which it loses (gains) at least so many. */
  readonly runs: number;
}

/**
 * 有把握才调整: keeps the split in force, except where the evidence is firm. The nth part that a unit gains or loses is
 * firm when it gained or lost at least n parts in the share `threshold` of all runs; so no part is moved by noise. Firm
 * losers are paired with firm gainers one part at a time, most certain first (equal: smaller id by code point), until one
 * side runs out; what remains stays where it is. The sum is that of the split in force. No unit goes beyond its proposed
 * part, so that bounds which hold for both splits hold for this one. By unit id.
 *
 * Example: of 10,000 runs A loses in 9,700, B in 9,100, C gains in 9,400, threshold 0.9: A gives one part to C, B keeps.
 * @throws RangeError when the threshold is not above 0 and at most 1.
 */
export function onlyWhereFirm(stability: Stability, threshold: Rational): Readonly<Record<string, FirmUnit>> {
  if (threshold.numerator <= 0n || compare(threshold, ONE) > 0) {
    throw new RangeError('The threshold must be above 0 and at most 1.');
  }
  const entries = Object.entries(stability.units);
  const isFirm = (runs: number): boolean => compare(rational(runs, stability.runs), threshold) >= 0;
  const moves = entries.flatMap(([id, unit]) => movesOf(id, unit).filter(({ runs }) => isFirm(runs)));
  const gainers = moves.filter(({ direction }) => direction > 0).sort(byCertainty);
  const losers = moves.filter(({ direction }) => direction < 0).sort(byCertainty);
  const pairs = Math.min(gainers.length, losers.length);
  const count = (among: readonly FirmMove[], id: string) => among.filter((one) => one.id === id).length;
  return Object.fromEntries(
    entries.map(([id, unit]) => {
      const gained = count(gainers.slice(0, pairs), id);
      const lost = count(losers.slice(0, pairs), id);
      const firmParts = count(moves, id);
      return [
        id,
        {
          keptPart: unit.keptPart,
          proposedPart: unit.part,
          part: unit.keptPart + gained - lost,
          firmParts,
          verdict: verdictOf(unit, firmParts, gained + lost),
        },
      ];
    }),
  );
}

function verdictOf(unit: UnitStability, firmParts: number, moved: number): FirmUnit['verdict'] {
  if (unit.part === unit.keptPart) return 'noChange';
  if (firmParts === 0) return 'notFirm';
  return moved === firmParts ? 'moved' : 'unpaired';
}

/** One move for each part of the proposed change, with the runs in which the unit came at least so far. */
function movesOf(id: string, { keptPart, part, distribution }: UnitStability): readonly FirmMove[] {
  const direction = directionOf(part, keptPart);
  return Array.from({ length: Math.abs(part - keptPart) }, (_, place) => {
    const nth = place + 1;
    const reached = distribution.filter((one) => direction * (one.part - keptPart) >= nth);
    return { id, direction, nth, runs: reached.reduce((sum, { runs }) => sum + runs, 0) };
  });
}

const byCertainty = (a: FirmMove, b: FirmMove): number =>
  b.runs - a.runs || compareCodePoints(a.id, b.id) || a.nth - b.nth;
