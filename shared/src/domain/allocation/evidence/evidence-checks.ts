import { bilingual } from '../../bilingual';
import { refusal, type Refusal } from '../../refusal';
import type { AllocationInput } from '../allocation';
import { coefficientOf } from '../coefficient';
import type { AllocationSettings } from '../settings/allocation-settings';
import { grouped } from '../../numbers/grouped';
import { ZERO } from '../../numbers/rational';
import { MOST_SIMULATED } from '../../simulation/stability-settings';
import type { AllocationEvidence, CountyEvidence } from './allocation-evidence';
import { leavesThatCount } from './own-score';

const isWhole = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

/** What is wrong with the evidence as a whole, whatever the counties bring. */
export function evidenceErrors(
  evidence: AllocationEvidence,
  settings: AllocationSettings,
): readonly Refusal[] {
  const { counties, fenPerPost } = evidence;
  const faults: Refusal[] = [];
  if (evidence.program !== 'assistants') {
    faults.push(
      refusal(
        '/evidence/program',
        '该项目资金不按名额分配，目前只能维持现行分配',
        'The money of this program is not split by posts; for now only the split in force can be kept',
      ),
    );
  }
  if (!isWhole(fenPerPost) || fenPerPost === 0) {
    faults.push(
      refusal(
        '/evidence/fenPerPost',
        '每个名额的金额应大于 0 元，且最多精确到分，请核对项目文本',
        'The amount of one post must be above 0 yuan, with two decimals at most; check the text of the program',
      ),
    );
  }
  const countyFaults = [...countyErrors(counties), ...countiesTwice(counties)];
  faults.push(...countyFaults, ...scoringErrors(evidence, settings));
  const posts = counties.reduce((sum, { lastPosts }) => sum + lastPosts, 0);
  if (countyFaults.length > 0) return faults;
  if (posts === 0) {
    faults.push(
      refusal(
        '/evidence/counties',
        '现行名额合计为 0，没有可以分配的名额，请先核对现行分配',
        'The posts in force sum to 0, so that there is nothing to split; check the split in force first',
      ),
    );
  }
  if (posts * fenPerPost > Number.MAX_SAFE_INTEGER) {
    faults.push(
      refusal(
        '/evidence/fenPerPost',
        `资金总额超过 ${Number.MAX_SAFE_INTEGER} 分，超出可精确表示的范围，请核对`,
        `The money is above ${Number.MAX_SAFE_INTEGER} fen in all, beyond what can be held exactly; check it`,
      ),
    );
  }
  return faults;
}

function countyErrors(counties: readonly CountyEvidence[]): readonly Refusal[] {
  return counties.flatMap(({ lastPosts, lastFen, months }, index) => {
    const at = `/evidence/counties/${index}`;
    const faults: Refusal[] = [];
    for (const [key, value] of [
      ['lastPosts', lastPosts],
      ['lastFen', lastFen],
    ] as const) {
      if (isWhole(value)) continue;
      faults.push(
        refusal(
          `${at}/${key}`,
          '该县（市、区）的现行名额和金额应为不小于 0 的整数，请核对现行分配',
          'Posts and money in force of the county must be whole numbers of 0 or more; check the split in force',
        ),
      );
    }
    const late = months.findIndex(
      ({ month }, place) => place > 0 && (months[place - 1]?.month ?? '') >= month,
    );
    if (late > 0) {
      faults.push(
        refusal(
          `${at}/months/${late}`,
          '该县（市、区）的月份没有按先后排列，或者同一月份出现两次，请核对数据',
          'The months of the county are out of order, or one of them stands twice; check the data',
        ),
      );
    }
    return faults;
  });
}

function countiesTwice(counties: readonly CountyEvidence[]): readonly Refusal[] {
  const places = new Map<string, number>();
  return counties.flatMap(({ county }, index) => {
    const first = places.get(county);
    places.set(county, first ?? index);
    return first === undefined
      ? []
      : [
          refusal(
            `/evidence/counties/${index}/county`,
            `同一县（市、区）出现两次：第 ${first + 1} 项与第 ${index + 1} 项，请核对数据`,
            `One county stands twice, at ${first + 1} and ${index + 1}; check the data`,
          ),
        ];
  });
}

function scoringErrors(
  { scoring }: AllocationEvidence,
  { performance, indicators }: AllocationSettings,
): readonly Refusal[] {
  if (performance.mode === 'none') return [];
  if (scoring === null) {
    return [
      refusal(
        '/evidence/scoring',
        '没有可以采用的已定案评价结果，得分不能计入分配，请选择评价结果，或者将绩效改为不计得分',
        'There is no finalised result to take scores from; choose one, or let scores not count',
      ),
    ];
  }
  return leavesThatCount(scoring, indicators).length > 0
    ? []
    : [
        refusal(
          '/settings/indicators',
          '所用评价办法没有由县级司法行政部门负责的指标，请改用总分，或者将绩效改为不计得分',
          'The method of the result has no indicator that the county justice bureau answers for; use the total, or no scores',
        ),
      ];
}

