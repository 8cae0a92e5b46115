import { bilingual } from '../../bilingual';
import { exactSumOf } from '../../scoring/numbers/exact-sum';
import { isoDate, monthsOfYear } from '../../period/year-month';
import { printRounded, rational } from '../../numbers/rational';
import { aggregateOf } from '../../scoring/rules/evaluator';
import { requiredDecimal } from '../settings/read-settings';
import type {
  AllocationEvidence,
  CountyEvidence,
  LeafEvidence,
  ScoringEvidence,
} from './allocation-evidence';

const FEN_PER_POST = 1_200_000;

/** Leaves of an invented method of 100 marks: 60 of them are for the county justice bureau to earn; one veto. */
const LEAVES: ScoringEvidence['leaves'] = [
  {
    indicator: 'documents',
    name: bilingual('资料报送', 'documents'),
    marks: '15',
    responsible: 'countyJustice',
    aggregate: 'mean',
  },
  {
    indicator: 'duty',
    name: bilingual('履职情况', 'duty'),
    marks: '20',
    responsible: 'countyJustice',
    aggregate: 'median',
  },
  {
    indicator: 'outcome',
    name: bilingual('产出完成率', 'outcome'),
    marks: '25',
    responsible: 'countyJustice',
    aggregate: null,
  },
  {
    indicator: 'pass-on',
    name: bilingual('资金拨付', 'money passed on'),
    marks: '20',
    responsible: 'countyFinance',
    aggregate: null,
  },
  {
    indicator: 'satisfaction',
    name: bilingual('满意度', 'satisfaction'),
    marks: '20',
    responsible: 'thirdParty',
    aggregate: null,
  },
  {
    indicator: 'misuse',
    name: bilingual('负面清单', 'misuse'),
    marks: '0',
    responsible: 'countyJustice',
    aggregate: null,
  },
];

interface GivenCounty {
  readonly county: string;
  readonly posts: number;
  readonly onPost: number;
  readonly offices: number;
  readonly workload: {
    readonly supervised: number;
    readonly resettled: number;
    readonly assessments: number;
  };
  readonly documents: readonly string[];
  readonly duty: readonly string[];
  readonly outcome: string;
  readonly others: readonly [passOn: string, satisfaction: string];
}

const workload = (supervised: number, resettled: number, assessments: number): GivenCounty['workload'] => ({
  supervised,
  resettled,
  assessments,
});

/** Posts are the published ones; everything else is invented. */
const GIVEN: readonly GivenCounty[] = [
  {
    county: 'hongta',
    posts: 25,
    onPost: 24,
    offices: 11,
    workload: workload(182, 410, 21),
    documents: ['14', '14.5', '15'],
    duty: ['19', '19.5', '19.5'],
    outcome: '24.60',
    others: ['18.00', '18.40'],
  },
  {
    county: 'jiangchuan',
    posts: 15,
    onPost: 15,
    offices: 7,
    workload: workload(96, 233, 11),
    documents: ['13', '13.5', '14'],
    duty: ['17.5', '18', '18.5'],
    outcome: '23.00',
    others: ['20.00', '17.90'],
  },
  {
    county: 'chengjiang',
    posts: 11,
    onPost: 9,
    offices: 6,
    workload: workload(71, 160, 8),
    documents: ['10', '10.5', '11'],
    duty: ['14', '14.5', '15'],
    outcome: '18.50',
    others: ['20.00', '18.80'],
  },
  {
    county: 'tonghai',
    posts: 19,
    onPost: 18,
    offices: 9,
    workload: workload(128, 305, 15),
    documents: ['12.5', '13', '13'],
    duty: ['17', '17.5', '18.5'],
    outcome: '22.40',
    others: ['19.20', '18.10'],
  },
  {
    county: 'huaning',
    posts: 13,
    onPost: 13,
    offices: 5,
    workload: workload(80, 190, 9),
    documents: ['14', '14', '14.5'],
    duty: ['18', '18.5', '19'],
    outcome: '23.75',
    others: ['20.00', '18.60'],
  },
  {
    county: 'yimen',
    posts: 14,
    onPost: 13,
    offices: 7,
    workload: workload(78, 201, 10),
    documents: ['12', '12.5', '13'],
    duty: ['16', '16.5', '17.5'],
    outcome: '21.50',
    others: ['18.60', '18.30'],
  },
  {
    county: 'eshan',
    posts: 15,
    onPost: 13,
    offices: 8,
    workload: workload(74, 188, 8),
    documents: ['11', '11', '12'],
    duty: ['15', '15.5', '16'],
    outcome: '19.90',
    others: ['20.00', '18.20'],
  },
  {
    county: 'xinping',
    posts: 21,
    onPost: 21,
    offices: 12,
    workload: workload(141, 296, 16),
    documents: ['14.5', '14.5', '15'],
    duty: ['19.5', '19.5', '20'],
    outcome: '24.80',
    others: ['19.60', '18.90'],
  },
  {
    county: 'yuanjiang',
    posts: 17,
    onPost: 16,
    offices: 10,
    workload: workload(99, 214, 12),
    documents: ['13', '13.5', '13.5'],
    duty: ['17.5', '18', '18'],
    outcome: '22.80',
    others: ['19.00', '18.00'],
  },
];

