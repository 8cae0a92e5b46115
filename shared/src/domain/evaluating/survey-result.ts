import { bilingual, type Bilingual } from '../bilingual';
import { divide, printRounded, rational } from '../numbers/rational';
import { refusal, type Refusal } from '../refusal';

/** With fewer valid answers one of them moves the rate by more than three percentage points: 样本不足. */
export const LEAST_VALID_ANSWERS = 30;

/** Choices of a question, 1 非常不满意 to 5 非常满意; from this one on an answer is satisfied. */
export const CHOICES = [1, 2, 3, 4, 5] as const;
export type Choice = (typeof CHOICES)[number];
export const SATISFIED_FROM: Choice = 4;

/** The question that every survey asks first, and by which an answer is satisfied or not. */
export const OVERALL_QUESTION = 'overall';

/** 问卷份数: handed out, given back, valid, and of the valid ones those that are satisfied overall. */
export interface SurveyCounts {
  readonly issued: number;
  readonly returned: number;
  readonly valid: number;
  readonly satisfied: number;
}

export type SurveyResult =
  | { readonly state: 'tooFew'; readonly valid: number }
  | {
      readonly state: 'enough';
      readonly valid: number;
      readonly satisfied: number;
      /** Satisfied ÷ valid in percent, two decimals, rounded half up. */
      readonly rate: string;
    };

/** 满意度 of a survey: a rate from 30 valid answers on, under that only how many there are. 27 of 30 are 90.00. */
export function surveyResult({ valid, satisfied }: Pick<SurveyCounts, 'valid' | 'satisfied'>): SurveyResult {
  if (valid < LEAST_VALID_ANSWERS) return { state: 'tooFew', valid };
  const rate = printRounded(divide(rational(satisfied * 100), rational(valid)), 2);
  return { state: 'enough', valid, satisfied, rate };
}

/** The result as a sentence that stands beside the satisfaction indicator. */
export function surveySentence({ issued, returned, valid, satisfied }: SurveyCounts): Bilingual {
  const counts = bilingual(
    `发放${issued}份、回收${returned}份、有效${valid}份`,
    `${issued} handed out, ${returned} returned, ${valid} valid`,
  );
  const result = surveyResult({ valid, satisfied });
  return result.state === 'tooFew'
    ? bilingual(
        `${counts.zh}，不足${LEAST_VALID_ANSWERS}份，样本不足，不计算满意度。`,
        `${counts.en}: under ${LEAST_VALID_ANSWERS}, too few for a rate.`,
      )
    : bilingual(
        `${counts.zh}，其中满意${satisfied}份，满意度${result.rate}%。`,
        `${counts.en}; ${satisfied} satisfied, ${result.rate} %.`,
      );
}

/** 有效 ≤ 回收 ≤ 发放, 满意 ≤ 有效: what figures typed from paper must keep. */
export function checkSurveyCounts({ issued, returned, valid, satisfied }: SurveyCounts): readonly Refusal[] {
  return [
    ...(returned > issued
      ? [
          refusal(
            '/returned',
            '回收份数不能多于发放份数，请核对。',
            'More were returned than handed out: check the figures.',
          ),
        ]
      : []),
    ...(valid > returned
      ? [
          refusal(
            '/valid',
            '有效份数不能多于回收份数，请核对。',
            'More are valid than were returned: check the figures.',
          ),
        ]
      : []),
    ...(satisfied > valid
      ? [
          refusal(
            '/satisfied',
            '满意份数不能多于有效份数，请核对。',
            'More are satisfied than are valid: check the figures.',
          ),
        ]
      : []),
  ];
}

/** An answer is whole: each question of the survey once and no other, each with a choice from 1 to 5. */
export function checkAnswer(
  questions: readonly string[],
  choices: Readonly<Record<string, number>>,
): readonly Refusal[] {
  const unknown = Object.keys(choices).filter((id) => !questions.includes(id));
  const open = questions.filter((id) => !CHOICES.some((choice) => choice === choices[id]));
  return [
    ...open.map((id) =>
      refusal(
        `/choices/${id}`,
        '这道题还没有选择，请选一项。',
        'This question has no answer yet: choose one.',
      ),
    ),
    ...unknown.map((id) =>
      refusal(
        `/choices/${id}`,
        '问卷中没有这道题，请刷新后重新填写。',
        'The survey has no such question: read it again.',
      ),
    ),
  ];
}

/** Whether one answer is satisfied: 满意 or 非常满意 overall. */
export const isSatisfied = (choices: Readonly<Record<string, number>>): boolean =>
  (choices[OVERALL_QUESTION] ?? 0) >= SATISFIED_FROM;
