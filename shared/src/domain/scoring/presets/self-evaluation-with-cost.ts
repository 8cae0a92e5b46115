import { bilingual } from '../../bilingual';
import type { Method } from '../method';
import { heading, leafUnder } from './leaf-under';
import {
  ASSISTANTS_ON_POST,
  BUDGET_EXECUTION,
  CITY_PART_IN_FULL,
  CITY_PART_PER_POST,
  CITY_PART_TOTAL,
  GAPS_NOT_HANDLED,
  INSURED_SHARE,
  OFFICES_COVERED,
  SATISFACTION_OF_ASSISTANTS,
  SATISFACTION_OF_OFFICES,
  STABLE_STAFF,
  TRAINING_PER_ASSISTANT,
  WAGES_IN_TIME,
} from './self-evaluation-indicators';

/**
 * 单位自评 with cost indicators, 财预〔2021〕101号 (rules.md section 4): 成本 20, 产出 40, 效益 20, 满意度 10, 预算执行率 10. Marks below the
 * dimensions are general practice, a setting.
 */
export const SELF_EVALUATION_WITH_COST: Method = {
  scoreDecimals: 2,
  indicators: [
    heading('cost', bilingual('成本指标', 'Cost')),
    heading('economicCost', bilingual('经济成本指标', 'Economic cost'), 'cost'),
    leafUnder('economicCost', '10', CITY_PART_TOTAL),
    leafUnder('economicCost', '10', CITY_PART_PER_POST),
    heading('output', bilingual('产出指标', 'Output')),
    heading('outputQuantity', bilingual('数量指标', 'Quantity'), 'output'),
    leafUnder('outputQuantity', '12', ASSISTANTS_ON_POST),
    leafUnder('outputQuantity', '4', TRAINING_PER_ASSISTANT),
    heading('outputQuality', bilingual('质量指标', 'Quality'), 'output'),
    leafUnder('outputQuality', '8', CITY_PART_IN_FULL),
    leafUnder('outputQuality', '6', INSURED_SHARE),
    heading('outputTimeliness', bilingual('时效指标', 'Timeliness'), 'output'),
    leafUnder('outputTimeliness', '10', WAGES_IN_TIME),
    heading('benefit', bilingual('效益指标', 'Benefit')),
    heading('socialBenefit', bilingual('社会效益指标', 'Social benefit'), 'benefit'),
    leafUnder('socialBenefit', '6', OFFICES_COVERED),
    leafUnder('socialBenefit', '8', GAPS_NOT_HANDLED),
    heading('lastingEffect', bilingual('可持续影响指标', 'Lasting effect'), 'benefit'),
    leafUnder('lastingEffect', '6', STABLE_STAFF),
    heading('satisfaction', bilingual('满意度指标', 'Satisfaction')),
    leafUnder('satisfaction', '5', SATISFACTION_OF_OFFICES),
    leafUnder('satisfaction', '5', SATISFACTION_OF_ASSISTANTS),
    heading('execution', bilingual('预算执行率', 'Budget execution')),
    leafUnder('execution', '10', BUDGET_EXECUTION),
  ],
};
