import { allocate } from '../allocation/allocate';
import { fenOfOnePart, type AllocationAnswer, type AllocationInput } from '../allocation/allocation';
import { fen, type Fen } from '../money/fen';
import { compare, ONE, type Rational } from '../numbers/rational';
import { accepted, refusal, refused, type Outcome } from '../refusal';
import { onlyWhereFirm, type FirmUnit } from './only-where-firm';
import { examineStability, type Stability } from './stability';
import type { StabilitySettings } from './stability-settings';

/** The settings of the examination and the share of runs, above 0 and at most 1, in which a direction must hold. */
export interface FirmnessSettings extends StabilitySettings {
  readonly threshold: Rational;
}

export interface FirmAllocation {
  /** By unit id, after the gate; they sum to the pool exactly. */
  readonly parts: Readonly<Record<string, number>>;
  readonly fen: Readonly<Record<string, Fen>>;
  /** What the policy would give without the gate, with its warnings and ties. */
  readonly proposed: AllocationAnswer;
  readonly stability: Stability;
  readonly firm: Readonly<Record<string, FirmUnit>>;
}

/**
 * 资金分配测算 with 有把握才调整: the split by the policy, the examination of how far it holds, and the split in which
 * only firm changes are made. Deterministic for a seed.
 *
 * Refused: what `allocate` and `examineStability` refuse; a threshold out of range (/stability/threshold).
 */
export function allocateWhereFirm(
  input: AllocationInput,
  settings: FirmnessSettings,
  options: { readonly explain?: boolean } = {},
): Outcome<FirmAllocation> {
  if (settings.threshold.numerator <= 0n || compare(settings.threshold, ONE) > 0) {
    return refused([
      refusal(
        '/stability/threshold',
        '“有把握才调整”的把握程度应大于 0 且不超过 1，例如 0.9，请改正',
        'The share in which a direction must hold lies above 0 and at most at 1, such as 0.9; correct it',
      ),
    ]);
  }
  const proposed = allocate(input, options);
  if (!proposed.ok) return proposed;
  const stability = examineStability(input, settings);
  if (!stability.ok) return stability;
  const firm = onlyWhereFirm(stability.value, settings.threshold);
  const byId = <Value>(value: (part: number) => Value) =>
    Object.fromEntries(input.units.map(({ id }) => [id, value(firm[id]?.part ?? 0)]));
  return accepted({
    parts: byId((part) => part),
    fen: byId((part) => fen(BigInt(part) * fenOfOnePart(input.pool))),
    proposed: proposed.value,
    stability: stability.value,
    firm,
  });
}
