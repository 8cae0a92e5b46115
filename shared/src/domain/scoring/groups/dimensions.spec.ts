import { dimensionsOf, fullMarksOf } from './dimensions';
import type { Method } from '../method';
import { score } from '../score';

const method: Method = {
  indicators: [
    { id: 'process', name: { zh: '过程', en: 'Process' } },
    { id: 'a', parent: 'process', marks: '10', rule: { kind: 'yesNo' } },
    { id: 'effect', name: { zh: '效益', en: 'Effect' } },
    { id: 'b', parent: 'effect', marks: '12.5', rule: { kind: 'deduction', perOccurrence: '0.5' } },
    { id: 'c', parent: 'effect', marks: '7.5', rule: { kind: 'yesNo' } },
  ],
};

const dimensions = (values: Parameters<typeof score>[1], changes: Partial<Method> = {}): unknown => {
  const changed = { ...method, ...changes };
  const answer = score(changed, values);
  if (!answer.ok) throw new Error(answer.refusals[0]?.detail.en);
  return dimensionsOf(changed, answer.value).map(({ id, marks, score: scored }) => [id, marks, scored]);
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

  it('stand out of their full marks where the method re-scales within the parent', () => {
    const c = { state: 'notApplicable', reason: '没有到期问题' } as const;
    expect(
      dimensions({ a: { met: true }, b: { occurrences: 5 }, c }, { notApplicableWithin: 'parent' }),
    ).toEqual([
      ['process', '10', '10.00'],
      ['effect', '20', '16.00'],
    ]);
  });

  it('may be leaves themselves, and a veto is none of them', () => {
    const flat: Method = {
      indicators: [
        { id: 'a', marks: '10', rule: { kind: 'yesNo' } },
        { id: 'b', marks: '5', rule: { kind: 'yesNo' } },
        { id: 'veto', marks: '0', rule: { kind: 'veto', capTotal: '5' } },
      ],
    };
    const answer = score(flat, {
      a: { met: true },
      b: { state: 'notApplicable', reason: '没有到期问题' },
      veto: { occurred: true },
    });
    const found = dimensionsOf(flat, answer.ok ? answer.value : undefined);
    expect(found.map(({ id, marks, score: scored }) => [id, marks, scored])).toEqual([
      ['a', '10', '10.00'],
      ['b', '0', '0.00'],
    ]);
    expect(dimensionsOf(flat).map(({ score: scored }) => scored)).toEqual([null, null]);
  });

  it('are of a method that can be scored, and of an answer of that method', () => {
    expect(() => dimensionsOf({ indicators: [] })).toThrow(RangeError);
    const answer = { total: null, grade: null, indicators: [], warnings: [] };
    expect(() => dimensionsOf(method, answer)).toThrow(RangeError);
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
