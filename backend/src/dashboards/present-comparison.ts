import type { County } from '@yuheng/shared/contract/counties';
import type {
  ComparisonMeasure,
  ComparisonSide,
  CountyComparison,
} from '@yuheng/shared/contract/county-comparisons';
import { bilingual, type Bilingual } from '@yuheng/shared/domain/bilingual';
import { sharesOf } from '@yuheng/shared/domain/evaluating/city-medians';
import type { ValueState } from '@yuheng/shared/domain/metrics/facts';
import {
  divide,
  multiply,
  parseDecimal,
  printRounded,
  rational,
} from '@yuheng/shared/domain/numbers/rational';
import { dayInWords } from '@yuheng/shared/domain/period/day-in-words';
import {
  likeOrNotInWords,
  supervisedPerPost,
  type Conditions,
} from '@yuheng/shared/domain/regions/like-conditions';
import { dimensionsOf } from '@yuheng/shared/domain/scoring/groups/dimensions';
import {
  comparisonSentence,
  differenceInWords,
  type ComparisonKind,
} from '@yuheng/shared/domain/sentences/comparison';
import type { RunWithResults } from '../evaluations/results.service';

/** A page as its reader sees it, and the final run behind its result. */
export interface ComparedPage {
  readonly page: County;
  readonly run: RunWithResults | null;
}

type Undiffered = Omit<ComparisonMeasure, 'difference'>;
type Figure = ComparisonMeasure['left'];

/** Two sides in the order in which they were asked for: it says nothing of them. */
export function presentComparison(
  left: ComparedPage,
  right: ComparedPage,
  counties: CountyComparison['counties'],
): CountyComparison {
  const kind: ComparisonKind = left.page.id === right.page.id ? 'years' : 'counties';
  const marks = marksOf(left, right);
  const measures = [...measuresOf(left.page, right.page), ...marks.measures].map(
    (one): ComparisonMeasure => ({
      ...one,
      difference: differenceInWords(one, kind),
    }),
  );
  return {
    program: left.page.program,
    asOf: left.page.asOf > right.page.asOf ? left.page.asOf : right.page.asOf,
    // A finalised result is of one year: of two years only month-ends can be chosen.
    asOfChoice: kind === 'counties' ? right.page.asOfChoice : { ...right.page.asOfChoice, finalised: [] },
    demonstration: left.page.demonstration,
    kind,
    sentence: comparisonSentence({ left: left.page, right: right.page, kind }, measures),
    cautions: [...cautionsOf(left.page, right.page, kind), ...marks.cautions],
    left: sideOf(left.page),
    right: sideOf(right.page),
    measures,
    counties,
  };
}

const sideOf = ({ id, name, year, headline, light, state, months, result }: County): ComparisonSide => ({
  id,
  name,
  year,
  headline,
  light,
  state,
  months: months.map((one) => ({
    month: one.month,
    light: one.light,
    state: one.inspection.state,
    approved: one.approved,
  })),
  result: result && {
    scoringRun: result.scoringRun,
    total: result.total,
    fullMarks: result.fullMarks,
    grade: result.grade,
    finalisedOn: result.finalisedOn,
    documentNumber: result.documentNumber,
  },
});

const conditionsOf = ({ id, name, posts, months }: County): Conditions & { readonly name: string } => ({
  county: id,
  name,
  posts: posts ?? 0,
  supervisedByMonth: months.flatMap(({ supervised }) => (supervised === null ? [] : [supervised])),
});

/** Like with like: what has to be kept in mind before the figures are read. */
function cautionsOf(left: County, right: County, kind: ComparisonKind): Bilingual[] {
  // Looked at from the end of December, which is over when it can be chosen, so is the year.
  const isUnder = ({ year, asOf, asOfChoice: { chosen } }: County): boolean =>
    asOf.startsWith(`${year}-`) && chosen !== `${year}-12`;
  const under = [...new Map([left, right].filter(isUnder).map((one) => [one.year, one])).values()];
  return [
    ...(kind === 'counties' ? [likeOrNotInWords(conditionsOf(left), conditionsOf(right))] : []),
    ...under.map(({ year, asOf }) => {
      const day = dayInWords(asOf);
      return bilingual(
        `${year}年度尚未结束，数据截至${day.zh}，为年内累计。`,
        `${year} is not over: its figures are those of the year up to ${day.en}.`,
      );
    }),
  ];
}

const figure = (value: number | string | null, state: ValueState = 'reported'): Figure =>
  value === null
    ? { figure: null, state: state === 'reported' ? 'notDue' : state }
    : { figure: String(value), state };

