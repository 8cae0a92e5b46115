import { METHOD_WORDS } from '../../apportionment/explaining/method-words';
import { bilingual, type Bilingual } from '../../bilingual';
import { grouped } from '../../numbers/grouped';
import { multiply, parseDecimal, rational } from '../../numbers/rational';
import { GRADES, GRADE_WORDS } from '../../scoring/grade';
import { printNumber } from '../../scoring/numbers/numeral';
import type { AllocationSettings, StatedBounds } from './allocation-settings';
import { FACTOR_NAMES } from './factor-names';

/** The settings, in the order in which they are told; `bounds` are told county by county elsewhere. */
export const SETTING_IDS = [
  'factors',
  'performance',
  'indicators',
  'window',
  'movablePosts',
  'floor',
  'bounds',
  'maximumChange',
  'phaseIn',
  'firmness',
  'advancePercent',
  'contractYearStart',
  'method',
] as const satisfies readonly (keyof AllocationSettings)[];
export type SettingId = (typeof SETTING_IDS)[number];

/** What each setting is called. */
export const SETTING_NAMES: Readonly<Record<SettingId, Bilingual>> = {
  factors: bilingual('工作量', 'Workload'),
  performance: bilingual('绩效', 'Performance'),
  indicators: bilingual('计分指标', 'Indicators that count'),
  window: bilingual('证据窗口', 'Evidence window'),
  movablePosts: bilingual('参加再分配的名额', 'Posts that are split anew'),
  floor: bilingual('保底', 'Floor'),
  bounds: bilingual('单独规定的保底、封顶', 'Floors and caps of single counties'),
  maximumChange: bilingual('年度最大调整', 'Maximum change'),
  phaseIn: bilingual('分年到位', 'Phase-in'),
  firmness: bilingual('有把握才调整', 'Only where firm'),
  advancePercent: bilingual('提前下达', 'Issued in advance'),
  contractYearStart: bilingual('合同年度', 'Contract year'),
  method: bilingual('取整', 'Whole posts'),
};

type Words = (settings: AllocationSettings) => Bilingual;

/** A decimal without needless zeros; a text that is none stays as it was written. */
function plain(text: string): string {
  const read = parseDecimal(text);
  return read === null ? text : printNumber(read);
}

function percent(text: string): string {
  const read = parseDecimal(text);
  return read === null ? text : printNumber(multiply(read, rational(100)));
}

function factorsWords({ factors }: AllocationSettings): Bilingual {
  const used = factors.filter(({ weight }) => plain(weight) !== '0');
  const [first] = used;
  if (!first) return bilingual('没有因素', 'no factor');
  if (used.length === 1) {
    const { zh, en } = FACTOR_NAMES[first.id];
    return first.id === 'lastPosts'
      ? bilingual(`暂以${zh}代替（因素数据尚未采用）`, `the ${en} stand for it (no factor figures are used)`)
      : bilingual(`按${zh}`, `by ${en}`);
  }
  const zh = used.map(({ id, weight }) => `${FACTOR_NAMES[id].zh} ${plain(weight)}`).join('、');
  const en = used.map(({ id, weight }) => `${FACTOR_NAMES[id].en} ${plain(weight)}`).join('; ');
  return bilingual(`按权重：${zh}（只看权重之比）`, `by weight: ${en} (only their proportion counts)`);
}