/**
 * More simulated splits than a certificate can be verified by: asked of whole proposals alone, because only they simulate.
 * Example: 10,000 runs of 2,844 counties are above 20 million; 7,032 runs are not.
 */
export function simulationErrors(
  { counties }: AllocationEvidence,
  { firmness: { runs } }: AllocationSettings,
): readonly Refusal[] {
  if (runs * counties.length <= MOST_SIMULATED) return [];
  const [asked, limit] = [grouped(runs), grouped(MOST_SIMULATED)];
  const most = grouped(Math.floor(MOST_SIMULATED / counties.length));
  return [
    refusal(
      '/settings/firmness/runs',
      `${counties.length} 个县（市、区）各模拟 ${asked} 次，合计超过 ${limit} 次，计算凭证无法在合理时间内核验，请将模拟次数减至 ${most} 次或更少`,
      `${asked} simulations of ${counties.length} counties are above ${limit} in all, too many for the certificate to be verified in reasonable time; take ${most} or fewer`,
    ),
  ];
}

/** More posts to be split anew than there are. */
export function movableErrors(
  { counties }: AllocationEvidence,
  { movablePosts }: AllocationSettings,
): readonly Refusal[] {
  const all = counties.reduce((sum, { lastPosts }) => sum + lastPosts, 0);
  return movablePosts === null || movablePosts <= all
    ? []
    : [
        refusal(
          '/settings/movablePosts',
          `参加再分配的名额 ${grouped(movablePosts)} 个多于现行全部 ${grouped(all)} 个，请填 ${grouped(all)} 或更少；空白为全部参加`,
          `${grouped(movablePosts)} posts are to be split anew, but there are ${grouped(all)}; enter ${grouped(all)} or fewer, or leave it blank for all`,
        ),
      ];
}

/** A split of a year before the phase-in begins. */
export function phaseInErrors(
  { year }: AllocationEvidence,
  { phaseIn }: AllocationSettings,
): readonly Refusal[] {
  return phaseIn === null || year >= phaseIn.firstYear
    ? []
    : [
        refusal(
          '/settings/phaseIn/firstYear',
          `分年到位自 ${phaseIn.firstYear} 年起，而现在测算的是 ${year} 年的资金，请将起始年度改为 ${year} 年或更早，或者取消分年到位`,
          `The phase-in begins in ${phaseIn.firstYear}, but the money of ${year} is being split; let it begin in ${year} or earlier, or switch it off`,
        ),
      ];
}

/** Stated bounds of a county that has no evidence. */
export function unknownCounties(
  { counties }: AllocationEvidence,
  { bounds }: AllocationSettings,
): readonly Refusal[] {
  const known = new Set(counties.map(({ county }) => county));
  return bounds.flatMap(({ county }, index) =>
    known.has(county)
      ? []
      : [
          refusal(
            `/settings/bounds/${index}/county`,
            '单独规定了保底或封顶的这个县（市、区）不在本次分配之中，请删去或改正',
            'These bounds are of a county that is not part of the split; remove or correct them',
          ),
        ],
  );
}

/** Sums over the counties that shares would be divided by. */
export function sumErrors({ input }: { readonly input: AllocationInput }): readonly Refusal[] {
  const { units, policy } = input;
  const faults = policy.factors.flatMap(({ id, name = bilingual(id, id) }) =>
    units.some(({ factors }) => (factors[id] ?? ZERO).numerator > 0n)
      ? []
      : [
          refusal(
            '/settings/factors',
            `各县（市、区）的“${name.zh}”全部为 0，无法计算份额，请核对数据或去掉这一因素`,
            `The figures of "${name.en}" are 0 for every county, so that no share can be computed; check them or drop the factor`,
          ),
        ],
  );
  const { performance } = policy;
  const scores = units.map(({ score }) => score ?? ZERO);
  if (performance.mode === 'add' && !scores.some(({ numerator }) => numerator > 0n)) {
    faults.push(
      refusal(
        '/evidence/counties',
        '各县（市、区）得分全部为 0，无法按得分占比分配，请核对评价结果',
        'Every county’s score is 0, so that no share of scores can be computed; check the result',
      ),
    );
  }
  if (
    (performance.mode === 'continuous' || performance.mode === 'gradeCoefficient') &&
    scores.every((score) => coefficientOf(score, performance).numerator === 0n)
  ) {
    faults.push(
      refusal(
        '/settings/performance',
        '按各县（市、区）的得分，绩效系数全部为 0，没有份额可分，请核对系数与得分',
        'By the scores every county has the coefficient 0, so that no share is left; check coefficients and scores',
      ),
    );
  }
  return faults;
}
