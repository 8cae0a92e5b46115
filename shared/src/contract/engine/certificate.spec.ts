import { refusalsOf } from '../pointers';
import { certificateInput } from './certificate';

const HASH = 'a'.repeat(64);

/** An allocation certificate of so many counties; its hashes are not looked at here. */
const certificateOf = (counties: number, runs: number) => ({
  certificate: 1,
  kind: 'allocation',
  engine: '1.0.0',
  input: {
    inputs: {
      pool: { posts: counties, fenPerPost: 1_200_000 },
      units: Array.from({ length: counties }, (_, county) => ({
        id: `c${county}`,
        factors: { base: '1' },
        score: '80',
        lastPart: 1,
      })),
      policy: {
        factors: [{ id: 'base', weight: '1' }],
        performance: { mode: 'none' },
        method: 'hamilton',
      },
      stability: { seed: 1, runs, scoreError: '2', threshold: '0.9' },
    },
  },
  inputHash: HASH,
  answer: { parts: {}, fen: {} },
  hash: HASH,
});
const refusals = (document: unknown) => {
  const parsed = certificateInput.safeParse(document);
  return parsed.success ? [] : refusalsOf(parsed.error, document);
};

describe('the simulation of a certificate', () => {
  it('is refused, at its runs, where runs times counties would keep a verifier waiting for minutes', () => {
    expect(refusals(certificateOf(40, 500_001))).toEqual([
      {
        pointer: '/input/inputs/stability/runs',
        detail: {
          zh: '模拟 500001 次 × 40 个单位超过 20000000，无法在合理时间内核验；请核对模拟次数，单位这样多时至多 500000 次',
          en: '500001 runs of 40 units are above 20000000 in all, too many to verify in reasonable time; check the runs, of which so many units take at most 500000',
        },
      },
    ]);
  });

  it('is taken up to there: a million runs of nine counties, ten thousand of two thousand', () => {
    expect(refusals(certificateOf(40, 500_000))).toEqual([]);
    expect(refusals(certificateOf(9, 1_000_000))).toEqual([]);
    expect(refusals(certificateOf(2000, 10_000))).toEqual([]);
  });
});
