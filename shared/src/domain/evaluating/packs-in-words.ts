import { bilingual, type Bilingual } from '../bilingual';
import type { IsoDate } from '../period/year-month';

/** How it stands with the packs (离线评分包) of one evaluator in a round. */
export interface PacksOfMember {
  readonly name: string;
  /** Packs that were not brought back since they were made. */
  readonly out: number;
  /** The last day on which one of those is taken back; null: none is out. */
  readonly validUntil: IsoDate | null;
  /** The day on which something of one was last taken over; null: never. */
  readonly takenBackOn: IsoDate | null;
}

/**
 * Who works off line, until when, and who has brought a pack back, in one sentence; null where nobody took a pack. A pack
 * that is out past its day is no longer taken back.
 */
export function packsInWords(members: readonly PacksOfMember[], today: IsoDate): Bilingual | null {
  const out = members.filter(({ validUntil }) => validUntil !== null && validUntil >= today);
  const lapsed = members.filter(({ validUntil }) => validUntil !== null && validUntil < today);
  const back = members.filter(({ takenBackOn }) => takenBackOn !== null);
  const packs = (some: readonly PacksOfMember[]): number => some.reduce((sum, one) => sum + one.out, 0);
  const last =
    out
      .map(({ validUntil }) => validUntil ?? '')
      .sort()
      .at(-1) ?? '';
  const parts: Bilingual[] = [];
  if (out.length > 0) {
    parts.push(
      bilingual(
        `${out.length} 人的 ${packs(out)} 个尚未带回（${namesOf(out).zh}），最迟 ${last} 带回`,
        `${packs(out)} of ${out.length} evaluators are out (${namesOf(out).en}), until ${last} at the latest`,
      ),
    );
  }
  if (lapsed.length > 0) {
    parts.push(
      bilingual(
        `${lapsed.length} 人的 ${packs(lapsed)} 个已过期、未带回（${namesOf(lapsed).zh}）`,
        `${packs(lapsed)} of ${lapsed.length} evaluators lapsed without coming back (${namesOf(lapsed).en})`,
      ),
    );
  }
  if (back.length > 0) {
    const days = (one: PacksOfMember): string => `${one.name} ${one.takenBackOn ?? ''}`;
    parts.push(
      bilingual(`已带回：${back.map(days).join('、')}`, `brought back: ${back.map(days).join(', ')}`),
    );
  }
  if (parts.length === 0) return null;
  return bilingual(
    `离线评分包：${parts.map(({ zh }) => zh).join('；')}。`,
    `Packs for work off line: ${parts.map(({ en }) => en).join('; ')}.`,
  );
}

const namesOf = (members: readonly PacksOfMember[]): Bilingual =>
  bilingual(members.map(({ name }) => name).join('、'), members.map(({ name }) => name).join(', '));
