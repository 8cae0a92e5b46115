import { bilingual } from '../../bilingual';
import type { Method } from '../method';
import { heading, leafUnder } from './leaf-under';
import {
  ASSISTANTS_ON_POST,
  BUDGET_EXECUTION,
  CITY_PART_IN_FULL,
  CITY_PART_PER_POST,
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
 * 单位自评 as 财预〔2020〕10号 weighs it (rules.md section 4): 预算执行率 10, 产出 50, 效益 30, 满意度 10. Marks below the dimensions are
 * general practice, a setting.
 */
export const SELF_EVALUATION: Method = {
  scoreDecimals: 2,
  indicators: [
    heading('execution', bilingual('预算执行率', 'Budget execution')),
    leafUnder('execution', '10', BUDGET_EXECUTION),
    heading('output', bilingual('产出指标', 'Output')),
    heading('outputQuantity', bilingual('数量指标', 'Quantity'), 'output'),
    leafUnder('outputQuantity', '15', ASSISTANTS_ON_POST),
    leafUnder('outputQuantity', '5', TRAINING_PER_ASSISTANT),
    heading('outputQuality', bilingual('质量指标', 'Quality'), 'output'),
    leafUnder('outputQuality', '10', CITY_PART_IN_FULL),
    leafUnder('outputQuality', '5', INSURED_SHARE),
    heading('outputTimeliness', bilingual('时效指标', 'Timeliness'), 'output'),
    leafUnder('outputTimeliness', '10', WAGES_IN_TIME),
    heading('outputCost', bilingual('成本指标', 'Cost'), 'output'),
    leafUnder('outputCost', '5', CITY_PART_PER_POST),
    heading('benefit', bilingual('效益指标', 'Benefit')),
    heading('socialBenefit', bilingual('社会效益指标', 'Social benefit'), 'benefit'),
    leafUnder('socialBenefit', '10', OFFICES_COVERED),
    leafUnder('socialBenefit', '10', GAPS_NOT_HANDLED),
    heading('lastingEffect', bilingual('可持续影响指标', 'Lasting effect'), 'benefit'),
    leafUnder('lastingEffect', '10', STABLE_STAFF),
    heading('satisfaction', bilingual('满意度指标', 'Satisfaction')),
    leafUnder('satisfaction', '5', SATISFACTION_OF_OFFICES),
    leafUnder('satisfaction', '5', SATISFACTION_OF_ASSISTANTS),
  ],
};
