import type { Bilingual } from '../bilingual';
import { bilingual } from '../bilingual';
import type { CountyYearFacts, WageMonth } from '../metrics/facts';
import { fen } from '../money/fen';
import { amountInWords } from '../money/print-money';
import { moneyChain, type ChainLink } from '../monitoring/money-chain';
import { dayInWords } from '../period/day-in-words';
import type { YearMonth } from '../period/year-month';
import { monthInWords, oneSentence, partOfCounties } from '../sentences/counties-in-words';
import { showsAmountsReceived } from './wall-figures';
import {
  factsOf,
  nothingGathered,
  NOTHING_DUE_YET,
  parts,
  rateCells,
  rateNames,
  rateSums,
  words,
  type WallCell,
  type WallCounty,
  type WallPage,
} from './wall-page';

/**
 * What the wall shows of a year: the money's arrival, wages, duties done and findings closed, each with the city's sums in a
 * sentence and the counties in the order given. Counts and days only: no light, mark, grade, rank, doubt or name of a person,
 * and of the metrics those that are 主动公开 (see wall-figures). What came late and is done is done.
 * Example: with nine counties, "9 个县（市、区）均已到位，9 个县（市、区）中 8 个已拨付县司法局。"
 */
export const wallPages = (year: number, counties: readonly WallCounty[]): readonly WallPage[] => [
  moneyPage(year, counties),
  wagesPage(year, counties),
  dutiesPage(year, counties),
  findingsPage(year, counties),
];

const plural = (part: number, whole: number): boolean => !(part === 1 || whole === 1);
const have = (part: number, whole: number): string => (plural(part, whole) ? 'have' : 'has');

function moneyPage(year: number, counties: readonly WallCounty[]): WallPage {
  const facts = factsOf(counties);
  const chains = facts.map((one) => moneyChain(one));
  const reached = (link: 'issued' | 'received' | 'passedOn'): number =>
    chains.filter((one) => one[link].on !== null).length;
  const issued = fen(chains.reduce((sum, one) => sum + one.issued.amount, 0));
  const all = counties.length;
  return {
    id: 'money',
    sentence: moneySentence(year, { gathered: facts.length, issued, all, reached }),
    sums: [
      { name: bilingual('已下达', 'Issued'), text: amountInWords(issued) },
      { name: bilingual('已到位', 'Arrived'), text: ofCounties(reached('received'), all) },
      { name: bilingual('已拨付县司法局', 'Passed on'), text: ofCounties(reached('passedOn'), all) },
      ...rateSums('money', facts),
    ],
    columns: [
      bilingual('下达', 'Issued'),
      bilingual('到位', 'Arrived'),
      bilingual('拨付县司法局', 'Passed on'),
      ...rateNames('money'),
    ],
    rows: counties.map(({ county, facts: own }) => ({
      county,
      cells: [...(own ? linkCells(own) : NO_LINKS), ...rateCells('money', own)],
    })),
  };
}

function moneySentence(
  year: number,
  {
    gathered,
    issued,
    all,
    reached,
  }: {
    readonly gathered: number;
    readonly issued: ReturnType<typeof fen>;
    readonly all: number;
    readonly reached: (link: 'issued' | 'received' | 'passedOn') => number;
  },
): Bilingual {
  if (gathered === 0) return nothingGathered(year);
  if (reached('issued') + reached('received') + reached('passedOn') === 0) {
    return bilingual(`${year} 年市级资金尚未下达。`, `The city money of ${year} has not been issued yet.`);
  }
  const [received, passedOn] = [reached('received'), reached('passedOn')];
  const amount = amountInWords(issued);
  return oneSentence([
    bilingual(`${year} 年市级资金已下达 ${amount.zh}`, `${amount.en} of ${year} issued`),
    bilingual(
      `${partOfCounties(received, all).zh}已到位`,
      `${partOfCounties(received, all).en} ${have(received, all)} it`,
    ),
    bilingual(
      `${partOfCounties(passedOn, all).zh}已拨付县司法局`,
      `${partOfCounties(passedOn, all).en} ${have(passedOn, all)} passed it on to the county bureau`,
    ),
  ]);
}

const ofCounties = (part: number, all: number): Bilingual =>
  bilingual(`${part} / ${all} 个`, `${part} of ${all}`);

const NOT_YET = {
  issued: bilingual('尚未下达', 'not issued yet'),
  received: bilingual('尚未到位', 'not arrived yet'),
  passedOn: bilingual('尚未拨付', 'not passed on yet'),
} as const;

