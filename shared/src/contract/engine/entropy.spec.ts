import fc from 'fast-check';
import { entropy } from '../../domain/weighting/entropy';
import { refusalsOf } from '../pointers';
import { entropyInput } from './entropy';

describe('the input of entropy', () => {
  it.each<[unknown, readonly string[]]>([
    [{ matrix: [[1], ['1/3']], directions: ['max'], normalise: 'sum' }, []],
    [{ matrix: [], directions: [] }, ['/normalise']],
    [{ matrix: [[1, 'x']], directions: ['up'], normalise: 'min-max' }, ['/matrix/0/1', '/directions/0']],
    [{ matrix: [], directions: [], normalise: 'max', weights: 1 }, ['/normalise', '/weights']],
  ])('%j is refused at %j', (input, expected) => {
    const parsed = entropyInput.safeParse(input);
    const pointers = parsed.success ? [] : refusalsOf(parsed.error, input).map(({ pointer }) => pointer);
    expect(pointers).toEqual(expected);
  });

  it('never leads to an exception, whatever JSON it is', () => {
    const figure = fc.constantFrom<unknown>(0, -1, 1, 2, 0.5, '1/2', '1e999', '1e-999', '-3/7');
    const table = fc.record({
      matrix: fc.array(fc.array(figure, { minLength: 1, maxLength: 2 }), { maxLength: 4 }),
      directions: fc.array(fc.constantFrom('max', 'min'), { maxLength: 2 }),
      normalise: fc.constantFrom('min-max', 'sum'),
    });
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), table), (input) => {
        const parsed = entropyInput.safeParse(input);
        if (!parsed.success) return expect(refusalsOf(parsed.error, input).length).toBeGreaterThan(0);
        const answer = entropy(parsed.data, { explain: true });
        if (answer.ok) expect(JSON.parse(JSON.stringify(answer.value))).toEqual(answer.value);
        else expect(answer.refusals.length).toBeGreaterThan(0);
      }),
      { numRuns: 2000 },
    );
  });
});
