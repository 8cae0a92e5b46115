import { bilingual, type Bilingual } from '../../bilingual';
import type { Fen } from '../../money/fen';
import { amountsInWords } from '../../money/print-money';
import { dayInWords } from '../../period/day-in-words';
import type { DecisionDocument } from './decision-in-words';

/** What a county is told of its part of a decided split. */
export interface NoticeFigures extends DecisionDocument {
  readonly year: number;
  readonly lastPart: number;
  readonly part: number;
  readonly fen: Fen;
  /** 提前下达, and 正式下达 = the rest; negative: too much was issued before (多退). */
  readonly advanceFen: Fen;
  readonly finalFen: Fen;
  /** Null where no post is cut. */
  readonly cutTakesEffectOn: string | null;
}

/**
 * The notice's sentence: by which document, how many posts against the split before, the money of the year and in which
 * two moments it is issued, and from when a cut takes effect. No county is named: the notice prints its name.
 *
 * Example: 根据玉司发〔2026〕12号（2026年4月2日印发），2026年度核定 16 个名额，比上年度增加 1 个；全年资金 19.20 万元，全部正式下达。
 */
export function noticeSentence(one: NoticeFigures): Bilingual {
  const { money, issued } = moneyClauses(one);
  const [day, change] = [dayInWords(one.decidedOn), changeClause(one)];
  const cut =
    one.part < one.lastPart && one.cutTakesEffectOn !== null ? dayInWords(one.cutTakesEffectOn) : null;
  return bilingual(
    `根据${one.documentNumber}（${day.zh}印发），${one.year}年度核定 ${one.part} 个名额，${change.zh}；全年资金 ${money.zh}，${issued.zh}${
      cut ? `；核减的名额自${cut.zh}起执行，先用空缺名额` : ''
    }。`,
    `By ${one.documentNumber}, promulgated on ${day.en}: ${one.part} posts in ${one.year}, ${change.en}; ${money.en} for the year, ${issued.en}${
      cut ? `; the cut takes effect on ${cut.en}, vacant posts first` : ''
    }.`,
  );
}

function changeClause({ lastPart, part }: NoticeFigures): Bilingual {
  const change = part - lastPart;
  if (change === 0) return bilingual('与上年度相同', 'as many as the year before');
  return change > 0
    ? bilingual(`比上年度增加 ${change} 个`, `${change} more than the year before`)
    : bilingual(`比上年度减少 ${-change} 个`, `${-change} fewer than the year before`);
}

/** The money of the year and its two moments, in one unit. */
function moneyClauses({ advanceFen, finalFen, fen }: NoticeFigures): Record<'money' | 'issued', Bilingual> {
  const back = (advanceFen - fen) as Fen;
  const [money, advance, rest, returned] = amountsInWords([fen, advanceFen, finalFen, back]);
  if (!money || !advance || !rest || !returned) throw new RangeError('Four amounts are said.');
  return { money, issued: issueClause({ advanceFen, finalFen }, { advance, rest, returned }) };
}

function issueClause(
  { advanceFen, finalFen }: Pick<NoticeFigures, 'advanceFen' | 'finalFen'>,
  { advance, rest, returned }: Record<'advance' | 'rest' | 'returned', Bilingual>,
): Bilingual {
  if (advanceFen === 0) return bilingual('全部正式下达', 'all issued in spring');
  if (finalFen < 0) {
    return bilingual(
      `已提前下达 ${advance.zh}，多下达的 ${returned.zh}按多退少补收回`,
      `${advance.en} issued in advance, of which ${returned.en} goes back`,
    );
  }
  return finalFen === 0
    ? bilingual(`已全部提前下达`, `all of it issued in advance`)
    : bilingual(
        `其中提前下达 ${advance.zh}，正式下达 ${rest.zh}`,
        `${advance.en} of it in advance and ${rest.en} in spring`,
      );
}

/** What an old notice says once a later decision corrected its own. */
export const correctedSentence = ({ documentNumber, decidedOn }: DecisionDocument): Bilingual => {
  const day = dayInWords(decidedOn);
  return bilingual(
    `本通知已由${documentNumber}（${day.zh}印发）更正，以更正后的通知为准。`,
    `This notice was corrected by ${documentNumber}, promulgated on ${day.en}: the later notice counts.`,
  );
};
