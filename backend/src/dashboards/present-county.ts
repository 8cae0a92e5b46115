import type { County, CountyMonth } from '@yuheng/shared/contract/counties';
import { bilingual, type Bilingual } from '@yuheng/shared/domain/bilingual';
import { METRICS } from '@yuheng/shared/domain/metrics/catalogue';
import type { CountyYearFacts } from '@yuheng/shared/domain/metrics/facts';
import { fourFilings } from '@yuheng/shared/domain/metrics/funds/filing-timeliness';
import { DEFAULT_METRIC_SETTINGS } from '@yuheng/shared/domain/metrics/metric';
import { isOverdue } from '@yuheng/shared/domain/metrics/inspections/rectification-timeliness';
import { ASSISTANTS_TEMPLATE } from '@yuheng/shared/domain/monitoring/assistants-template';
import { countyMonth } from '@yuheng/shared/domain/monitoring/county-month';
import type { TargetedRate } from '@yuheng/shared/domain/monitoring/light';
import { rateCell, targetToDate } from '@yuheng/shared/domain/monitoring/measure-cells';
import { basisOfTarget } from '@yuheng/shared/domain/monitoring/targets';
import {
  compare,
  parseDecimal,
  printExact,
  printRounded,
  subtract,
  ZERO,
} from '@yuheng/shared/domain/numbers/rational';
import { stateOfDated } from '@yuheng/shared/domain/period/duty-clock';
import { monthsOfYear } from '@yuheng/shared/domain/period/year-month';
import { dimensionsOf, fullMarksOf } from '@yuheng/shared/domain/scoring/groups/dimensions';
import { countySentence } from '@yuheng/shared/domain/sentences/county';
import type { RunWithResults } from '../evaluations/results.service';
import { asCountyScore } from '../evaluations/present-run';
import { figureState, splitYearOf, type CountyOfYear } from './year-standing';
import { timelineOf } from './timeline';
import type { RoundRow } from '../evaluations/evaluations.queries';

export interface CountySource {
  readonly program: County['program'];
  readonly year: number;
  readonly asOf: string;
  readonly demonstration: boolean;
  readonly county: CountyOfYear;
  readonly rounds: readonly RoundRow[];
  readonly asOfChoice: County['asOfChoice'];
  readonly finalised: RunWithResults | null;
}

export function presentCounty(source: CountySource): County {
  const { county, program, year, asOf, demonstration } = source;
  const { place, gathered, published } = county;
  return {
    program,
    year,
    asOf,
    asOfChoice: source.asOfChoice,
    demonstration,
    id: place.id,
    name: place.name,
    code: place.code,
    posts: gathered?.facts.posts ?? published?.posts ?? null,
    publishedFen: published?.fen ?? null,
    publishedYear: published?.year ?? null,
    splitYear: splitYearOf([county]),
    state: figureState({ counties: [county], rounds: source.rounds }),
    headline: gathered ? countySentence(place.name, gathered.standing, year) : withoutFacts(source),
    light: gathered?.standing.light ?? 'none',
    reasons: [...(gathered?.standing.reasons ?? [])],
    months: gathered ? monthsOfYear(year).map((month) => monthOf(gathered, month)) : [],
    timeline: gathered ? timelineOf(gathered.facts) : [],
    filings: gathered ? filingsOf(gathered.facts) : [],
    findings: gathered ? findingsOf(gathered.facts) : [],
    targets: gathered ? targetsOf(gathered) : [],
    result: resultOf(source),
    beside: null,
  };
}

type Gathered = NonNullable<CountyOfYear['gathered']>;

function withoutFacts({ county, year }: CountySource): Bilingual {
  const { published } = county;
  if (!published) return bilingual(`${year} 年没有已载入的数据。`, `Nothing is loaded for ${year}.`);
  return published.year === year
    ? bilingual(
        `${year} 年仅有已公布的分配金额，其余数据未到期。`,
        `Of ${year} only the published amount is known.`,
      )
    : bilingual(
        `${year} 年尚未公布分配，现行分配为${published.year}年公布，其余数据未到期。`,
        `Nothing is published for ${year}: the split in force is published for ${published.year}.`,
      );
}

