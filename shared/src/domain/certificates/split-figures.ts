import { allocate } from '../allocation/allocate';
import type { AllocationInput } from '../allocation/allocation';
import { accepted, type Outcome } from '../refusal';
import { allocateWhereFirm, type FirmnessSettings } from '../simulation/allocate-where-firm';
import type { Recomputed, Recomputing } from './recomputed';

/** What an allocation run froze. */
export interface CertifiedSplit {
  /** The input hash of the scoring run whose totals the scores are. */
  readonly scoring?: string | undefined;
  /** The whole input of `allocate`. */
  readonly inputs: AllocationInput;
  /** Where only firm changes were made (有把握才调整): the settings of the gate. */
  readonly stability?: FirmnessSettings | undefined;
}

/** The figures of a split as a certificate states them, each by unit id. */
export interface SplitFigures {
  /** Whole parts, and 分. */
  readonly parts: Readonly<Record<string, number>>;
  readonly fen: Readonly<Record<string, number>>;
  /** With the gate only: parts without it, and the number of simulations in which the direction of the change holds. */
  readonly proposed?: Readonly<Record<string, number>>;
  readonly directionHeld?: Readonly<Record<string, number>>;
}

/** Splits the pool again. Refused: what the engine refuses, with pointers from /inputs. */
export function recomputeSplit(
  { inputs, stability }: CertifiedSplit,
  options: Recomputing = {},
): Outcome<Recomputed> {
  const answer = stability ? firmSplit(inputs, stability, options) : plainSplit(inputs, options);
  if (answer.ok) return answer;
  return {
    ok: false,
    refusals: answer.refusals.map(({ pointer, detail }) => ({ pointer: `/inputs${pointer}`, detail })),
  };
}

function plainSplit(inputs: AllocationInput, options: Recomputing): Outcome<Recomputed> {
  const allocated = allocate(inputs, options);
  if (!allocated.ok) return allocated;
  const { parts, fen, explanation } = allocated.value;
  return accepted(recomputed({ parts, fen }, explanation));
}

function firmSplit(
  inputs: AllocationInput,
  settings: FirmnessSettings,
  options: Recomputing,
): Outcome<Recomputed> {
  const allocated = allocateWhereFirm(inputs, settings, options);
  if (!allocated.ok) return allocated;
  const { parts, fen, proposed, stability } = allocated.value;
  const held = Object.entries(stability.units).map(([id, { directionHeld }]) => [id, directionHeld]);
  const figures = { parts, fen, proposed: proposed.parts, directionHeld: Object.fromEntries(held) };
  return accepted(recomputed(figures, proposed.explanation));
}

const recomputed = (figures: SplitFigures, units: Recomputed['units']): Recomputed =>
  units ? { answer: { ...figures }, units } : { answer: { ...figures } };
