import { bilingual, type Bilingual } from '../bilingual';
import { dayInWords } from '../period/day-in-words';
import { GRADE_WORDS, type Grade } from '../scoring/grade';

/** One county's row of a result, as far as its sentence goes. */
export interface ResultRow {
  /** As printed; null where there is none. */
  readonly total: string | null;
  /** Null before 定案, and without a total. */
  readonly grade: Grade | null;
}

/** Which 定案 a result is of. */
export interface ResultFinality {
  readonly finalisedOn: string;
  readonly documentNumber: string;
}

/**
 * A result in one sentence, by the rows that the reader sees: how many counties have each grade; to a county, which sees its
 * own row alone, its score and grade. Before 定案 no grade and no place in an order is said (product.md, no verdict before
 * the verdict). `finality` null: a draft.
 * Example: 2026年3月12日定案（演示司发〔2026〕9号）：得分87.39，等级良。
 */
export function resultSentence(rows: readonly ResultRow[], finality: ResultFinality | null): Bilingual {
  if (finality === null) {
    return bilingual(
      '征求意见稿，尚未定案：不评等级，不排位次。',
      'A draft for replies, not final: no grades and no ranks.',
    );
  }
  const { finalisedOn, documentNumber } = finality;
  const since = bilingual(
    `${dayInWords(finalisedOn).zh}定案（${documentNumber}）：`,
    `Final since ${finalisedOn} (${documentNumber}): `,
  );
  const said = rows.length === 1 && rows[0] ? ofOne(rows[0]) : ofAll(rows);
  return bilingual(since.zh + said.zh, since.en + said.en);
}

function ofOne({ total, grade }: ResultRow): Bilingual {
  if (total === null) return bilingual('没有得分。', 'no score.');
  const words = grade && GRADE_WORDS[grade];
  return bilingual(
    `得分${total}${words ? `，等级${words.zh}` : ''}。`,
    `${total} marks${words ? `, ${words.en}` : ''}.`,
  );
}

function ofAll(rows: readonly ResultRow[]): Bilingual {
  const count = (grade: Grade): number => rows.filter((one) => one.grade === grade).length;
  const [a, b, c, d] = [count('excellent'), count('good'), count('fair'), count('poor')];
  return bilingual(
    `${rows.length}个县（市、区）中优${a}个，良${b}个，中${c}个，差${d}个。`,
    `of ${rows.length} counties ${a} excellent, ${b} good, ${c} fair, ${d} poor.`,
  );
}
