import type { Overview } from '@yuheng/shared/contract/overview';
import { bilingual, type Bilingual } from '@yuheng/shared/domain/bilingual';
import { measureCells, NOTHING_DUE } from '@yuheng/shared/domain/monitoring/measure-cells';
import { monthlyTrend } from '@yuheng/shared/domain/monitoring/monthly-trend';
import { printRounded, rational } from '@yuheng/shared/domain/numbers/rational';
import { dayInWords } from '@yuheng/shared/domain/period/day-in-words';
import { countySentence } from '@yuheng/shared/domain/sentences/county';
import { headlineParts, type HeadlineSubject } from '@yuheng/shared/domain/sentences/headline';
import type { Role } from '@yuheng/shared/contract/roles';
import type { NamesInCharge } from '../identity/accounts/persons-in-charge.service';
import type { RoundRow } from '../evaluations/evaluations.queries';
import type { Season } from './dashboard-sources';
import { presentPending, presentRisks, queryOf } from './present-waiting';
import {
  figureState,
  gatheredOf,
  splitYearOf,
  type CountyOfYear,
  type YearOfCounties,
} from './year-standing';

export interface OverviewSource extends YearOfCounties {
  readonly program: Overview['program'];
  readonly year: number;
  readonly asOf: string;
  readonly demonstration: boolean;
  readonly roles: readonly Role[];
  readonly season: Season;
  /** What evaluation rounds, yearly forms and submitted splits ask of the reader now, of whatever year. */
  readonly tasks: Overview['needsYou'];
  /** How many wait to be verified, of the counties that are read. */
  readonly doubts: number;
  /** Marks of evaluators are rows of the whole city: for a county they are not there to be counted. */
  readonly seesMarks: boolean;
  readonly inCharge: NamesInCharge;
}

export function presentOverview(source: OverviewSource): Overview {
  const gathered = gatheredOf(source.counties);
  const facts = gathered.map((one) => one.facts);
  const { program, year, asOf, demonstration } = source;
  return {
    program,
    year,
    asOf,
    asOfChoice: source.asOfChoice,
    demonstration,
    state: figureState(source),
    ...sentenceOfAll(source),
    needsYou: [...presentPending(source), ...source.tasks],
    risks: presentRisks(source),
    counties: source.counties.map((one) => countyRow(one, year)),
    trend: monthlyTrend(facts, year),
    execution: source.counties.flatMap(executionRow),
    season: {
      evaluations: source.season.rounds.map((round) => evaluation(round, source.seesMarks)),
      nextYear: splitUnderDiscussion(source),
    },
  };
}

/** A reader of one county is told of that county by its name; readers of the city, of all counties together. */
function sentenceOfAll(source: OverviewSource): Pick<Overview, 'headline' | 'headlineParts'> {
  const gathered = gatheredOf(source.counties);
  const [own] = source.counties;
  if (gathered.length === 0) return inOnePart(withoutFacts(source), null);
  if (source.counties.length === 1 && own?.gathered) {
    const sentence = countySentence(own.place.name, own.gathered.standing, source.year);
    return inOnePart(sentence, `/counties/${own.place.id}?${queryOf(source)}`);
  }
  const standings = gathered.map((one) => one.standing);
  const parts = headlineParts(standings, source.year);
  return {
    headline: bilingual(parts.map(({ text }) => text.zh).join(''), parts.map(({ text }) => text.en).join('')),
    headlineParts: parts.map(({ about, text }) => ({
      text,
      link: about && `${EVIDENCE[about]}?${queryOf(source)}`,
    })),
  };
}

/** The page on which what a clause says can be looked up, county by county. */
const EVIDENCE: Readonly<Record<HeadlineSubject, string>> = {
  money: '/funds',
  wages: '/funds/spending',
  findings: '/findings',
};

const inOnePart = (text: Bilingual, link: string | null): Pick<Overview, 'headline' | 'headlineParts'> => ({
  headline: text,
  headlineParts: [{ text, link }],
});

