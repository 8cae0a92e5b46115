import type { Method } from '@yuheng/shared/domain/scoring/method';
import { score } from '@yuheng/shared/domain/scoring/score';
import { dimensionsOf, fullMarksOf } from './present-run';

const method: Method = {
  indicators: [
    { id: 'process', name: { zh: '过程', en: 'Process' } },
    { id: 'a', parent: 'process', marks: '10', rule: { kind: 'yesNo' } },
    { id: 'effect', name: { zh: '效益', en: 'Effect' } },
    { id: 'b', parent: 'effect', marks: '12.5', rule: { kind: 'deduction', perOccurrence: '0.5' } },
    { id: 'c', parent: 'effect', marks: '7.5', rule: { kind: 'yesNo' } },
  ],
};

const dimensions = (values: Parameters<typeof score>[1]): unknown => {
  const answer = score(method, values);
  if (!answer.ok) throw new Error(answer.refusals[0]?.detail.en);
  return dimensionsOf(method, answer.value).map(({ id, marks, score: scored }) => [id, marks, scored]);
};

describe('the dimensions of a score', () => {
  it('are the roots with the marks and the printed scores of their leaves', () => {
    expect(dimensions({ a: { met: true }, b: { occurrences: 3 }, c: { met: false } })).toEqual([
      ['process', '10', '10.00'],
      ['effect', '20', '11.00'],
    ]);
  });

  it('leave a leaf that is not applicable out of both sides', () => {
    const c = { state: 'notApplicable', reason: '没有到期问题' } as const;
    expect(dimensions({ a: { met: true }, b: { occurrences: 0 }, c })).toEqual([
      ['process', '10', '10.00'],
      ['effect', '12.50', '12.50'],
    ]);
  });

  it('have no score where a leaf is missing', () => {
    expect(dimensions({ a: { met: true }, b: { state: 'missing' }, c: { met: true } })).toEqual([
      ['process', '10', '10.00'],
      ['effect', '20', null],
    ]);
  });
});

it('full marks are those of the whole method, summed exactly', () => {
  expect(fullMarksOf(method)).toBe('30');
  const tenth = (id: string, marks: string) => ({ id, marks, rule: { kind: 'yesNo' } as const });
  expect(fullMarksOf({ indicators: [tenth('a', '0.1'), tenth('b', '0.2')] })).toBe('0.30');
});