const scored = (indicator: string, score: string, marks: readonly string[] = []): LeafEvidence => ({
  indicator,
  score,
  state: 'scored',
  marks,
});

function marked(indicator: string, marks: readonly string[]): LeafEvidence {
  const aggregate = LEAVES.find((leaf) => leaf.indicator === indicator)?.aggregate ?? 'mean';
  return scored(indicator, printRounded(aggregateOf(marks.map(requiredDecimal), aggregate), 2), marks);
}

function countyOf(given: GivenCounty): CountyEvidence {
  const { county, posts, onPost, offices } = given;
  const leaves = [
    marked('documents', given.documents),
    marked('duty', given.duty),
    scored('outcome', given.outcome),
    scored('pass-on', given.others[0]),
    scored('satisfaction', given.others[1]),
    scored('misuse', '0.00'),
  ];
  const total = exactSumOf(leaves.map(({ score }) => requiredDecimal(score ?? '0')));
  return {
    county,
    lastPosts: posts,
    lastFen: posts * FEN_PER_POST,
    months: monthsOfYear(2025).map((month, index) => ({
      month,
      onPost,
      onPostStage: 'approved',
      supervised: printRounded(rational(2 * given.workload.supervised + (index % 4), 2), 1),
      resettled: given.workload.resettled + (index % 3),
      assessments: given.workload.assessments + (index % 2),
      // December of one county is handed in and not approved yet.
      workloadStage: county === 'yuanjiang' && index === 11 ? 'submitted' : 'approved',
    })),
    justiceOffices: offices,
    total: printRounded(total, 2),
    leaves,
    vetoCap: null,
  };
}

/**
 * Invented evidence for specs: the nine published posts, 2025 in twelve months, and scores that nobody ever gave. It is
 * no evaluation of anyone.
 */
export const GIVEN_EVIDENCE: AllocationEvidence = {
  program: 'assistants',
  year: 2026,
  evaluatedYear: 2025,
  fenPerPost: FEN_PER_POST,
  lastSplit: {
    year: 2025,
    publication: 2025,
    source: bilingual('2025年项目文本“六、资金安排情况”', 'section 6 of the text of 2025'),
  },
  scoring: {
    run: '00000000-0000-4000-8000-000000002025',
    inputsSha256: '0'.repeat(64),
    kind: 'departmentEvaluation',
    year: 2025,
    finalisedOn: isoDate('2026-03-10'),
    documentNumber: null,
    leaves: LEAVES,
  },
  counties: GIVEN.map(countyOf),
};

/** The same with one county changed. */
export const withCounty = (
  county: string,
  changes: Partial<CountyEvidence>,
  evidence: AllocationEvidence = GIVEN_EVIDENCE,
): AllocationEvidence => ({
  ...evidence,
  counties: evidence.counties.map((one) => (one.county === county ? { ...one, ...changes } : one)),
});