/** A year of which only the published split is known, or nothing at all, says so. */
function withoutFacts({ counties, year }: OverviewSource): Bilingual {
  const published = counties.find((one) => one.published)?.published;
  if (!published) return bilingual(`${year} 年没有已载入的数据。`, `Nothing is loaded for ${year}.`);
  if (published.year !== year) {
    return bilingual(
      `${year} 年尚未公布分配，现行分配为${published.year}年公布，其余数据未到期，尚未归集。`,
      `Nothing is published for ${year}: the split in force is published for ${published.year}; everything else is not due yet.`,
    );
  }
  return bilingual(
    `${year} 年仅有已公布的分配金额（${published.year} 年文本），其余数据未到期，尚未归集。`,
    `Of ${year} only the published split is known (text of ${published.year}); everything else is not due yet.`,
  );
}

function countyRow(county: CountyOfYear, year: number): Overview['counties'][number] {
  const { place, gathered, published } = county;
  const cells = gathered
    ? measureCells(gathered.facts, gathered.standing, gathered.settings)
    : {
        receipt: NOTHING_DUE,
        onPost: NOTHING_DUE,
        wages: NOTHING_DUE,
        inspection: NOTHING_DUE,
        rectification: NOTHING_DUE,
      };
  return {
    id: place.id,
    name: place.name,
    posts: gathered?.facts.posts ?? published?.posts ?? null,
    publishedFen: published?.fen ?? null,
    splitYear: splitYearOf([county]),
    ...cells,
    light: gathered?.standing.light ?? 'none',
    reasons: [...(gathered?.standing.reasons ?? [])],
    sentence: gathered && countySentence(place.name, gathered.standing, year),
    trend: gathered ? monthlyTrend([gathered.facts], year) : [],
    tile: place.row !== null && place.column !== null ? { row: place.row, column: place.column } : null,
  };
}

/** Nothing where nothing was to be gathered: what is not due is not a zero. */
function executionRow({ place, gathered }: CountyOfYear): Overview['execution'] {
  if (!gathered) return [];
  const { received, spent, advanced, settled } = gathered.standing.chain;
  const row = {
    id: place.id,
    name: place.name,
    receivedFen: received.amount,
    spentFen: spent,
    expectedFen: gathered.expectedToDate,
    // What the county has laid out and not got back: before the April issue that is normal.
    advancedFen: advanced - settled,
    rate:
      received.amount > 0 ? printRounded(rational(BigInt(spent) * 100n, BigInt(received.amount)), 2) : null,
  };
  return [row];
}

const KIND_WORDS: Record<RoundRow['kind'], Bilingual> = {
  selfEvaluation: bilingual('单位自评', 'self-evaluation'),
  departmentEvaluation: bilingual('部门评价', 'department evaluation'),
  financeEvaluation: bilingual('财政评价', 'finance re-check'),
};

function evaluation(round: RoundRow, seesMarks: boolean): Overview['season']['evaluations'][number] {
  const { kind, year, finalisedOn } = round;
  return {
    kind,
    year,
    state: finalisedOn ? 'finalised' : 'provisional',
    marksGiven: seesMarks ? round.marksGiven : null,
    marksExpected: seesMarks ? round.marksExpected : null,
    finalisedOn,
    scoringRun: round.finalisedRun,
    text: evaluationInWords(round, seesMarks),
  };
}

function evaluationInWords(
  { kind, year, marksGiven, marksExpected, finalisedOn }: RoundRow,
  seesMarks: boolean,
): Bilingual {
  const word = KIND_WORDS[kind];
  if (finalisedOn) {
    return bilingual(
      `${year} 年度${word.zh}已于 ${dayInWords(finalisedOn).zh}定案`,
      `The ${word.en} of ${year} was finalised on ${dayInWords(finalisedOn).en}`,
    );
  }
  const zh = `${year} 年度${word.zh}打分进行中`;
  const en = `The ${word.en} of ${year} is being scored`;
  return seesMarks
    ? bilingual(
        `${zh}，已打 ${marksGiven} 项，应打 ${marksExpected} 项`,
        `${en}: ${marksGiven} of ${marksExpected} marks given`,
      )
    : bilingual(zh, en);
}

function splitUnderDiscussion({ season, program }: OverviewSource): Overview['season']['nextYear'] {
  if (!season.split) return null;
  const { year, runs } = season.split;
  return {
    year,
    // No amount outside the allocation page: only that there is something to look at there.
    text: bilingual(
      `${year} 年资金分配已有 ${runs} 份测算稿，不作为分配依据`,
      `For ${year} there ${runs === 1 ? 'is 1 trial calculation' : `are ${runs} trial calculations`}, no basis for a split`,
    ),
    link: `/allocations?program=${program}&year=${year}`,
  };
}
