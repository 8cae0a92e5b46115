import fc from 'fast-check';
import { geometricMean, principalEigenvector } from './principal-eigenvector';

const reciprocal = (size: number, judgements: readonly number[]): number[][] => {
  const matrix = Array.from({ length: size }, () => Array.from({ length: size }, () => 1));
  let next = 0;
  for (let i = 0; i < size; i += 1) {
    for (let j = i + 1; j < size; j += 1) {
      const value = judgements[next++] ?? 1;
      (matrix[i] ?? [])[j] = value;
      (matrix[j] ?? [])[i] = 1 / value;
    }
  }
  return matrix;
};

/** Judgements on Saaty's scale, or on one that is far wider. */
const matrices = (judgement: fc.Arbitrary<number>): fc.Arbitrary<number[][]> =>
  fc
    .tuple(fc.integer({ min: 1, max: 10 }), fc.array(judgement, { minLength: 45, maxLength: 45 }))
    .map(([size, judgements]) => reciprocal(size, judgements));
const saaty = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.boolean())
  .map(([value, turned]) => (turned ? 1 / value : value));

/** Independent of the engine: plain multiplication, ten thousand times. */
function powerIteration(matrix: readonly (readonly number[])[]): number[] {
  let vector = matrix.map(() => 1 / matrix.length);
  for (let step = 0; step < 10_000; step += 1) {
    const image = matrix.map((row) => row.reduce((sum, value, j) => sum + value * (vector[j] ?? 0), 0));
    const sum = image.reduce((a, b) => a + b, 0);
    vector = image.map((value) => value / sum);
  }
  return vector;
}

describe('the principal eigenvector', () => {
  it('is what plain power iteration finds, within 10^-9', () => {
    fc.assert(
      fc.property(matrices(saaty), (matrix) => {
        const found = principalEigenvector(matrix)?.weights ?? [];
        powerIteration(matrix).forEach((weight, i) =>
          expect(Math.abs((found[i] ?? NaN) - weight)).toBeLessThan(1e-9),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('satisfies A w = λ w in each component, is positive and sums to 1, on scales from 10^-9 to 10^9 too', () => {
    const wide = fc.double({ min: -9, max: 9, noNaN: true }).map((exponent) => 10 ** exponent);
    fc.assert(
      fc.property(fc.oneof(matrices(saaty), matrices(wide)), (matrix) => {
        const found = principalEigenvector(matrix);
        if (!found) throw new Error('not found');
        const { weights, eigenvalue } = found;
        expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
        matrix.forEach((row, i) => {
          const image = row.reduce((sum, value, j) => sum + value * (weights[j] ?? NaN), 0);
          expect(weights[i]).toBeGreaterThan(0);
          expect(Math.abs(image / (weights[i] ?? NaN) / eigenvalue - 1)).toBeLessThan(1e-9);
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('gives back the weights of judgements that do not contradict each other, with the eigenvalue n', () => {
    const weights = [0.4, 0.3, 0.2, 0.1];
    const found = principalEigenvector(weights.map((a) => weights.map((b) => a / b)));
    expect(found?.eigenvalue).toBeCloseTo(4, 13);
    weights.forEach((weight, i) => expect(found?.weights[i]).toBeCloseTo(weight, 13));
  });

  it('is null, and does not run on, where figures leave the range of doubles', () => {
    expect(principalEigenvector(reciprocal(4, [1e100, 1e-100, 1e100, 1e100, 1e-100, 1e100]))).toBeNull();
    expect(principalEigenvector(reciprocal(2, [1e110]))).toBeNull();
    expect(principalEigenvector([[Infinity]])).toBeNull();
    expect(
      principalEigenvector([
        [1, 0],
        [0, 1],
      ]),
    ).toBeNull();
  });
});

describe('the geometric mean', () => {
  it('of reciprocal judgements is reciprocal', () => {
    fc.assert(
      fc.property(fc.array(saaty, { minLength: 1, maxLength: 9 }), (values) => {
        const turned = geometricMean(values.map((value) => 1 / value));
        expect(geometricMean(values) * turned).toBeCloseTo(1, 13);
      }),
    );
    expect(geometricMean([2, 8])).toBeCloseTo(4, 14);
  });
});