function performanceWords({ performance }: AllocationSettings): Bilingual {
  switch (performance.mode) {
    case 'none':
      return bilingual('不计得分', 'scores do not count');
    case 'continuous': {
      const [from, to] = [performance.from, performance.to].map(({ score, coefficient }) => ({
        score: plain(score),
        coefficient: plain(coefficient),
      }));
      return bilingual(
        `得分${from?.score}分的系数为${from?.coefficient}，${to?.score}分为${to?.coefficient}，其间按直线计算，不按等级跳档`,
        `coefficient ${from?.coefficient} at ${from?.score} points, ${to?.coefficient} at ${to?.score}, a straight line between, no grade steps`,
      );
    }
    case 'gradeCoefficient': {
      const { coefficients } = performance;
      const zh = GRADES.map((grade) => `${GRADE_WORDS[grade].zh} ${plain(coefficients[grade])}`).join('、');
      const en = GRADES.map((grade) => `${GRADE_WORDS[grade].en} ${plain(coefficients[grade])}`).join(', ');
      return bilingual(`按等级取系数：${zh}`, `a coefficient per grade: ${en}`);
    }
    case 'add':
      return bilingual(
        `得分占比以 ${percent(performance.weight)}% 的权重与工作量占比相加`,
        `shares of scores are added with a weight of ${percent(performance.weight)} %`,
      );
  }
}

function windowWords({ window: { years, lastMonth } }: AllocationSettings): Bilingual {
  return years === 1
    ? bilingual(`评价年度1月至${lastMonth}月`, `months 1 to ${lastMonth} of the evaluated year`)
    : bilingual(
        `截至评价年度${lastMonth}月的${years}个年度（自第一年1月起）`,
        `${years} years, from January of the first to month ${lastMonth} of the evaluated year`,
      );
}

function changeWords({ maximumChange }: AllocationSettings): Bilingual {
  if (maximumChange === null) return bilingual('不限', 'no limit');
  if ('parts' in maximumChange) {
    return bilingual(
      `每县（市、区）增减不超过${maximumChange.parts}个名额`,
      `${counted(maximumChange.parts)} a county a year`,
    );
  }
  const share = percent(maximumChange.ratio);
  return bilingual(
    `每县（市、区）增减不超过现行名额的${share}%`,
    `${share} % of the posts in force a county a year`,
  );
}

const counted = (posts: number): string => (posts === 1 ? 'one post' : `${posts} posts`);

function firmnessWords({ firmness }: AllocationSettings): Bilingual {
  const { gate, runs, seed } = firmness;
  const [points, needed] = [plain(firmness.scoreError), percent(firmness.threshold)];
  const sway = percent(firmness.weightUncertainty);
  const also =
    sway === '0'
      ? bilingual('', '')
      : bilingual(
          `，各因素权重上下浮动不超过${sway}%`,
          ` and weights that may be ${sway} % off in either direction`,
        );
  const trial = bilingual(
    `设各县（市、区）得分的误差（标准差）为${points}分${also.zh}，模拟${grouped(runs)}次（随机种子${seed}）`,
    `${grouped(runs)} simulations (seed ${seed}) with an error of ${points} points (standard deviation) in every score${also.en}`,
  );
  return gate
    ? bilingual(
        `${trial.zh}，增减方向在${needed}%以上的模拟中成立，并且增减能够对应的，才调整`,
        `${trial.en}; a post moves where its direction holds in ${needed} % of them and has a counterpart`,
      )
    : bilingual(
        `不作为条件，只列出把握程度：${trial.zh}，增减方向在${needed}%以上的模拟中成立为稳定`,
        `no condition, the stability is only shown: ${trial.en}; stable means that the direction holds in ${needed} % of them`,
      );
}

function movableWords({ movablePosts }: AllocationSettings): Bilingual {
  return movablePosts === null
    ? bilingual('全部', 'all')
    : bilingual(
        `${movablePosts}个，其余按现行分配保留`,
        `${counted(movablePosts)}; the others stay where they are`,
      );
}

function phaseInWords({ phaseIn }: AllocationSettings): Bilingual {
  return phaseIn === null
    ? bilingual('不分年，当年一次到位', 'none: the whole way in one year')
    : bilingual(
        `自${phaseIn.firstYear}年起分${phaseIn.years}年等步到位`,
        `in ${phaseIn.years} equal yearly steps from ${phaseIn.firstYear} on`,
      );
}