function measuresOf(left: County, right: County): Undiffered[] {
  const both = (
    own: Pick<Undiffered, 'id' | 'group' | 'name' | 'unit'>,
    of: (page: County) => Figure,
  ): Undiffered => ({ ...own, left: of(left), right: of(right) });
  return [
    both({ id: 'posts', group: 'conditions', name: bilingual('名额', 'posts'), unit: 'posts' }, ({ posts }) =>
      figure(posts),
    ),
    both(
      {
        id: 'supervised',
        group: 'conditions',
        name: bilingual('每个名额监管对象', 'supervised persons a post'),
        unit: 'persons',
      },
      (page) => {
        const each = supervisedPerPost(conditionsOf(page));
        return figure(each && printRounded(each, 1));
      },
    ),
    ...targetsOf(left, right),
    both(
      { id: 'findings', group: 'findings', name: bilingual('督查发现问题', 'findings'), unit: 'occurrences' },
      (page) => figure(isGathered(page) ? page.findings.length : null),
    ),
    both(
      {
        id: 'repeated',
        group: 'findings',
        name: bilingual('其中重复发生', 'of them repeated'),
        unit: 'occurrences',
      },
      (page) => figure(isGathered(page) ? page.findings.filter(({ repeated }) => repeated).length : null),
    ),
    both(
      { id: 'received', group: 'money', name: bilingual('到位资金', 'money received'), unit: 'fen' },
      (page) => figure(isGathered(page) ? sumOf(page, ['receipt']) : null),
    ),
    both(
      {
        id: 'wages',
        group: 'money',
        name: bilingual('已发放工资中的市级补助', 'city part of wages paid'),
        unit: 'fen',
      },
      (page) => figure(isGathered(page) ? sumOf(page, ['wages', 'advance']) : null),
    ),
  ];
}

const isGathered = ({ months }: County): boolean =>
  months.some(({ inspection, wages }) => inspection.state !== 'notDue' || wages.state !== 'notDue');

const sumOf = ({ timeline }: County, kinds: readonly County['timeline'][number]['kind'][]): number =>
  timeline.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { fen }) => sum + (fen ?? 0), 0);

/** The rates of either side, by indicator; one that the other year does not know is not due there. */
function targetsOf(left: County, right: County): Undiffered[] {
  const ids = [...new Set([...left.targets, ...right.targets].map(({ id }) => id))];
  return ids.flatMap((id) => {
    const [one, other] = [left, right].map(({ targets }) => targets.find((target) => target.id === id));
    const name = (one ?? other)?.name;
    return name
      ? [
          {
            id,
            group: 'rates' as const,
            name,
            unit: 'percent' as const,
            left: figure(one?.actual ?? null, one?.state),
            right: figure(other?.actual ?? null, other?.state),
          },
        ]
      : [];
  });
}

/** Marks are compared where both sides are final and were marked by one version of the method; else it is said why not. */
function marksOf(
  left: ComparedPage,
  right: ComparedPage,
): { readonly measures: Undiffered[]; readonly cautions: Bilingual[] } {
  if (!left.run || !right.run) {
    const open = [left, right].filter(({ run }) => !run).map(({ page }) => page);
    return { measures: [], cautions: [notFinal(open)] };
  }
  const [method, its] = [left.run.run.method, right.run.run.method];
  if (method.version !== its.version) {
    const words = bilingual(
      `两侧评价办法版本不同（第${method.version}版、第${its.version}版），得分不作比较。`,
      `The sides were marked by different versions of the method (${method.version} and ${its.version}): their marks are not compared.`,
    );
    return { measures: [], cautions: [words] };
  }
  const measures = dimensionsOf(method.definition).map(({ id, name }) => ({
    id,
    group: 'result' as const,
    name: bilingual(`${name.zh}得分率`, `${name.en}, share of the marks`),
    unit: 'percent' as const,
    left: figure(shareOf(left, id)),
    right: figure(shareOf(right, id)),
  }));
  const total = {
    id: 'total',
    group: 'result' as const,
    name: bilingual('总分得分率', 'total, share of the marks'),
    unit: 'percent' as const,
    left: figure(totalShare(left.page)),
    right: figure(totalShare(right.page)),
  };
  return { measures: [...measures, total], cautions: [] };
}

const notFinal = (open: readonly County[]): Bilingual =>
  bilingual(
    `${open.map(({ name, year }) => `${name}${year}年度`).join('、')}评价尚未定案，得分不作比较。`,
    `Not finalised yet: ${open.map(({ name, year }) => `${name} ${year}`).join(', ')}; marks are not compared.`,
  );

function shareOf({ page, run }: ComparedPage, dimension: string): string | null {
  const answer = run?.results.find(({ county }) => county === page.id)?.answer;
  if (!run || !answer) return null;
  return sharesOf(run.run.method.definition, answer).find(({ id }) => id === dimension)?.share ?? null;
}

function totalShare({ result }: County): string | null {
  const [total, full] = [parseDecimal(result?.total ?? ''), parseDecimal(result?.fullMarks ?? '')];
  if (!total || !full || full.numerator <= 0n) return null;
  return printRounded(multiply(divide(total, full), rational(100)), 2);
}
