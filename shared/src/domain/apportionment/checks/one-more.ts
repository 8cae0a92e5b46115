import { bilingual, type Bilingual } from '../../bilingual';
import type { ApportionmentMethod, ApportionmentProblem } from '../apportionment';
import { infeasibilitiesOf, solve } from '../solve';

/** A unit that would get fewer parts if there were one part more to give out. */
export interface Loser {
  readonly unit: number;
  readonly part: bigint;
  readonly withOneMore: bigint;
}

/**
 * The parts of the same question with one part more, for the paradox check: `larger` has the same weights, floors and
 * caps, and a total that is 1 higher. Null where the caps leave no room for one more.
 */
export const partsWithOneMore = (
  larger: ApportionmentProblem,
  method: ApportionmentMethod,
): readonly bigint[] | null =>
  infeasibilitiesOf(larger, method).length > 0 ? null : solve(larger, method).parts;

/**
 * The house paradox (阿拉巴马悖论): who would lose a part if there were one more, in ascending order. Divisor methods
 * never do that, because one part more is one claim more that is served; largest remainder can.
 *
 * Example: Hamilton over 6, 6, 2 gives 4, 4, 2 of 10 parts and 5, 5, 1 of 11: the third loses one.
 */
export const losersOf = (parts: readonly bigint[], more: readonly bigint[]): readonly Loser[] =>
  parts.flatMap((part, unit) => {
    const withOneMore = more[unit] ?? 0n;
    return withOneMore < part ? [{ unit, part, withOneMore }] : [];
  });

/** A loser as the caller names it. */
export interface NamedLoser {
  readonly name: Bilingual;
  readonly part: bigint;
  readonly withOneMore: bigint;
}

/** The sentence on a house paradox; `total` is what there would be with one more. */
export function houseParadoxWords(total: bigint, losers: readonly NamedLoser[]): Bilingual {
  const zh = losers.map(({ name, part, withOneMore }) => `${name.zh}由 ${part} 减为 ${withOneMore}`);
  const en = losers.map(({ name, part, withOneMore }) => `${name.en} (${part} → ${withOneMore})`);
  return bilingual(
    `总数再增加 1 份（共 ${total} 份）时，按最大余数法反而有单位减少：${zh.join('、')}（阿拉巴马悖论）；韦伯斯特法等除数法不会如此，请确认`,
    `With one part more (${total} in all) largest remainder would give fewer to ${en.join(', ')} (the Alabama paradox); divisor methods such as Webster never do; confirm it`,
  );
}
