import { bilingual, type Bilingual } from '../../bilingual';
import { ceilingOf, floorOf, printRounded, type Rational } from '../../numbers/rational';
import type { ApportionmentMethod, ApportionmentProblem } from '../apportionment';
import { boundedQuotas, quotaOf } from '../methods/bounded-quotas';
import { METHOD_WORDS } from '../explaining/method-words';

/** A unit whose parts are neither its exact quota rounded down nor rounded up. */
export interface QuotaBreak {
  readonly unit: number;
  /** The exact quota within the floors and caps (`boundedQuotas`). */
  readonly quota: Rational;
  readonly part: bigint;
}

/**
 * The quota check (配额检验): the units with part < ⌊quota⌋ or part > ⌈quota⌉, in ascending order. The quotas are those
 * within the stated floors and caps; the part that Hill and Adams give each unit first is the method's own and counts
 * as a break where it is one. Largest remainder never breaks quota; every divisor method can (Balinski & Young,
 * Fair Representation, 1982/2001).
 *
 * Example: Jefferson gives all of 10 parts to the first of 80, 7, 7, 6, whose quota is 8.
 */
export function quotaBreaksOf(
  problem: ApportionmentProblem,
  parts: readonly bigint[],
): readonly QuotaBreak[] {
  const bounded = boundedQuotas(problem);
  return parts.flatMap((part, unit) => {
    const whole = bounded.wholes[unit] ?? 0n;
    const most = bounded.remainders[unit] === 0n ? whole : whole + 1n;
    return part < whole || part > most ? [{ unit, quota: quotaOf(bounded, unit), part }] : [];
  });
}

/** The sentence on a break; `name` is how the caller names the unit. */
export function quotaBreakWords(
  { quota, part }: Pick<QuotaBreak, 'quota' | 'part'>,
  name: Bilingual,
  method: ApportionmentMethod,
): Bilingual {
  const word = METHOD_WORDS[method];
  const off = offQuotaWords(quota, part);
  return bilingual(
    `${name.zh}分得 ${part}，${off.zh}：${word.zh}可能如此，最大余数法不会，请确认`,
    `${name.en} gets ${part}, which is ${off.en}: ${word.en} may do so, largest remainder never does; confirm it`,
  );
}

/** How a part misses its quota: above or below it where it is whole, else what it could be rounded to. */
function offQuotaWords(quota: Rational, part: bigint): Bilingual {
  const [least, most] = [floorOf(quota), ceilingOf(quota)];
  if (least === most) {
    return part < least
      ? bilingual(`低于应得数 ${least}`, `below its quota ${least}`)
      : bilingual(`高于应得数 ${least}`, `above its quota ${least}`);
  }
  const figure = printRounded(quota, 4);
  return bilingual(
    `不在应得数 ${figure} 上下取整（${least} 至 ${most}）的范围内`,
    `neither ${least} nor ${most}, its quota ${figure} rounded down and up`,
  );
}
