import fc from 'fast-check';
import { ahp } from '../../domain/weighting/ahp';
import { refusalsOf } from '../pointers';
import { ahpInput } from './ahp';

const refusalsFor = (input: unknown) => {
  const parsed = ahpInput.safeParse(input);
  return parsed.success ? [] : refusalsOf(parsed.error, input);
};
const pointersFor = (input: unknown) => refusalsFor(input).map(({ pointer }) => pointer);

describe('the input of ahp', () => {
  it.each<[unknown, readonly string[]]>([
    [{ matrix: [[1, '1/3']] }, []],
    [{ matrices: [[[1]], [['1']]], randomIndex: '2008' }, []],
    [{}, ['/matrix']],
    [{ matrix: [[1]], matrices: [[[1]]] }, ['/matrices']],
    [{ matrix: [[1, null]] }, ['/matrix/0/1']],
    [{ matrices: [[[1]], [['a']]] }, ['/matrices/1/0/0']],
    [{ matrix: [[1]], randomindex: '1980' }, ['/randomindex']],
    [{ matrices: [[[1]]], randomIndex: '1990' }, ['/randomIndex']],
    [[], ['']],
  ])('%j is refused at %j', (input, expected) => {
    expect(pointersFor(input)).toEqual(expected);
  });

  it('says that only one of matrix and matrices may stand', () => {
    expect(refusalsFor({ matrix: [[1]], matrices: [[[1]]] })[0]?.detail.en).toBe(
      'Give either matrix or matrices; remove one of them',
    );
  });

  it('never leads to an exception, whatever JSON it is', () => {
    const judgement = fc.oneof(
      fc.constantFrom<unknown>(0, -1, 1, 2, 0.5, '1/2', '1e999', '1e-999', '1/3', 3, null),
      fc.jsonValue(),
    );
    const matrix = fc.array(fc.array(judgement, { maxLength: 3 }), { maxLength: 3 });
    const twoByTwo = fc.constantFrom('1', '2', '1e99', '1e200', '1e400', '7/3').map((value) => [
      [1, value],
      [`1/${value}`.replace('1/1e', '1e-').replace('1/7/3', '3/7'), 1],
    ]);
    fc.assert(
      fc.property(
        fc.oneof(
          fc.jsonValue(),
          fc.record({ matrix: fc.oneof(matrix, twoByTwo) }),
          fc.record({ matrices: fc.array(fc.oneof(matrix, twoByTwo), { maxLength: 2 }) }),
        ),
        (input) => {
          const parsed = ahpInput.safeParse(input);
          if (!parsed.success) return expect(refusalsOf(parsed.error, input).length).toBeGreaterThan(0);
          const answer = ahp(parsed.data, { explain: true });
          // What is no number would be printed as null.
          if (answer.ok) expect(JSON.parse(JSON.stringify(answer.value))).toEqual(answer.value);
          else expect(answer.refusals.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
