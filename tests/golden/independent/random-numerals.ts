import type { Numeral } from './fraction';
import type { Random } from './random';

/** `units` of the last of `places` decimals, written as people and programs write it. */
export function decimalOf(random: Random, units: number, places: number): Numeral {
  const digits = String(units).padStart(places + 1, '0');
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  switch (random.below(5)) {
    case 0:
      return Number(text);
    case 1:
      return `${units}e-${places}`;
    default:
      return text;
  }
}

/** A whole number in one of its forms; a fraction only where fractions are taken. */
export function wholeOf(random: Random, value: number | bigint): Numeral {
  switch (random.below(6)) {
    case 0:
      return `${BigInt(value) * 2n}/2`;
    case 1:
      return `${value}.0`;
    case 2:
      return `${value}`;
    default:
      return Number.isSafeInteger(Number(value)) ? Number(value) : `${value}`;
  }
}

/** Positive or 0, in a style that a whole case keeps, so that equal values and ties are as common as odd ones. */
export type WeightStyle = 'equal' | 'small' | 'counts' | 'decimals' | 'fractions' | 'large';

export const WEIGHT_STYLES: readonly WeightStyle[] = [
  'equal',
  'small',
  'small',
  'counts',
  'decimals',
  'fractions',
  'large',
];

export function weightOf(random: Random, style: WeightStyle): Numeral {
  switch (style) {
    case 'equal':
      return random.pick([1, '1', '2/2', '1.0']);
    case 'small':
      return random.between(0, 4);
    case 'counts':
      return random.between(1, 60);
    case 'decimals':
      return decimalOf(random, random.between(0, 9999), 2);
    case 'fractions':
      return `${random.between(0, 12)}/${random.between(1, 9)}`;
    case 'large':
      return `${random.between(1, 999_999_999)}${random.between(100_000_000, 999_999_999)}`;
  }
}

/** `total` whole parts dealt out over the units that may have some, unevenly. */
export function dealt(random: Random, total: number, mayHave: readonly boolean[]): number[] {
  const open = mayHave.flatMap((may, unit) => (may ? [unit] : []));
  const parts = mayHave.map(() => 0);
  if (open.length === 0) return parts;
  let left = total;
  for (const unit of random.shuffled(open)) {
    const some = random.below(Math.floor((2 * left) / open.length) + 2);
    parts[unit] = Math.min(left, some);
    left -= Math.min(left, some);
  }
  const last = open[0] ?? 0;
  parts[last] = (parts[last] ?? 0) + left;
  return parts;
}
