import { read, type Numeral } from '../fraction';
import type { ApportionmentCase } from './plain-apportionment';
import { METHODS } from './plain-split';
import type { Random } from '../random';
import { dealt, WEIGHT_STYLES, weightOf, wholeOf } from '../random-numerals';

/**
 * A random case for `yuheng apportion`. Bounds are laid around a row of parts that sums to the total, often with no
 * slack at all, so most can just be met; one case in twelve breaks a rule on purpose.
 */
export function apportionmentCase(random: Random): ApportionmentCase {
  const size = random.chance(5) ? random.between(10, 24) : random.between(1, 7);
  const style = random.pick(WEIGHT_STYLES);
  const weights = random.list(size, () => (random.chance(8) ? 0 : weightOf(random, style)));
  const method = random.pick(METHODS);
  const total = totalFor(random, size, method);
  const isPositive = weights.map((weight) => read(weight).n > 0n);
  const parts = dealt(random, total, isPositive);
  const slack = random.pick([0, 1, 1, 3, 10]);
  const around = {
    floors: parts.map((part) => Math.max(0, part - random.between(0, slack))),
    caps: parts.map((part) => part + random.between(0, slack)),
  };
  const bound = (values: readonly number[]): Numeral[] => values.map((value) => wholeOf(random, value));
  const plain: ApportionmentCase = {
    total: wholeOf(random, total),
    weights,
    method,
    ...(random.chance(40) ? { floors: bound(around.floors) } : {}),
    ...(random.chance(40) ? { caps: bound(around.caps) } : {}),
  };
  return random.chance(8) ? broken(random, plain) : plain;
}

function totalFor(random: Random, size: number, method: string): number {
  if (method === 'hamilton' && random.chance(10)) return random.between(0, 2_000_000_000);
  if (random.chance(4)) return random.between(0, 200);
  return random.between(
    method === 'hill' || method === 'adams' ? size - (random.chance(10) ? 1 : 0) : 0,
    4 * size,
  );
}

function broken(random: Random, sound: ApportionmentCase): ApportionmentCase {
  const at = random.below(sound.weights.length);
  const put = (values: readonly Numeral[], value: Numeral): Numeral[] =>
    values.map((one, index) => (index === at ? value : one));
  const bounds = sound.weights.map(() => 0);
  switch (random.below(9)) {
    case 0:
      return { ...sound, weights: put(sound.weights, random.pick([-1, '-0.5', '-1/3'])) };
    case 1:
      return { ...sound, weights: sound.weights.map(() => 0) };
    case 2:
      return { ...sound, total: random.pick([-1, '0.5', '7/2', 1e-7]) };
    case 3:
      return { ...sound, floors: [...bounds, 0] };
    case 4:
      return { ...sound, caps: sound.weights.slice(1) };
    case 5:
      return {
        ...sound,
        total: 1000,
        floors: put(bounds, 3),
        caps: put(
          sound.weights.map(() => 1000),
          2,
        ),
      };
    case 6:
      return { ...sound, floors: put(bounds, wholeOf(random, read(sound.total).n + 1n)) };
    case 7:
      return { ...sound, caps: put(bounds, '3/2') };
    default:
      return { ...sound, total: 5000, caps: sound.weights.map(() => random.between(0, 3)) };
  }
}

/** Smaller cases than this one, for finding the smallest that still shows a difference. */
export function* smallerApportionments(input: ApportionmentCase): Generator<ApportionmentCase> {
  const { floors: _floors, ...withoutFloors } = input;
  const { caps: _caps, ...withoutCaps } = input;
  if (input.floors) yield withoutFloors;
  if (input.caps) yield withoutCaps;
  const without = (values: readonly Numeral[], at: number) => values.filter((_, index) => index !== at);
  for (const at of input.weights.keys()) {
    yield {
      ...input,
      weights: without(input.weights, at),
      ...(input.floors ? { floors: without(input.floors, at) } : {}),
      ...(input.caps ? { caps: without(input.caps, at) } : {}),
    };
  }
  const total = read(input.total);
  if (total.d === 1n && total.n > 0n) {
    yield { ...input, total: String(total.n / 2n) };
    yield { ...input, total: String(total.n - 1n) };
  }
  for (const [at, weight] of input.weights.entries()) {
    if (weight !== 1 && weight !== 0)
      yield { ...input, weights: input.weights.map((one, index) => (index === at ? 1 : one)) };
  }
}