function advanceWords({ advancePercent }: AllocationSettings): Bilingual {
  const share = plain(advancePercent);
  return share === '0'
    ? bilingual('不提前下达，正式下达时一次下达', 'nothing: all of it with the spring issue')
    : bilingual(
        `上年秋季提前下达现行分配的${share}%，其余在正式下达时多退少补`,
        `${share} % of the split in force in the autumn before, the difference with the spring issue`,
      );
}

/** What a setting says, without its name. */
const WORDS: Readonly<Record<SettingId, Words>> = {
  factors: factorsWords,
  performance: performanceWords,
  indicators: ({ indicators }) =>
    indicators === 'countyJustice'
      ? bilingual(
          '只计由县级司法行政部门负责的指标，按其满分折算为100分',
          'only those that the county justice bureau answers for, re-scaled to 100',
        )
      : bilingual('全部指标，用总分', 'all of them, the printed total'),
  window: windowWords,
  movablePosts: movableWords,
  floor: ({ floor }) =>
    floor === 'verifiedAverage'
      ? bilingual(
          '不低于证据窗口内已审核月份的平均在岗人数（向上取整）',
          'the average on post over the approved months of the window, rounded up',
        )
      : bilingual('不设', 'none'),
  bounds: ({ bounds }) =>
    bounds.length === 0
      ? bilingual('没有', 'none')
      : bilingual(
          `${bounds.length}个县（市、区）`,
          bounds.length === 1 ? 'of one county' : `of ${bounds.length} counties`,
        ),
  maximumChange: changeWords,
  phaseIn: phaseInWords,
  firmness: firmnessWords,
  advancePercent: advanceWords,
  contractYearStart: ({ contractYearStart }) =>
    bilingual(
      `每年${contractYearStart}月1日起；核减自其后的合同年度起执行`,
      `begins on the first day of month ${contractYearStart}; a cut takes effect from the next one on`,
    ),
  method: ({ method }) =>
    bilingual(
      `${METHOD_WORDS[method].zh}；并列时，份额大者优先，仍相同的按编号先后`,
      `${METHOD_WORDS[method].en}; ties: larger share, then smaller id`,
    ),
};

/** What one setting says, without its name: 每县（市、区）增减不超过1个名额. Every figure comes from the settings. */
export const settingInWords = (setting: SettingId, settings: AllocationSettings): Bilingual =>
  WORDS[setting](settings);

/** What is stated for one county, or that nothing is: 保底 12 个名额、封顶 15 个名额. */
export function boundsInWords(bounds: StatedBounds | undefined): Bilingual {
  const floor = bounds?.floor;
  const cap = bounds?.cap;
  const zh = [
    ...(floor === undefined ? [] : [`保底 ${floor} 个名额`]),
    ...(cap === undefined ? [] : [`封顶 ${cap} 个名额`]),
  ].join('、');
  const en = [
    ...(floor === undefined ? [] : [`at least ${counted(floor)}`]),
    ...(cap === undefined ? [] : [`at most ${counted(cap)}`]),
  ].join(', ');
  return zh === '' ? bilingual('没有单独规定', 'none of its own') : bilingual(zh, en);
}

/**
 * The policy, a line each, as it is printed beside every figure that it gave. A setting that changes nothing under these
 * settings is left out: which indicators count where scores do not, single bounds where there are none.
 * Example: 年度最大调整：每县（市、区）增减不超过1个名额.
 */
export const settingsInWords = (settings: AllocationSettings): readonly Bilingual[] =>
  SETTING_IDS.filter((setting) => isTold(setting, settings)).map((setting) => {
    const [name, words] = [SETTING_NAMES[setting], settingInWords(setting, settings)];
    return bilingual(`${name.zh}：${words.zh}`, `${name.en}: ${words.en}`);
  });

function isTold(setting: SettingId, { performance, bounds }: AllocationSettings): boolean {
  if (setting === 'indicators') return performance.mode !== 'none';
  return setting !== 'bounds' || bounds.length > 0;
}
