import type { ExplanationStep } from '@yuheng/shared/contract/scoring-runs';
import { recordsToShow } from './arithmetic';

const months = ['2025-01', '2025-02', '2025-03'].map((month) => ({
  kind: 'wageMonth' as const,
  county: 'yimen',
  month,
  id: month,
}));
const step = (records: ExplanationStep['records'], children: ExplanationStep[] = []): ExplanationStep => ({
  label: { zh: '步', en: 'step' },
  expression: '',
  result: '1',
  records,
  children,
});

describe('the records of an explanation', () => {
  it('stand once where each has a figure of its own: beside that figure, not above it again', () => {
    const perMonth = months.map((month) => step([month]));
    const leaf = step(months, [step([], perMonth)]);
    expect(recordsToShow(leaf, undefined)).toEqual([]);
    expect(perMonth.map((one) => recordsToShow(one, step([])))).toEqual(months.map((month) => [month]));
  });

  it('stand at the step itself where nothing below shows them one by one', () => {
    expect(recordsToShow(step(months, [step([])]), undefined)).toEqual(months);
  });

  it('are not repeated by an input that rests on the same records as its indicator', () => {
    const leaf = step(months, [step(months)]);
    expect(recordsToShow(leaf, undefined)).toEqual(months);
    expect(recordsToShow(step(months), leaf)).toEqual([]);
  });

  it('are kept where only some of them stand below', () => {
    const [first = months[0]] = months;
    expect(recordsToShow(step(months, [step(first ? [first] : [])]), undefined)).toEqual(months);
  });
});
