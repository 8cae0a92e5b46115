import type { AllocationInput } from '../allocation/allocation';
import type { CanonicalValue } from '../canonical-json';
import type { Rational } from '../numbers/rational';
import { printNumber } from '../scoring/numbers/numeral';
import type { FirmnessSettings } from '../simulation/allocate-where-firm';
import type { CanonicalRecord } from './certificate';

const isRational = (value: object): value is Rational => 'numerator' in value && 'denominator' in value;

/**
 * Engine data as canonical JSON: exact fractions and whole parts become decimal strings where there is one ("0.9", "150"),
 * else fraction strings ("1/3"). Members without a value are left out.
 */
function printed(value: unknown): CanonicalValue {
  if (typeof value === 'bigint') return String(value);
  if (Array.isArray(value)) return value.map(printed);
  if (typeof value !== 'object' || value === null) return value as CanonicalValue;
  if (isRational(value)) return printNumber(value);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .map(([key, one]) => [key, printed(one)]),
  );
}

/** The input of an allocation as `yuheng allocate` reads it; names of factors are words and stay behind. */
export function printedInput({ pool, units, policy }: AllocationInput): CanonicalRecord {
  const factors = policy.factors.map(({ id, weight }) => ({ id, weight }));
  return printed({ pool, units, policy: { ...policy, factors } }) as CanonicalRecord;
}

/** The settings of 有把握才调整, as they stand beside such an input under `stability`. */
export const printedFirmness = (settings: FirmnessSettings): CanonicalRecord =>
  printed(settings) as CanonicalRecord;