const NO_LINKS: readonly WallCell[] = [NOTHING_DUE_YET, NOTHING_DUE_YET, NOTHING_DUE_YET].map(words);

/** The amount issued is published; that received is told with the rate that divides it; of the pass-on only its day. */
function linkCells(facts: CountyYearFacts): readonly WallCell[] {
  const { issued, received, passedOn } = moneyChain(facts);
  return [
    linkCell(issued, NOT_YET.issued, true),
    linkCell(received, NOT_YET.received, showsAmountsReceived()),
    linkCell(passedOn, NOT_YET.passedOn, false),
  ];
}

function linkCell({ amount, on }: ChainLink, notYet: Bilingual, withAmount: boolean): WallCell {
  if (on === null) return words(notYet);
  const [day, much] = [dayInWords(on), amountInWords(amount)];
  return words(withAmount ? bilingual(`${much.zh} · ${day.zh}`, `${much.en} · ${day.en}`) : day);
}

/** Months whose wages have fallen due; one that does not apply is none. */
const dueMonths = ({ wageMonths, asOf }: CountyYearFacts): readonly WageMonth[] =>
  wageMonths.filter((one) => one.dueOn <= asOf && one.state !== 'notApplicable');

/** Everyone on post was paid, whenever that was. A month that is not reported is not known to be paid. */
const isPaid = ({ state, personsPaid, personsOnPost }: WageMonth): boolean =>
  (state === 'reported' || state === 'late') && personsPaid >= personsOnPost;

function wagesPage(year: number, counties: readonly WallCounty[]): WallPage {
  const facts = factsOf(counties);
  const latest = facts
    .flatMap(dueMonths)
    .map((one) => one.month)
    .sort()
    .at(-1);
  const tallies = counties.map(({ county, facts: own }) => ({ county, facts: own, ...wagesOf(own, latest) }));
  const all = counties.length;
  const paidLatest = tallies.filter((one) => one.latest === 'paid').length;
  const inFull = tallies.filter((one) => one.due > 0 && one.done === one.due).length;
  const month = latest === undefined ? null : monthInWords(latest);
  return {
    id: 'wages',
    sentence:
      month === null
        ? bilingual(`${year} 年工资尚未到发放日。`, `No wages of ${year} are due yet.`)
        : oneSentence([
            bilingual(
              `${year} 年 ${month.zh}工资 ${partOfCounties(paidLatest, all).zh}已发放`,
              `${partOfCounties(paidLatest, all).en} ${have(paidLatest, all)} paid the wages of ${month.en} ${year}`,
            ),
            bilingual(
              `本年到期各月 ${partOfCounties(inFull, all).zh}已全部发放`,
              `${partOfCounties(inFull, all).en} ${have(inFull, all)} paid every month due`,
            ),
          ]),
    sums: [
      {
        name: month
          ? bilingual(`${month.zh}工资已发放`, `${month.en} paid`)
          : bilingual('工资已发放', 'Paid'),
        text: month ? ofCounties(paidLatest, all) : NOTHING_DUE_YET,
      },
      {
        name: bilingual('到期各月均已发放', 'Every month paid'),
        text: month ? ofCounties(inFull, all) : NOTHING_DUE_YET,
      },
      ...rateSums('wages', facts),
    ],
    columns: [
      month
        ? bilingual(`${month.zh}工资`, `Wages of ${month.en}`)
        : bilingual('最近一月工资', 'Latest month'),
      bilingual('到期各月', 'Months due'),
      ...rateNames('wages'),
    ],
    rows: tallies.map((one) => ({
      county: one.county,
      cells: [
        words(LATEST[one.latest]),
        parts(
          one.done,
          one.due,
          bilingual(`${one.done} / ${one.due} 个月已发放`, `${one.done} of ${one.due} paid`),
        ),
        ...rateCells('wages', one.facts),
      ],
    })),
  };
}

const LATEST = {
  paid: bilingual('已发放', 'paid'),
  notConfirmed: bilingual('尚未确认发放', 'not confirmed yet'),
  notDue: NOTHING_DUE_YET,
} as const;

function wagesOf(
  facts: CountyYearFacts | null,
  latest: YearMonth | undefined,
): { readonly latest: keyof typeof LATEST; readonly done: number; readonly due: number } {
  const due = facts ? dueMonths(facts) : [];
  const last = due.find((one) => one.month === latest);
  return {
    latest: last === undefined ? 'notDue' : isPaid(last) ? 'paid' : 'notConfirmed',
    done: due.filter(isPaid).length,
    due: due.length,
  };
}

