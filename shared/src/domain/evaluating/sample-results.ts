import { refusal, type Refusal } from '../refusal';

/** What was found of one that was drawn. */
export interface SampleResult {
  readonly id: string;
  readonly agrees: boolean;
  /** Empty where there is nothing to say. */
  readonly note: string;
}

/** What was found is of something that was drawn, once each, and what does not agree says how. */
export function checkSampleResults(
  drawn: readonly string[],
  results: readonly SampleResult[],
): readonly Refusal[] {
  return results.flatMap(({ id, agrees, note }, index) => [
    ...(drawn.includes(id)
      ? []
      : [refusal(`/results/${index}/id`, '不在本次抽查之列，请核对。', 'This one was not drawn: check it.')]),
    ...(results.findIndex((one) => one.id === id) === index
      ? []
      : [
          refusal(
            `/results/${index}/id`,
            '同一对象填写了两次，请保留一条。',
            'It stands there twice: keep one.',
          ),
        ]),
    ...(agrees || note !== ''
      ? []
      : [refusal(`/results/${index}/note`, '不符的，请写明不符情况。', 'Say what does not agree.')]),
  ]);
}
