import { fen, type Fen } from '../money/fen';
import { amountInWords } from '../money/print-money';
import { printExact, rational } from '../numbers/rational';
import type { LightSettings, TargetedRate } from '../monitoring/light';
import type { GoalIndicator, GoalTable } from './goal';

/** What is known of a county's year before anybody has written a word. */
export interface DraftFacts {
  readonly countyName: string;
  readonly year: number;
  /** Approved posts of the year. */
  readonly posts: number;
  /** 市级补助 for one post and month. */
  readonly perPostMonth: Fen;
  /** In percent, what counts where none is issued: proposed, so that issuing the draft as it is changes no light. */
  readonly targets: LightSettings['targets'];
}

/**
 * The table of 协勤经费 as it can be written from the approved posts alone: posts × 12 person-months, and the city's part
 * for them. A draft: the county fills in its own part of the money and changes what differs. Target values are those
 * of the monitoring settings; whatever is not in the two published texts is the user's to set (rules.md section 1).
 * Example: 25 posts are 300 person-months and 300,000.00 元.
 */
export function draftGoal({ countyName, year, posts, perPostMonth, targets }: DraftFacts): GoalTable {
  const proposed = (rate: TargetedRate): string => printExact(targets[rate]);
  const months = posts * 12;
  const cityGrant = fen(months * perPostMonth);
  return {
    funds: { total: cityGrant, cityGrant, countyPart: fen(0), other: fen(0) },
    objective:
      `${year} 年，${countyName}按核定的 ${posts} 个名额配备社区矫正安置帮教协勤人员，` +
      `市级补助 ${amountInWords(cityGrant).zh}专款专用、按时足额发放，社区矫正和安置帮教工作平稳有序。`,
    indicators: [
      {
        id: 'person-months',
        kind: 'quantity',
        name: '协勤人员在岗人月数',
        relation: 'atLeast',
        value: String(months),
        unit: '人月',
        metric: 'personMonthsOnPost',
      },
      rate('on-post-rate', 'quality', '协勤人员在岗率', proposed('onPostRate'), 'onPostRate'),
      rate(
        'inspections-passed',
        'quality',
        '月度跟踪监控（督查）平均合格率',
        proposed('inspectionAverage'),
        'inspectionAverage',
      ),
      rate(
        'insured',
        'quality',
        '协勤人员社会保险参保率',
        proposed('socialInsuranceCoverage'),
        'socialInsuranceCoverage',
      ),
      rate('wages-in-time', 'timeliness', '工资按时发放率', proposed('wageTimeliness'), 'wageTimeliness'),
      rate('passed-on', 'timeliness', '市级补助按时拨付率', '100', 'passOnTimeliness'),
      {
        id: 'city-part',
        kind: 'cost',
        name: '市级补助标准',
        relation: 'exactly',
        value: printExact(rational(perPostMonth, 100)),
        unit: '元/人月',
        metric: 'cityPartPerPersonMonth',
      },
      {
        id: 'lost-track',
        kind: 'social',
        name: '社区矫正对象脱管漏管人数',
        relation: 'exactly',
        value: '0',
        unit: '人',
        metric: null,
      },
      {
        id: 'rules',
        kind: 'sustainable',
        name: '协勤人员管理制度健全性',
        relation: 'qualitative',
        value: '制度健全并有效执行',
        unit: '',
        metric: null,
      },
      rate('satisfied', 'satisfaction', '工作对象满意度', '90', 'satisfaction'),
    ],
  };
}

/** A rate of the catalogue, of which so many percent are to be reached. */
const rate = (
  ...[id, kind, name, value, metric]: readonly [
    string,
    GoalIndicator['kind'],
    string,
    string,
    NonNullable<GoalIndicator['metric']>,
  ]
): GoalIndicator => ({ id, kind, name, relation: 'atLeast', value, unit: '%', metric });
