import type { RepliesStanding } from '@yuheng/shared/domain/evaluating/replies-sentence';
import type { RepliesPage, ReplyCounty, ReplyLeaf } from '@yuheng/shared/contract/replies';
import { bilingual, type Bilingual } from '@yuheng/shared/domain/bilingual';
import { sectionsOfLeaves } from '@yuheng/shared/domain/scoring/groups/section-of-leaf';
import { plainMarks } from '@yuheng/shared/domain/scoring/groups/dimensions';
import { DEFAULT_SCORE_DECIMALS, nameOf, type Method } from '@yuheng/shared/domain/scoring/method';
import { readNumeral } from '@yuheng/shared/domain/scoring/numbers/numeral';
import { ZERO } from '@yuheng/shared/domain/numbers/rational';
import type { PlaceRow } from '../../regions/places.repository';
import type { ResultRow } from '../evaluations.queries';
import type { DraftRow, FinalisationRow, ReplyRow, ReplySheetRow, RulingRow } from './round-record.queries';

/** The draft of a round with all that was said to it. */
export interface Exchange {
  readonly draft: DraftRow;
  readonly method: Method;
  readonly results: readonly ResultRow[];
  readonly sheets: readonly ReplySheetRow[];
  readonly replies: readonly ReplyRow[];
  readonly rulings: readonly RulingRow[];
  /** No result followed the draft: its opinions are still ruled on. */
  readonly isCurrent: boolean;
  /** The draft is the one of now, and its deadline has not passed. */
  readonly mayAnswer: boolean;
}

export const decimalsOf = ({ scoreDecimals }: Method): number => scoreDecimals ?? DEFAULT_SCORE_DECIMALS;

/** Full marks of each leaf as a table prints them. */
export const marksOfLeaves = ({ indicators }: Method): ReadonlyMap<string, string> =>
  new Map(
    indicators
      .filter(({ rule }) => rule !== undefined)
      .map(({ id, marks }) => [id, plainMarks(readNumeral(marks ?? '0') ?? ZERO)]),
  );

function leavesOf(exchange: Exchange, { county, answer }: ResultRow): ReplyLeaf[] {
  const { method } = exchange;
  const byId = new Map(method.indicators.map((one) => [one.id, nameOf(one)]));
  const sections = sectionsOfLeaves(method);
  const marks = marksOfLeaves(method);
  const named = (id: string): Bilingual => byId.get(id) ?? bilingual(id, id);
  return answer.indicators.map(({ id, finalScore, state }) => {
    const said = exchange.replies.find((one) => one.county === county && one.indicator === id);
    return {
      id,
      name: named(id),
      section: named(sections.get(id) ?? id),
      marks: marks.get(id) ?? '0',
      finalScore,
      state: state ?? 'scored',
      reply: said
        ? {
            text: said.text,
            askedScore: said.askedScore,
            evidence: said.evidence,
            by: said.by,
            at: said.at,
          }
        : null,
      rulings: exchange.rulings
        .filter((one) => one.county === county && one.indicator === id && one.draft === exchange.draft.number)
        .map(({ version, ruling, finalScore: score, reason, by, at }) => ({
          version,
          ruling,
          finalScore: score,
          reason,
          by,
          at,
        })),
    };
  });
}

/** A draft with the result that came of it: the first that was finalised after it. */
export function presentDraft(
  { number, run, openedOn, replyBy, documentNumber, openedAt }: DraftRow,
  { finalisations }: { readonly finalisations: readonly FinalisationRow[] },
): RepliesPage['draft'] {
  const result = finalisations.findLast(({ finalisedAt }) => finalisedAt >= openedAt);
  return {
    number,
    run,
    openedOn,
    replyBy,
    documentNumber,
    result: result
      ? {
          number: result.number,
          finalisedOn: result.finalisedOn,
          documentNumber: result.documentNumber,
        }
      : null,
  };
}

export function presentCounty(
  exchange: Exchange,
  place: PlaceRow,
  acts: (state: ReplyCounty['state']) => ReplyCounty['acts'],
): ReplyCounty[] {
  const result = exchange.results.find(({ county }) => county === place.id);
  if (!result) return [];
  const sheet = exchange.sheets.find(({ county }) => county === place.id);
  const state = sheet?.state === 'submitted' ? 'submitted' : exchange.mayAnswer ? 'open' : 'lapsed';
  return [
    {
      county: place.id,
      name: place.name,
      state,
      version: sheet?.version ?? 0,
      submittedBy: sheet?.submittedBy ?? null,
      submittedAt: sheet?.submittedAt ?? null,
      total: result.answer.total,
      leaves: leavesOf(exchange, result),
      acts: acts(state),
    },
  ];
}

/** The exchange as the reader sees it, for its sentence. */
export function repliesStanding(counties: readonly ReplyCounty[], replyBy: string): RepliesStanding {
  const opinions = counties.flatMap(({ leaves }) => leaves.filter(({ reply }) => reply !== null));
  return {
    counties: counties.length,
    answered: counties.filter(({ state }) => state === 'submitted').length,
    opinions: opinions.length,
    ruled: opinions.filter(({ rulings }) => rulings.length > 0).length,
    replyBy,
  };
}
