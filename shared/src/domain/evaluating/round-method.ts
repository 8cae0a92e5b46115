import { groupMarksOf } from '../goals/self-evaluation/self-evaluation-marks';
import { refusal, type Refusal } from '../refusal';
import type { Method } from '../scoring/method';
import type { RoundKind } from './round-steps';

/**
 * Whether a method is one of its kind: 单位自评 gives marks to 预算执行率, 产出, 效益, 满意度 and 成本, whose lines are the county's own
 * goals; the other two kinds ask no county to state its own figures, which are no independent evidence (财预〔2021〕6号).
 */
export function refusalsOfMethod(kind: RoundKind, method: Method): readonly Refusal[] {
  if (kind === 'selfEvaluation') {
    return groupMarksOf(method) === null
      ? [
          refusal(
            '/methodVersion',
            '该评价办法不是单位自评办法：一级指标应为预算执行率、成本、产出、效益、满意度，分值为整数。请从“单位自评”模板新建一版。',
            'This is no method of self-evaluation: its dimensions are execution, cost, output, benefit and satisfaction, with whole marks. Make a version from the self-evaluation preset.',
          ),
        ]
      : [];
  }
  return method.indicators.some(({ source }) => source === 'selfReport')
    ? [
        refusal(
          '/methodVersion',
          '该评价办法含由县（市、区）自报的指标，只能用于单位自评，请选择其他版本。',
          'This method has indicators that the counties state themselves, so it is for self-evaluation only; choose another version.',
        ),
      ]
    : [];
}
