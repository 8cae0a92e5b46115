import { isMetricCode, METRICS } from '../metrics/catalogue';
import { compare, parseDecimal, rational } from '../numbers/rational';
import { pointerToken, refusal, type Refusal } from '../refusal';
import { GOAL_KINDS, type GoalFunds, type GoalIndicator, type GoalTable } from './goal';

const COUNTED = ['personMonthsOnPost', 'cityPartPerPersonMonth'];
/** What the official table asks for in any year: without it nothing can be judged at its end. */
const NEEDED = ['output', 'benefit', 'satisfaction'] as const;
const NEEDED_NAMES = { output: '产出', benefit: '效益', satisfaction: '满意度' };
const MOST_INDICATORS = 40;
const HUNDRED = rational(100);

/**
 * Everything that keeps a table from being submitted, never only the first, with its pointer. A table that is still being
 * written may have any of it.
 */
export function goalRefusals(table: GoalTable): readonly Refusal[] {
  return [
    ...fundRefusals(table.funds),
    ...(table.objective.trim() === ''
      ? [refusal('/objective', '请填写年度总体目标', 'Say what the year is to achieve')]
      : []),
    ...table.indicators.flatMap((one, at) => indicatorRefusals(one, `/indicators/${pointerToken(at)}`)),
    ...repeatedIds(table.indicators),
    ...missingGroups(table.indicators),
  ];
}

function fundRefusals({ total, cityGrant, countyPart, other }: GoalFunds): Refusal[] {
  const refusals = Object.entries({ total, cityGrant, countyPart, other })
    .filter(([, amount]) => amount < 0)
    .map(([key]) =>
      refusal(`/funds/${key}`, '金额不能为负，请改正', 'An amount is never negative; correct it'),
    );
  if (cityGrant + countyPart + other !== total) {
    refusals.push(
      refusal(
        '/funds',
        '年度资金总额应等于市级补助、县级配套与其他资金之和，请核对',
        'The total is the sum of the city grant, the county part and other money; check them',
      ),
    );
  }
  return refusals;
}

function indicatorRefusals(one: GoalIndicator, pointer: string): Refusal[] {
  const refusals: Refusal[] = [];
  if (one.name.trim() === '') {
    refusals.push(refusal(`${pointer}/name`, '请填写三级指标名称', 'Name the indicator'));
  }
  if (one.value.trim() === '') {
    refusals.push(refusal(`${pointer}/value`, '请填写指标值', 'Give the value to be reached'));
  } else if (one.relation !== 'qualitative') {
    const value = parseDecimal(one.value);
    if (value === null || value.numerator < 0n) {
      refusals.push(
        refusal(
          `${pointer}/value`,
          '指标值应为不小于 0 的数字，例如 95；不能用数字表示的请选“定性”',
          'The value is a number from 0 up, such as 95; choose qualitative where no number fits',
        ),
      );
    }
    if (one.unit.trim() === '') {
      refusals.push(refusal(`${pointer}/unit`, '请填写计量单位，例如 %', 'Give the unit, such as %'));
    }
    if (isPercentage(one)) refusals.push(...percentageRefusals(one, pointer));
  }
  if (one.metric !== null && one.relation === 'qualitative') {
    refusals.push(
      refusal(
        `${pointer}/metric`,
        '定性指标由县（市、区）自行说明，不能由系统取数',
        'A qualitative indicator is said by the county and cannot be read from figures',
      ),
    );
  }
  if (one.metric !== null && !isMetricCode(one.metric) && !COUNTED.includes(one.metric)) {
    refusals.push(refusal(`${pointer}/metric`, '没有这项系统指标', 'There is no such metric'));
  }
  return refusals;
}

/** Read from figures as a percentage, and so held against its value as one. */
const isPercentage = ({ metric }: GoalIndicator): boolean =>
  metric !== null && isMetricCode(metric) && METRICS[metric].definition.unit === 'percent';

/** A part of a whole is never more than 100, and another unit would be compared with percent all the same. */
function percentageRefusals({ value, unit }: GoalIndicator, pointer: string): Refusal[] {
  const refusals: Refusal[] = [];
  const percent = parseDecimal(value);
  if (percent && compare(percent, HUNDRED) > 0) {
    refusals.push(
      refusal(
        `${pointer}/value`,
        '比率不能超过 100%，请改为 0 至 100 之间的数字，例如 95',
        'A rate is at most 100 %; give a number from 0 to 100, such as 95',
      ),
    );
  }
  if (unit.trim() !== '' && unit.trim() !== '%') {
    refusals.push(
      refusal(
        `${pointer}/unit`,
        '该指标由系统按百分比取数，计量单位请填 %（半角）',
        'This indicator is read as a percentage; give the unit as %',
      ),
    );
  }
  return refusals;
}

function repeatedIds(indicators: readonly GoalIndicator[]): Refusal[] {
  const refusals = indicators.flatMap(({ id }, at) =>
    indicators.findIndex((other) => other.id === id) < at
      ? [refusal(`/indicators/${at}/id`, '指标编号重复', 'Another indicator has this id')]
      : [],
  );
  if (indicators.length > MOST_INDICATORS) {
    refusals.push(
      refusal(
        '/indicators',
        `指标不能超过 ${MOST_INDICATORS} 项，请合并`,
        `There are at most ${MOST_INDICATORS} indicators; put some together`,
      ),
    );
  }
  return refusals;
}

function missingGroups(indicators: readonly GoalIndicator[]): Refusal[] {
  return NEEDED.filter((group) => !indicators.some(({ kind }) => GOAL_KINDS[kind] === group)).map((group) =>
    refusal(
      '/indicators',
      `缺少${NEEDED_NAMES[group]}指标，请至少填写一项`,
      `There is no ${group} indicator; give at least one`,
    ),
  );
}
