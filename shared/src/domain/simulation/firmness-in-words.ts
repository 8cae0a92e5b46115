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

/**
 * Said first where the split in force cannot stay as it is: `keptPart` is then no part of the split in force, and to say
 * that it stays would be untrue. Null where it is. Example: 受总量和上下限所限，不作调整也由现行 25 个变为 24 个；
 */
export const forcedInWords = (
  { keptPart, lastPart = keptPart }: { readonly keptPart: number; readonly lastPart?: number },
  noun: Noun,
): Bilingual | null =>
  keptPart === lastPart
    ? null
    : bilingual(
        `受总量和上下限所限，不作调整也由现行 ${lastPart} 个变为 ${keptPart} 个；在此之上`,
        `Total and bounds alone turn ${lastPart} ${noun.en} into ${keptPart}; beyond that: `,
      );

/** What the sentences on firmness are told with. */
export interface ToldFirmness {
  readonly runs: number;
  readonly threshold: Rational;
  readonly noun: Noun;
  /** Parts in force; absent: `keptPart`, because nothing hinders the split in force from staying. */
  readonly lastPart?: number;
}

/** One unit's case, in a sentence: what was proposed, how sure it is, what was made of it. */
export function firmnessSentence(unit: UnitStability, firm: FirmUnit, told: ToldFirmness): Bilingual {
  const forced = forcedInWords({ ...told, keptPart: firm.keptPart }, told.noun);
  const own = ownSentence(unit, firm, { ...told, isForced: forced !== null });
  return forced ? bilingual(`${forced.zh}${own.zh}`, `${forced.en}${own.en}`) : own;
}

function ownSentence(
  unit: UnitStability,
  firm: FirmUnit,
  { runs, threshold, noun, isForced }: ToldFirmness & { readonly isForced: boolean },
): Bilingual {
  const size = Math.abs(unit.part - unit.keptPart);
  const gains = directionOf(unit.part, unit.keptPart) > 0;
  const [verb, more] = gains ? ['增加', 'more'] : ['减少', 'fewer'];
  const held = printHeld(unit, runs);
  const needed = printPercent(threshold);
  const tried = `在 ${grouped(runs)} 次模拟中`;
  const [stays, stay] = isForced
    ? [`仍为 ${firm.part} 个`, `it stays at ${firm.part}`]
    : [`维持现行 ${firm.part} 个`, `${firm.part} ${noun.en} stay`];
  switch (firm.verdict) {
    case 'noChange':
      return isForced
        ? bilingual(
            `没有增减，${tried}有 ${held}% 如此。`,
            `no change, in ${held} % of ${grouped(runs)} simulations.`,
          )
        : bilingual(
            `${tried}有 ${held}% 与现行${noun.zh}相同，维持 ${firm.part} 个。`,
            `The same as now in ${held} % of ${grouped(runs)} simulations: ${stay}.`,
          );
    case 'notFirm':
      return bilingual(
        `测算${verb} ${size} 个${noun.zh}，但${tried}只有 ${held}% 是这个方向，不到 ${needed}%，${stays}。`,
        `${size} ${more} by the calculation, but only in ${held} % of ${grouped(runs)} simulations, under ${needed} %: ${stay}.`,
      );
    case 'unpaired': {
      const opposite = gains ? '减少' : '增加';
      const [made, makes] =
        firm.part === firm.keptPart
          ? [stays, stay]
          : [`只调整为 ${firm.part} 个`, `only to ${firm.part} ${noun.en}`];
      return bilingual(
        `测算${verb} ${size} 个${noun.zh}，${tried}有 ${held}% 是这个方向，但没有足够的、同样有把握的${opposite}与之对应，${made}。`,
        `${size} ${more} by the calculation, in ${held} % of ${grouped(runs)} simulations, but too few equally firm changes stand on the other side: ${makes}.`,
      );
    }
    case 'moved':
      return bilingual(
        `测算${verb} ${size} 个${noun.zh}，${tried}有 ${held}% 是这个方向${firm.firmParts < size ? `；其中 ${firm.firmParts} 个达到 ${needed}%` : `，达到 ${needed}%`}，由 ${firm.keptPart} 个调整为 ${firm.part} 个。`,
        `${size} ${more} by the calculation, in ${held} % of ${grouped(runs)} simulations${firm.firmParts < size ? `; ${firm.firmParts} of them reach ${needed} %` : ` (${needed} % needed)`}: from ${firm.keptPart} to ${firm.part} ${noun.en}.`,
      );
  }
}

/** The noun is a plural that ends in s: 1 post, 2 posts. */
const counted = (count: number, { en }: Noun): string =>
  `${count} ${count === 1 ? en.replace(/s$/, '') : en}`;

/** Parts that change their unit because the split in force cannot stay, and all that do, against the split in force. */
export interface ForcedParts {
  readonly forced: number;
  readonly moved: number;
}
const NOTHING_FORCED: ForcedParts = { forced: 0, moved: 0 };

/**
 * What the whole split comes to. Where nothing moves the evidence does not carry a change, and the split stays: then it
 * counts the counties whose proposed change is not firm, and those whose change is firm but has no counterpart. Where the
 * split in force cannot stay, that is said first, with what moves against it in all.
 */
export function firmnessHeadline(
  { runs }: Stability,
  firm: Readonly<Record<string, FirmUnit>>,
  told: Omit<ToldFirmness, 'runs' | 'lastPart'> & { readonly against?: ForcedParts },
): Bilingual {
  const { threshold, noun, against = NOTHING_FORCED } = told;
  const units = Object.values(firm);
  const moved = units.reduce((sum, one) => sum + Math.max(0, one.part - one.keptPart), 0);
  const needed = printPercent(threshold);
  const isForced = against.forced > 0;
  const first = bilingual(
    isForced
      ? `与现行相比共调整 ${against.moved} 个${noun.zh}：受总量和上下限所限须变动 ${against.forced} 个；在此之上`
      : '',
    isForced
      ? `Against the split in force ${counted(against.moved, noun)} move${against.moved === 1 ? 's' : ''}: total and bounds alone move ${against.forced}; beyond that `
      : '',
  );
  const [rest, remains] = isForced
    ? ['其余不再变动', 'the rest stays there']
    : ['其余维持现行分配', 'the rest stays as it is'];
  if (moved > 0) {
    return bilingual(
      `${first.zh}有把握调整 ${moved} 个${noun.zh}（${grouped(runs)} 次模拟中至少 ${needed}% 是这个方向），${rest}。`,
      `${first.en}${counted(moved, noun)} would move (the direction holds in at least ${needed} % of ${grouped(runs)} simulations); ${remains}.`,
    );
  }
  const [none, no] = isForced
    ? ['不具备再作调整的依据', 'there is no basis for a change']
    : [`不具备调整依据，维持现行${noun.zh}`, 'No basis for a change, the split in force stays'];
  const why = whyNothingMoves(units, needed);
  return why
    ? bilingual(
        `${first.zh}${none}：按 ${grouped(runs)} 次模拟，${why.zh}。`,
        `${first.en}${no}: in ${grouped(runs)} simulations ${why.en}.`,
      )
    : bilingual(
        `${first.zh}${none}：按此办法测算，没有增减。`,
        `${first.en}${no}: by this policy nothing would move.`,
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