function dutiesPage(year: number, counties: readonly WallCounty[]): WallPage {
  const due = counties.reduce((sum, one) => sum + one.duties.due, 0);
  const done = counties.reduce((sum, one) => sum + one.duties.done, 0);
  const settled = counties.filter(({ duties }) => duties.due > 0 && duties.done === duties.due).length;
  const all = counties.length;
  return {
    id: 'duties',
    sentence:
      due === 0
        ? nothingGathered(year)
        : oneSentence([
            bilingual(
              `${year} 年到期应办 ${due} 项，已办 ${done} 项`,
              `Of ${due} dut${due === 1 ? 'y' : 'ies'} of ${year} that fell due ${done} ${done === 1 ? 'is' : 'are'} done`,
            ),
            bilingual(
              `${partOfCounties(settled, all).zh}已全部办结`,
              `${partOfCounties(settled, all).en} ${have(settled, all)} done all of them`,
            ),
          ]),
    sums: [
      { name: bilingual('到期应办', 'Fallen due'), text: bilingual(`${due} 项`, `${due}`) },
      { name: bilingual('已办', 'Done'), text: bilingual(`${done} 项`, `${done}`) },
      {
        name: bilingual('全部办结', 'All done'),
        text: due === 0 ? NOTHING_DUE_YET : ofCounties(settled, all),
      },
      ...rateSums('duties', factsOf(counties)),
    ],
    columns: [bilingual('应办已办', 'Done of those due'), ...rateNames('duties')],
    rows: counties.map(({ county, facts, duties }) => ({
      county,
      cells: [
        parts(
          duties.done,
          duties.due,
          bilingual(`应办 ${duties.due} 项，已办 ${duties.done} 项`, `${duties.done} of ${duties.due} done`),
        ),
        ...rateCells('duties', facts),
      ],
    })),
  };
}

/** 问题: those that an inspection wrote down. A doubt (疑点) is none, and is not even counted here. */
function tallyFindings(facts: CountyYearFacts | null): { readonly found: number; readonly closed: number } {
  const found = (facts?.findings ?? []).filter((one) => one.foundOn <= (facts?.asOf ?? ''));
  const closed = found.filter((one) => one.closedOn !== null && one.closedOn <= (facts?.asOf ?? ''));
  return { found: found.length, closed: closed.length };
}

function findingsPage(year: number, counties: readonly WallCounty[]): WallPage {
  const tallies = counties.map(({ county, facts }) => ({ county, facts, ...tallyFindings(facts) }));
  const found = tallies.reduce((sum, one) => sum + one.found, 0);
  const closed = tallies.reduce((sum, one) => sum + one.closed, 0);
  const facts = factsOf(counties);
  return {
    id: 'findings',
    sentence: facts.length === 0 ? nothingGathered(year) : findingsSentence(year, { found, closed }),
    sums: [
      { name: bilingual('发现问题', 'Found'), text: bilingual(`${found} 个`, `${found}`) },
      { name: bilingual('已销号', 'Closed'), text: bilingual(`${closed} 个`, `${closed}`) },
      {
        name: bilingual('整改中', 'Being rectified'),
        text: bilingual(`${found - closed} 个`, `${found - closed}`),
      },
      ...rateSums('findings', facts),
    ],
    columns: [bilingual('问题销号', 'Findings closed'), ...rateNames('findings')],
    rows: tallies.map((one) => ({
      county: one.county,
      cells: [
        one.facts && one.found === 0
          ? words(bilingual('没有问题', 'no finding'))
          : parts(
              one.closed,
              one.found,
              bilingual(
                `发现 ${one.found} 个，已销号 ${one.closed} 个`,
                `${one.closed} of ${one.found} closed`,
              ),
            ),
        ...rateCells('findings', one.facts),
      ],
    })),
  };
}

function findingsSentence(
  year: number,
  { found, closed }: { readonly found: number; readonly closed: number },
): Bilingual {
  if (found === 0) {
    return bilingual(`${year} 年督查没有登记的问题。`, `The inspections of ${year} wrote down no finding.`);
  }
  const open = found - closed;
  const rest =
    open === 0
      ? bilingual('全部销号', 'all of them closed')
      : bilingual(`已销号 ${closed} 个，${open} 个整改中`, `${closed} closed, ${open} being rectified`);
  return bilingual(
    `${year} 年督查发现问题 ${found} 个，${rest.zh}。`,
    `The inspections of ${year} wrote down ${found} finding${found === 1 ? '' : 's'}: ${rest.en}.`,
  );
}
