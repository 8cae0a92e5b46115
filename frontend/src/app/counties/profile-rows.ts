import type { County } from '@yuheng/shared/contract/counties';
import {
  divide,
  multiply,
  parseDecimal,
  printRounded,
  rational,
} from '@yuheng/shared/domain/numbers/rational';
import type { Bilingual } from '@yuheng/shared/domain/bilingual';

export interface ProfileRow {
  readonly id: string;
  /** Null: the total. */
  readonly name: Bilingual | null;
  readonly marks: string;
  readonly score: string;
  /** Percent of the marks; null where nothing applies. */
  readonly share: string | null;
  readonly city: string | null;
  /** By county in like conditions. */
  readonly alike: Readonly<Record<string, string | null>>;
}

const TOTAL = 'total';

/** Exactly, rounded half up to two decimals, as the shares of the dimensions are. */
function shareOf(score: string | null, full: string): string | null {
  const [reached, all] = [parseDecimal(score ?? ''), parseDecimal(full)];
  if (!reached || !all || all.numerator <= 0n) return null;
  return printRounded(multiply(divide(reached, all), rational(100)), 2);
}

/** The dimensions in the method's order, and the total last, as a score table ends. */
export function profileRows(
  { dimensions, total, fullMarks }: NonNullable<County['result']>,
  { shares, city, alike }: NonNullable<County['beside']>,
): readonly ProfileRow[] {
  const of = (all: typeof shares | undefined, id: string): string | null =>
    all?.find((one) => one.id === id)?.share ?? null;
  const others = alike?.counties ?? [];
  const rows = dimensions.map(({ id, name, marks, score }) => ({
    id,
    name,
    marks,
    score,
    share: of(shares, id),
    city: of(city?.shares, id),
    alike: Object.fromEntries(others.map((one) => [one.id, of(one.shares, id)])),
  }));
  const last: ProfileRow = {
    id: TOTAL,
    name: null,
    marks: fullMarks,
    score: total,
    share: shareOf(total, fullMarks),
    city: shareOf(city?.total ?? null, fullMarks),
    alike: Object.fromEntries(others.map((one) => [one.id, shareOf(one.total, fullMarks)])),
  };
  return [...rows, last];
}
