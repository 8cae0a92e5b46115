import { bilingual, type Bilingual } from '../bilingual';

/** What a month asked of a county, and what answering it took (减负账). Sheets of the county alone, not those of the city. */
export interface Burden {
  /** Figures that its sheets need every month; what follows from others or is carried is not asked. */
  readonly asked: number;
  /** Figures that somebody entered, each once; what 本月无变化，确认 repeats is not entered. */
  readonly entered: number;
  readonly seconds: number;
  /** How often a sheet was sent back. */
  readonly returned: number;
}

/** A county's month is to ask no more figures, and to take no longer (rules.md section 5). */
export const BURDEN_LIMITS = { figures: 20, minutes: 10 } as const;

/**
 * How time is read off the saves of one person on one sheet: saves no further apart than this belong together and the time
 * between them counts; a longer gap is a pause and does not. Each such stretch counts for some seconds more, because its
 * first figure took time too.
 */
export const MEASURED = { pauseSeconds: 300, stretchSeconds: 60 } as const;

/** Whole minutes, begun ones counted whole: 61 seconds are 2 minutes, nothing is 0. */
export const minutesOf = (seconds: number): number => Math.ceil(seconds / 60);

/** The sum of several months; of none: nothing asked. */
export const burdenOf = (months: readonly Burden[]): Burden =>
  months.reduce(
    (sum, one) => ({
      asked: sum.asked + one.asked,
      entered: sum.entered + one.entered,
      seconds: sum.seconds + one.seconds,
      returned: sum.returned + one.returned,
    }),
    { asked: 0, entered: 0, seconds: 0, returned: 0 },
  );

/** A month's share of a sum, one decimal, rounded half up. Example: 31 over 2 months: 15.5. */
const perMonth = (sum: number, months: number): string => {
  const tenths = Math.floor((20 * sum + months) / (2 * months));
  return `${Math.floor(tenths / 10)}.${tenths % 10}`;
};

/**
 * The burden in one sentence, from the county months in which something was asked.
 * Example: 18 county months: 平均每县（市、区）每月要求填报 17.0 项，填报用时 6.5 分钟；共退回 2 次。
 */
export function burdenInWords(months: readonly Burden[]): Bilingual {
  const count = months.length;
  if (count === 0) return NOTHING;
  const { asked, returned } = burdenOf(months);
  const minutes = months.reduce((sum, { seconds }) => sum + minutesOf(seconds), 0);
  const [figures, spent] = [perMonth(asked, count), perMonth(minutes, count)];
  return bilingual(
    `平均每县（市、区）每月要求填报 ${figures} 项，填报用时 ${spent} 分钟；共退回 ${returned} 次。`,
    `A month asks a county for ${figures} figures on average and takes ${spent} minutes; sheets were sent back ${returned} ${returned === 1 ? 'time' : 'times'}.`,
  );
}

const NOTHING = bilingual('本年度尚未要求填报。', 'Nothing has been asked in this year yet.');
