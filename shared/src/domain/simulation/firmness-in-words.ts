import { bilingual, type Bilingual } from '../bilingual';
import { grouped } from '../numbers/grouped';
import { floorOf, multiply, printUnits, rational, type Rational } from '../numbers/rational';
import { directionOf } from './direction';
import type { FirmUnit } from './only-where-firm';
import type { Stability, UnitStability } from './stability';

/**
 * A share as a percent, cut after two decimals: 9/10 is "90", 8876 of 10,000 is "88.76". Cut, not rounded: what falls
 * short of 90 percent by a hair must not be printed as 90.
 */
export const printPercent = (share: Rational): string =>
  printUnits(floorOf(multiply(share, rational(10_000))), 2).replace(/\.?0+$/, '');

export const printHeld = ({ directionHeld }: UnitStability, runs: number): string =>
  printPercent(rational(directionHeld, runs));

interface Noun {
  readonly zh: string;
  readonly en: string;
}

/** One unit's case, in a sentence: what was proposed, how sure it is, what was made of it. */
export function firmnessSentence(
  unit: UnitStability,
  firm: FirmUnit,
  { runs, threshold, noun }: { readonly runs: number; readonly threshold: Rational; readonly noun: Noun },
): Bilingual {
  const size = Math.abs(unit.part - unit.keptPart);
  const gains = directionOf(unit.part, unit.keptPart) > 0;
  const [verb, more] = gains ? ['增加', 'more'] : ['减少', 'fewer'];
  const held = printHeld(unit, runs);
  const needed = printPercent(threshold);
  const tried = `在 ${grouped(runs)} 次模拟中`;
  switch (firm.verdict) {
    case 'noChange':
      return bilingual(
        `${tried}有 ${held}% 与现行${noun.zh}相同，维持 ${firm.part} 个。`,
        `The same as now in ${held} % of ${grouped(runs)} simulations: ${firm.part} ${noun.en} stay.`,
      );
    case 'notFirm':
      return bilingual(
        `测算${verb} ${size} 个${noun.zh}，但${tried}只有 ${held}% 是这个方向，不到 ${needed}%，维持现行 ${firm.part} 个。`,
        `${size} ${more} by the calculation, but only in ${held} % of ${grouped(runs)} simulations, under ${needed} %: ${firm.part} ${noun.en} stay.`,
      );
    case 'unpaired': {
      const opposite = gains ? '减少' : '增加';
      const [stays, stay] =
        firm.part === firm.keptPart
          ? [`维持现行 ${firm.part} 个`, `${firm.part} ${noun.en} stay`]
          : [`只调整为 ${firm.part} 个`, `only to ${firm.part} ${noun.en}`];
      return bilingual(
        `测算${verb} ${size} 个${noun.zh}，${tried}有 ${held}% 是这个方向，但没有足够的、同样有把握的${opposite}与之对应，${stays}。`,
        `${size} ${more} by the calculation, in ${held} % of ${grouped(runs)} simulations, but too few equally firm changes stand on the other side: ${stay}.`,
      );
    }
    case 'moved':
      return bilingual(
        `测算${verb} ${size} 个${noun.zh}，${tried}有 ${held}% 是这个方向${firm.firmParts < size ? `；其中 ${firm.firmParts} 个达到 ${needed}%` : `，达到 ${needed}%`}，由 ${firm.keptPart} 个调整为 ${firm.part} 个。`,
        `${size} ${more} by the calculation, in ${held} % of ${grouped(runs)} simulations${firm.firmParts < size ? `; ${firm.firmParts} of them reach ${needed} %` : ` (${needed} % needed)`}: from ${firm.keptPart} to ${firm.part} ${noun.en}.`,
      );
  }
}

/**
 * What the whole split comes to. Where nothing moves the evidence does not carry a change, and the split stays: then it
 * counts the counties whose proposed change is not firm, and those whose change is firm but has no counterpart.
 */
export function firmnessHeadline(
  { runs }: Stability,
  firm: Readonly<Record<string, FirmUnit>>,
  { threshold, noun }: { readonly threshold: Rational; readonly noun: Noun },
): Bilingual {
  const units = Object.values(firm);
  const moved = units.reduce((sum, one) => sum + Math.max(0, one.part - one.keptPart), 0);
  const needed = printPercent(threshold);
  if (moved > 0) {
    return bilingual(
      `有把握调整 ${moved} 个${noun.zh}（${grouped(runs)} 次模拟中至少 ${needed}% 是这个方向），其余维持现行分配。`,
      `${moved} ${noun.en} would move (the direction holds in at least ${needed} % of ${grouped(runs)} simulations); the rest stays as it is.`,
    );
  }
  const why = whyNothingMoves(units, needed);
  return why
    ? bilingual(
        `不具备调整依据，维持现行${noun.zh}：按 ${grouped(runs)} 次模拟，${why.zh}。`,
        `No basis for a change, the split in force stays: in ${grouped(runs)} simulations ${why.en}.`,
      )
    : bilingual(
        `不具备调整依据，维持现行${noun.zh}：按得分测算，没有增减。`,
        `No basis for a change, the split in force stays: by the scores nothing would move.`,
      );
}

/** How many counties' changes are not firm and how many are firm without a counterpart; null where none was proposed. */
function whyNothingMoves(units: readonly FirmUnit[], needed: string): Bilingual | null {
  const count = (verdict: FirmUnit['verdict']): number =>
    units.filter((one) => one.verdict === verdict).length;
  const [unsure, unpaired] = [count('notFirm'), count('unpaired')];
  if (unsure + unpaired === 0) return null;
  const changes = (counties: number): string =>
    counties === 1 ? 'the change of 1 county' : `the changes of ${counties} counties`;
  const zh = [
    ...(unsure > 0 ? [`测算中 ${unsure} 个县（市、区）的增减把握不足 ${needed}%`] : []),
    ...(unpaired > 0
      ? [
          unsure > 0
            ? `${unpaired} 个虽有把握但没有可对应的增减`
            : `测算中 ${unpaired} 个县（市、区）的增减虽有把握，但没有可对应的增减`,
        ]
      : []),
  ];
  const en = [
    ...(unsure > 0 ? [`${changes(unsure)} ${unsure === 1 ? 'is' : 'are'} under ${needed} %`] : []),
    ...(unpaired > 0
      ? [`${changes(unpaired)} ${unpaired === 1 ? 'is' : 'are'} firm, but without a counterpart`]
      : []),
  ];
  return bilingual(zh.join('，'), en.join(', and '));
}
