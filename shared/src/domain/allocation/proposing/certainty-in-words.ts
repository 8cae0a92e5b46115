import { bilingual, type Bilingual } from '../../bilingual';
import { printPercent } from '../../simulation/firmness-in-words';
import { requiredDecimal } from '../settings/read-settings';
import type { DecimalText } from '../settings/allocation-settings';
import type { ProposedCertainty, ProposedCounty } from './allocation-proposal';

/** What a sentence on one county's certainty is made of: a `ProposedCounty` has it. */
export type CertainCounty = Pick<ProposedCounty, 'lastPart' | 'keptPart' | 'proposedPart' | 'part'> & {
  /** Null where it was not examined. */
  readonly certainty: Pick<ProposedCertainty, 'steadiness' | 'word' | 'heldPercent'> | null;
};

/** Whether 有把握才调整 held back some of what the policy gives the county. */
export const isHeldBack = ({ part, proposedPart }: Pick<ProposedCounty, 'part' | 'proposedPart'>): boolean =>
  part !== proposedPart;

/**
 * How sure one county's line is, as short as a cell needs it, with what the percentage is of. Where the line shows what
 * the policy gives: 稳定 99.66%, the share of simulations with its direction. Where 有把握才调整 held some of it back, the
 * share is that of a change which the line does not show, so that change stands before it: 测算 −1：99.09%; of two posts or
 * more it is the share of the direction, and says so: 测算 −2：方向 99.09%. Changes are counted from 维持现行分配. The
 * percentage is printed as the proposal has it, cut after two decimals. Null where it was not examined.
 */
export function certaintyFigure(county: CertainCounty): Bilingual | null {
  const { keptPart, proposedPart, certainty } = county;
  if (certainty === null) return null;
  const { word, heldPercent } = certainty;
  if (!isHeldBack(county)) return bilingual(`${word.zh} ${heldPercent}%`, `${word.en} ${heldPercent}%`);
  const change = proposedPart - keptPart;
  const [zh, en] = Math.abs(change) > 1 ? ['方向 ', 'direction '] : ['', ''];
  return bilingual(
    `测算 ${signed(change)}：${zh}${heldPercent}%`,
    `computed ${signed(change)}: ${en}${heldPercent}%`,
  );
}

/**
 * The same with what was made of it, and why: 测算 −1：99.09%，未调整（无对应增加）; 测算 +1：45.22%，未调整（把握不足 90%）.
 * Where a part of the change is made: 只调整 −1（其余把握不足 90%或者无对应增加）. `threshold` is that of the settings under
 * which the county was proposed; a direction that reaches it (稳定) is held back only for want of a counterpart.
 * @throws RangeError for a threshold that is no decimal.
 */
export function certaintyInWords(county: CertainCounty, threshold: DecimalText): Bilingual | null {
  const figure = certaintyFigure(county);
  const { lastPart, keptPart, proposedPart, part, certainty } = county;
  if (figure === null || certainty === null || !isHeldBack(county)) return figure;
  const needed = printPercent(requiredDecimal(threshold));
  const [opposite, other] = proposedPart > keptPart ? ['减少', 'decrease'] : ['增加', 'increase'];
  const [unsure, unpaired] = [
    bilingual(`把握不足 ${needed}%`, `under ${needed}%`),
    bilingual(`无对应${opposite}`, `no ${other} to match`),
  ];
  if (part !== keptPart) {
    const made = signed(part - keptPart);
    return bilingual(
      `${figure.zh}，只调整 ${made}（其余${unsure.zh}，或者${unpaired.zh}）`,
      `${figure.en}, only ${made} is made (the rest: ${unsure.en}, or ${unpaired.en})`,
    );
  }
  const why = certainty.steadiness === 'stable' ? unpaired : unsure;
  // Bounds can have moved the county already: then its line shows a change, and 未调整 would deny it.
  const stays =
    keptPart === lastPart
      ? bilingual('未调整', 'not made')
      : bilingual(`仍为 ${keptPart} 个`, `${keptPart} posts stay`);
  return bilingual(`${figure.zh}，${stays.zh}（${why.zh}）`, `${figure.en}, ${stays.en} (${why.en})`);
}

const signed = (change: number): string => `${change < 0 ? '−' : '+'}${Math.abs(change)}`;
