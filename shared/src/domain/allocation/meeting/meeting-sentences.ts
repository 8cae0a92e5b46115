import { bilingual, type Bilingual } from '../../bilingual';
import { amountInWords } from '../../money/print-money';
import { fen } from '../../money/fen';
import { grouped } from '../../numbers/grouped';
import { countiesInWords } from '../../sentences/counties-in-words';
import { STEADINESS_WORDS, type Steadiness } from '../../simulation/steadiness';

/** What the sentences of the meeting's paper are made of: an `AllocationProposal` has it. */
export interface ProposedForMeeting {
  readonly pool: { readonly posts: number; readonly totalFen: number };
  readonly counties: readonly {
    readonly county: string;
    readonly lastPart: number;
    readonly part: number;
    /** What the policy gives before 有把握才调整; absent: the same. */
    readonly proposedPart?: number;
    readonly change: number;
    readonly certainty: {
      readonly steadiness: Steadiness;
      readonly heldRuns: number;
      readonly runs: number;
      readonly heldPercent: string;
    } | null;
  }[];
}

type County = ProposedForMeeting['counties'][number];

/** Who gains or gives up a post and is sure of its direction: what a decision could rest on. */
const isFirmChange = ({ change, certainty }: County): boolean =>
  change !== 0 && certainty !== null && certainty.steadiness !== 'unstable';

/** What the sentence on the split says besides its figures. */
export interface WordsForMeeting {
  readonly year: number;
  readonly names: Readonly<Record<string, string>>;
  /** After 印发 nothing is proposed any more. */
  readonly isDecided?: boolean;
}

/**
 * What is put to the meeting, in one sentence: posts and money, then every county that changes from … to …, then how
 * many stay. A county without a name is said by its id. Once decided it is no proposal (拟) any more.
 * Example: 拟分配2026年名额150个，180.00 万元：红塔区 16→17，元江县 9→8；其余 7 个县（市、区）不变。
 */
export function whatIsProposed(
  proposal: ProposedForMeeting,
  { year, names, isDecided = false }: WordsForMeeting,
): Bilingual {
  const { pool, counties } = proposal;
  const money = amountInWords(fen(pool.totalFen));
  const head = bilingual(
    `${isDecided ? '分配' : '拟分配'}${year}年名额${pool.posts}个，${money.zh}`,
    `${pool.posts} posts for ${year}, ${money.en}`,
  );
  const moved = counties.filter(({ change }) => change !== 0);
  const stay = countiesInWords(counties.length - moved.length);
  if (moved.length === 0) {
    return bilingual(
      `${head.zh}：${stay.zh}的名额均与现行分配相同。`,
      `${head.en}: all ${stay.en} keep the posts that they have.`,
    );
  }
  const list = (join: string) =>
    moved.map((one) => `${names[one.county] ?? one.county} ${one.lastPart}→${one.part}`).join(join);
  return moved.length === counties.length
    ? bilingual(`${head.zh}：${list('，')}。`, `${head.en}: ${list(', ')}.`)
    : bilingual(
        `${head.zh}：${list('，')}；其余 ${stay.zh}不变。`,
        `${head.en}: ${list(', ')}; ${stay.en} ${counties.length - moved.length === 1 ? 'stays' : 'stay'}.`,
      );
}

const WORST_LAST: readonly Steadiness[] = ['stable', 'fairlyStable', 'unstable'];

/** What decides whether a simulation has anything to vary: `AllocationSettings` have it. */
export interface VariedSettings {
  readonly performance: { readonly mode: string };
  /** A decimal as it was published. */
  readonly firmness: { readonly weightUncertainty: string };
}

/** Whether scores count or a weight is uncertain. Where neither is, that every run agrees says nothing. */
export const isSimulationVaried = ({ performance, firmness }: VariedSettings): boolean =>
  performance.mode !== 'none' || /[1-9]/.test(firmness.weightUncertainty);

/**
 * How sure the directions are: how many counties are 稳定, 较稳定, 不稳定, and, of those that change, the lowest share of
 * simulations in which the direction holds; where 有把握才调整 held changes back, of how many counties. A proposal without simulation, or one in which nothing was varied, says so.
 */
export function howSureInWords({ counties }: ProposedForMeeting, settings: VariedSettings): Bilingual {
  if (!isSimulationVaried(settings)) {
    return bilingual(
      '得分不计入，权重也没有设误差，模拟中没有变动的数，把握程度不适用。',
      'Scores do not count and no weight is uncertain: the simulation had nothing to vary and says nothing of how sure this is.',
    );
  }
  const known = counties.flatMap((one) => (one.certainty ? [{ ...one, certainty: one.certainty }] : []));
  const [first] = known;
  if (!first || known.length < counties.length) {
    return bilingual('本方案未作把握程度测算。', 'How sure this is was not examined.');
  }
  const said = WORST_LAST.map((steadiness) => ({
    word: STEADINESS_WORDS[steadiness],
    count: known.filter(({ certainty }) => certainty.steadiness === steadiness).length,
  })).filter(({ count }) => count > 0);
  const { runs } = first.certainty;
  const head = bilingual(
    `按 ${grouped(runs)} 次模拟，${said.map(({ word, count }) => `${word.zh} ${count} 个`).join('、')}`,
    `In ${grouped(runs)} simulations ${said.map(({ word, count }) => `${count} ${word.en}`).join(', ')}`,
  );
  const held = counties.filter(({ part, proposedPart = part }) => proposedPart !== part).length;
  const enCounties = held === 1 ? '1 county' : `${held} counties`;
  const lowest = known
    .filter(({ change }) => change !== 0)
    .reduce<(typeof known)[number] | null>(
      (least, one) => (least === null || one.certainty.heldRuns < least.certainty.heldRuns ? one : least),
      null,
    );
  if (lowest === null) {
    return held === 0
      ? bilingual(`${head.zh}；没有增减。`, `${head.en}; nothing changes.`)
      : bilingual(
          `${head.zh}；测算有增减的 ${held} 个县（市、区）均未调整。`,
          `${head.en}; the computed changes of ${enCounties} are not made.`,
        );
  }
  const [zhHeld, enHeld] =
    held === 0
      ? ['', '']
      : [
          `；另有 ${held} 个县（市、区）测算的增减没有调整或者没有全部调整`,
          `; the computed change of ${enCounties} is not made, or not all of it`,
        ];
  const { heldPercent } = lowest.certainty;
  const [zhShare, enShare] =
    heldPercent === '100' ? ['全部', 'all'] : [`至少 ${heldPercent}% 的`, `at least ${heldPercent} %`];
  return bilingual(
    `${head.zh}；调整的方向在${zhShare}模拟中成立${zhHeld}。`,
    `${head.en}; every change keeps its direction in ${enShare} of them${enHeld}.`,
  );
}

/**
 * 不具备调整依据，建议维持现行分配: said where no change is firm, whether nothing changes or every change is 不稳定 or was never
 * examined. Null where at least one county's change is 稳定 or 较稳定.
 */
export const adviceToKeep = ({ counties }: ProposedForMeeting): Bilingual | null =>
  counties.some(isFirmChange)
    ? null
    : bilingual('不具备调整依据，建议维持现行分配。', 'No basis for a change: keep the split in force.');
