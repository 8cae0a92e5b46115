import { bilingual } from '../bilingual';
import type { Bilingual } from '../bilingual';
import type { CountyStanding } from '../monitoring/county-standing';
import { countiesInWords } from './counties-in-words';

export interface RiskSentence {
  readonly kind: 'unpaidWages' | 'overdueFindings' | 'repeatedFindings' | 'doubts';
  readonly count: number;
  readonly text: Bilingual;
  /** How many in each county, in the order given; empty for doubts, which are told as a number only. */
  readonly byCounty: readonly number[];
}

const sumOf = (standings: readonly CountyStanding[], figure: (one: CountyStanding) => number): number =>
  standings.reduce((sum, one) => sum + figure(one), 0);

const where = (standings: readonly CountyStanding[], figure: (one: CountyStanding) => number): Bilingual =>
  countiesInWords(standings.filter((one) => figure(one) > 0).length);

interface RiskWords {
  readonly kind: RiskSentence['kind'];
  readonly none: Bilingual;
  readonly some: (count: number, counties: Bilingual) => Bilingual;
}

const WORDS: readonly (RiskWords & { readonly figure: (one: CountyStanding) => number })[] = [
  {
    kind: 'unpaidWages',
    figure: (one) => one.unpaidPersons,
    none: bilingual('没有到期未发的工资。', 'No wages are overdue.'),
    some: (count, counties) =>
      bilingual(
        `${counties.zh}有 ${count} 人次工资到期未发。`,
        `${count} ${count === 1 ? 'wage is' : 'wages are'} overdue in ${counties.en}.`,
      ),
  },
  {
    kind: 'overdueFindings',
    figure: (one) => one.findings.overdue,
    none: bilingual('没有超期未整改的问题。', 'No finding is overdue.'),
    some: (count, counties) =>
      bilingual(
        `${counties.zh}有 ${count} 个问题超期未整改。`,
        `${count} ${count === 1 ? 'finding is' : 'findings are'} overdue in ${counties.en}.`,
      ),
  },
  {
    kind: 'repeatedFindings',
    figure: (one) => one.findings.repeated,
    none: bilingual('没有重复出现的未销号问题。', 'No open finding is a repeated one.'),
    some: (count, counties) =>
      bilingual(
        `${counties.zh}有 ${count} 个未销号问题属重复出现。`,
        `${count} open ${count === 1 ? 'finding was' : 'findings were'} found before, in ${counties.en}.`,
      ),
  },
];

/**
 * The risks of the overview, in a fixed order: unpaid wages, findings overdue, findings repeated, doubts. A count of 0 is
 * said too. Of doubts (疑点（待核实）) only the number is given: they accuse nobody.
 */
export function risks(standings: readonly CountyStanding[], doubts: number): readonly RiskSentence[] {
  const counted = WORDS.map(({ kind, figure, none, some }): RiskSentence => {
    const count = sumOf(standings, figure);
    const text = count === 0 ? none : some(count, where(standings, figure));
    return { kind, count, text, byCounty: standings.map(figure) };
  });
  const doubtText =
    doubts === 0
      ? bilingual('没有待核实的疑点。', 'No doubt is waiting to be verified.')
      : bilingual(
          `有 ${doubts} 个疑点待核实。`,
          `${doubts} ${doubts === 1 ? 'doubt is' : 'doubts are'} waiting to be verified.`,
        );
  return [...counted, { kind: 'doubts', count: doubts, text: doubtText, byCounty: [] }];
}
