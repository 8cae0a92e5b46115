import { allocate } from '../allocation/allocate';
import type { AllocationInput } from '../allocation/allocation';
import { accepted, type Outcome } from '../refusal';
import { allocateWhereFirm, type FirmnessSettings } from '../simulation/allocate-where-firm';
import type { CanonicalRecord } from './certificate';

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
export function recomputeSplit({ inputs, stability }: CertifiedSplit): Outcome<CanonicalRecord> {
  const answer = stability ? firmSplit(inputs, stability) : plainSplit(inputs);
  if (answer.ok) return accepted({ ...answer.value });
  return {
    ok: false,
    refusals: answer.refusals.map(({ pointer, detail }) => ({ pointer: `/inputs${pointer}`, detail })),
  };
}

function plainSplit(inputs: AllocationInput): Outcome<SplitFigures> {
  const answer = allocate(inputs);
  return answer.ok ? accepted({ parts: answer.value.parts, fen: answer.value.fen }) : answer;
}

function firmSplit(inputs: AllocationInput, settings: FirmnessSettings): Outcome<SplitFigures> {
  const answer = allocateWhereFirm(inputs, settings);
  if (!answer.ok) return answer;
  const { parts, fen, proposed, stability } = answer.value;
  const held = Object.entries(stability.units).map(([id, { directionHeld }]) => [id, directionHeld]);
  return accepted({ parts, fen, proposed: proposed.parts, directionHeld: Object.fromEntries(held) });
}
