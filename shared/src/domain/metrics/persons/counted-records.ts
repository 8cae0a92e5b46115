import type { Bilingual } from '../../bilingual';
import { refusal } from '../../refusal';
import type { Refusal } from '../../refusal';

/** One record that counts a part out of a whole. */
export interface CountedRecord {
  /** RFC 6901 pointer of the record in the facts. */
  readonly pointer: string;
  readonly name: Bilingual;
  readonly part: number;
  readonly whole: number;
}

/** What is counted, as it stands in a sentence. */
export interface CountedWords {
  readonly part: Bilingual;
  readonly whole: Bilingual;
}

function refusalOf({ pointer, name, part, whole }: CountedRecord, words: CountedWords): Refusal | null {
  const negative = part < 0 ? words.part : whole < 0 ? words.whole : null;
  if (negative !== null) {
    const figure = part < 0 ? part : whole;
    return refusal(
      pointer,
      `${name.zh}的${negative.zh}为${figure}，不应小于0，请核对。`,
      `${name.en}: ${negative.en} is ${figure}, which cannot be below 0; check it.`,
    );
  }
  if (part <= whole) return null;
  return refusal(
    pointer,
    `${name.zh}的${words.part.zh}为${part}，大于${words.whole.zh}${whole}，两者矛盾，请核对。`,
    `${name.en}: ${words.part.en} is ${part}, above the ${whole} of ${words.whole.en}: they contradict each other; check both.`,
  );
}

/**
 * Refuses each record with a figure below 0 or a part above its whole, naming it: in a sum one record would hide the fault
 * of another. Example: 41 satisfied of 40 answers is refused although 0 of 60 stands beside it.
 */
export const refusalsOfRecords = (
  records: readonly CountedRecord[],
  words: CountedWords,
): readonly Refusal[] =>
  records.flatMap((record) => {
    const wrong = refusalOf(record, words);
    return wrong === null ? [] : [wrong];
  });
