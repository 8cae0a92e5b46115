import { bilingual, type Bilingual } from '../bilingual';
import type { IsoDate } from '../period/year-month';
import type { AgreementGap } from './agreement-gaps';

/** What still stands in the way of 定案, in words, and where it is put in order. */
export interface Obstacle {
  readonly kind: 'sheetOpen' | 'gap' | 'missing' | 'noDraft' | 'replyOpen' | 'notRuled';
  readonly county: string | null;
  readonly indicator: string | null;
  readonly words: Bilingual;
}

export interface CountyInRound {
  readonly county: string;
  readonly name: string;
  /** Leaves that keep the total from being computed. */
  readonly missing: readonly string[];
  /** Evaluators whose sheet of it is not handed in. */
  readonly openSheets: number;
  /** submitted: handed in with opinions, or without any (无意见); open: neither. */
  readonly reply: 'open' | 'submitted';
  /** Leaves with an opinion that nobody has ruled on. */
  readonly notRuled: readonly string[];
}

export interface RoundBeforeFinal {
  /** Null before the draft result was opened for replies. */
  readonly draft: { readonly replyBy: IsoDate } | null;
  readonly today: IsoDate;
  /** No county is asked in a self-evaluation. */
  readonly asksReplies: boolean;
  readonly counties: readonly CountyInRound[];
  readonly gaps: readonly AgreementGap[];
  readonly indicatorName: (id: string) => Bilingual;
}

const obstacle = (
  kind: Obstacle['kind'],
  [county, indicator]: readonly [string | null, string | null],
  zh: string,
  en: string,
): Obstacle => ({ kind, county, indicator, words: bilingual(zh, en) });

function ofCounty(one: CountyInRound, round: RoundBeforeFinal): Obstacle[] {
  const { county, name } = one;
  const found: Obstacle[] = [];
  if (one.openSheets > 0) {
    found.push(
      obstacle(
        'sheetOpen',
        [county, null],
        `${name}还有${one.openSheets}份评分表未提交，请督促评价人员提交。`,
        `In ${name} ${one.openSheets} score sheets are not handed in; ask their evaluators.`,
      ),
    );
  }
  for (const indicator of one.missing) {
    const leaf = round.indicatorName(indicator);
    found.push(
      obstacle(
        'missing',
        [county, indicator],
        `${name}“${leaf.zh}”没有得分，总分无法计算，请补齐数据、打分或者合议确定。`,
        `In ${name} "${leaf.en}" has no score, so there is no total; complete its figures, mark it or deliberate on it.`,
      ),
    );
  }
  if (!round.asksReplies || round.draft === null) return found;
  const { replyBy } = round.draft;
  if (one.reply === 'open' && round.today <= replyBy) {
    found.push(
      obstacle(
        'replyOpen',
        [county, null],
        `${name}尚未反馈意见，期限为${replyBy}，请等期满或者由该县（市、区）提交。`,
        `From ${name} there is no answer yet, and it may answer until ${replyBy}: wait, or ask it to hand in.`,
      ),
    );
  }
  for (const indicator of one.notRuled) {
    const leaf = round.indicatorName(indicator);
    found.push(
      obstacle(
        'notRuled',
        [county, indicator],
        `${name}对“${leaf.zh}”的意见尚未作出采纳决定，请主评人逐条处理。`,
        `In ${name} the opinion on "${leaf.en}" has no ruling; the lead evaluator rules on each.`,
      ),
    );
  }
  return found;
}

function ofGap(gap: AgreementGap, round: RoundBeforeFinal): Obstacle[] {
  if (gap.state === 'settled') return [];
  const leaf = round.indicatorName(gap.indicator);
  const name = round.counties.find(({ county }) => county === gap.county)?.name ?? gap.county;
  const [zh, en] =
    gap.state === 'needsDeliberation'
      ? ['请组织合议并登记结果', 'deliberate on it and record the result']
      : gap.state === 'needsThird'
        ? ['请指派第三人复核', 'have a third evaluator look at it']
        : ['请等第三人提交后合议', 'deliberate once the third evaluator has handed in'];
  return [
    obstacle(
      'gap',
      [gap.county, gap.indicator],
      `${name}“${leaf.zh}”评价人员的意见相差较大，${zh}。`,
      `In ${name} evaluators differ on "${leaf.en}"; ${en}.`,
    ),
  ];
}

/**
 * What still stands in the way of 定案, each with its place and what to do, in the order of the counties; empty: the round
 * is ready. Open gaps and score sheets, leaves without a score, a draft that the counties have not seen, counties that may
 * still answer, opinions without a ruling.
 */
export function obstaclesToFinal(round: RoundBeforeFinal): readonly Obstacle[] {
  const draft =
    round.asksReplies && round.draft === null
      ? [
          obstacle(
            'noDraft',
            [null, null],
            '评价结果尚未征求意见，请先开放征求意见。',
            'The counties have not seen the draft result: open it for replies first.',
          ),
        ]
      : [];
  return [
    ...draft,
    ...round.counties.flatMap((one) => ofCounty(one, round)),
    ...round.gaps.flatMap((one) => ofGap(one, round)),
  ];
}