function monthOf({ facts, settings }: Gathered, month: ReturnType<typeof monthsOfYear>[number]): CountyMonth {
  const { light, reasons, approved, inspection, wages } = countyMonth(facts, month, settings);
  return {
    month,
    light,
    reasons: [...reasons],
    approved,
    inspection: {
      state: inspection.state,
      stage: inspection.stage,
      dueOn: inspection.dueOn,
      submittedOn: inspection.submittedOn,
      passed: inspection.passed,
      failed: inspection.failed,
      notApplicable: inspection.notApplicable,
      carried: inspection.carried,
    },
    wages: {
      state: wages.state,
      dueOn: wages.dueOn,
      paidOn: wages.paidOn,
      daysLate: wages.daysLate,
      personsOnPost: wages.personsOnPost,
      personsPaid: wages.personsPaid,
      posts: wages.posts,
      cityPartFen: wages.cityPart,
      countyPartFen: wages.countyPart,
      advancedFen: wages.advanced,
    },
    supervised: facts.workload.find((one) => one.month === month)?.supervisedAtEnd ?? null,
  };
}

const FILING_BASIS_IN_FORCE = bilingual(
  '依据：2022年文本“收到上级资金1个月内”，2025年文本未重申',
  'Basis: the text of 2022, within one month of receipt; not repeated in 2025',
);

const filingsOf = (facts: CountyYearFacts): County['filings'] =>
  fourFilings(facts, DEFAULT_METRIC_SETTINGS).map(({ document, recipient, dueOn, filedOn }) => ({
    document,
    recipient,
    state: stateOfDated(dueOn, filedOn, facts.asOf),
    dueOn,
    filedOn,
    basis: FILING_BASIS_IN_FORCE,
  }));

const itemName = (item: string): Bilingual =>
  ASSISTANTS_TEMPLATE.find((one) => one.id === item)?.name ?? bilingual(item, item);

const findingsOf = (facts: CountyYearFacts): County['findings'] =>
  facts.findings.map((finding) => ({
    id: finding.record.id,
    month: finding.month,
    item: finding.item,
    itemName: itemName(finding.item),
    summary: finding.summary,
    foundOn: finding.foundOn,
    deadline: finding.deadline,
    rectifiedOn: finding.rectifiedOn,
    closedOn: finding.closedOn,
    repeated: finding.repeated,
    overdue: isOverdue(finding, facts.asOf),
  }));

const TARGETS: readonly TargetedRate[] = [
  'onPostRate',
  'wageTimeliness',
  'socialInsuranceCoverage',
  'inspectionAverage',
  'rectificationTimeliness',
];

/** The issued value of each rate, or the default where none is issued (rules.md section 7), and which of them it is. */
const targetsOf = ({ facts, settings }: Gathered): County['targets'] =>
  TARGETS.map((id) => {
    const { zh, en } = METRICS[id].definition.name;
    const target = targetToDate(id, facts, settings);
    const { rate, state, light } = rateCell(facts, id, settings);
    return {
      id,
      name: bilingual(zh, en.toLowerCase()),
      target: printExact(target.percent),
      basis: basisOfTarget(target),
      actual: rate,
      state,
      light,
    };
  });

/** The finalised result, and only that: no verdict before the verdict. */
function resultOf({ finalised, county, year }: CountySource): County['result'] {
  const result = finalised?.results.find((one) => one.county === county.place.id);
  if (!finalised || !result) return null;
  const { run } = finalised;
  const score = asCountyScore(run, result, county.place);
  if (score.total === null || score.grade === null || run.finalisedOn === null) return null;
  const dimensions = dimensionsOf(run.method.definition, result.answer);
  return {
    scoringRun: run.id,
    year,
    finalisedOn: run.finalisedOn,
    documentNumber: run.documentNumber,
    total: score.total,
    fullMarks: fullMarksOf(run.method.definition),
    grade: score.grade,
    dimensions: dimensions.flatMap((one) => (one.score === null ? [] : [{ ...one, score: one.score }])),
    lost: lostMarks(score.leaves),
  };
}

type Leaf = ReturnType<typeof asCountyScore>['leaves'][number];

function lostMarks(leaves: readonly Leaf[]): NonNullable<County['result']>['lost'] {
  const read = (text: string): typeof ZERO => parseDecimal(text) ?? ZERO;
  return leaves
    .flatMap(({ id, name, marks, finalScore }) => {
      if (finalScore === null) return [];
      const difference = subtract(read(marks), read(finalScore));
      return compare(difference, ZERO) > 0
        ? [{ difference, row: { id, name, marks, score: finalScore, lost: printRounded(difference, 2) } }]
        : [];
    })
    .sort((a, b) => compare(b.difference, a.difference))
    .map(({ row }) => row);
}
