import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { problemOf, runYuheng } from './yuheng-process';

/** The published splits, by county (both budget texts; vectors/published.json names them). */
const { vectors } = JSON.parse(readFileSync(join(__dirname, 'vectors/published.json'), 'utf8')) as {
  vectors: readonly {
    id: string;
    input: { yuan?: Record<string, number> };
    expected: { posts?: Record<string, number> };
  }[];
};
const published = (id: string) => vectors.find((vector) => vector.id === id);

const answerTo = (input: unknown) => {
  const { status, stdout, stderr } = runYuheng(['allocate', '-'], input);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(stdout) as {
    parts: Record<string, number>;
    fen: Record<string, number>;
    ties: [];
    warnings: [];
  };
};
const policy = { factors: [{ id: 'base', weight: '1' }], performance: { mode: 'none' }, method: 'hamilton' };

// The first call compiles what it needs.
jest.setTimeout(120_000);

describe('the published splits (T5)', () => {
  const assistants = published('yuxi_assistants_2025');
  const posts = assistants?.expected.posts ?? {};
  const yuan = assistants?.input.yuan ?? {};

  it.each(['hamilton', 'webster', 'jefferson', 'hill', 'adams'])(
    '150 posts over the headcounts without performance give back the published row of yuan, by %s',
    (method) => {
      const units = Object.entries(posts).map(([id, count]) => ({ id, factors: { base: String(count) } }));
      const given = answerTo({
        pool: { posts: 150, fenPerPost: 1_200_000 },
        units,
        policy: { ...policy, method },
      });
      expect(given.parts).toEqual(posts);
      expect(Object.values(given.fen).map((amount) => amount / 100)).toEqual([
        300000, 180000, 132000, 228000, 156000, 168000, 180000, 252000, 204000,
      ]);
      expect(Object.keys(given.fen)).toEqual(Object.keys(yuan));
      expect(given).toMatchObject({ ties: [], warnings: [] });
    },
  );

  it('the mediation money of 2025 over its own proportions gives back the published row', () => {
    const mediation = published('yuxi_mediation_2025')?.input.yuan ?? {};
    const units = Object.entries(mediation).map(([id, amount]) => ({
      id,
      factors: { base: `${amount}/770000` },
    }));
    const given = answerTo({ pool: { fen: '77000000', unitFen: '1000000' }, units, policy });
    expect(Object.fromEntries(Object.entries(given.fen).map(([id, amount]) => [id, amount / 100]))).toEqual(
      mediation,
    );
    expect(Object.values(given.fen).reduce((a, b) => a + b, 0)).toBe(77_000_000);
  });
});

describe('the checks of a split', () => {
  const states = (posts: number, method: string) =>
    answerTo({
      pool: { posts, fenPerPost: 1 },
      units: [6, 6, 2].map((base, index) => ({ id: `state-${index + 1}`, factors: { base } })),
      policy: { ...policy, method },
    });

  it('warn in the plain answer of the textbook’s Alabama paradox (Wikipedia: 10 and 11 seats over 6, 6, 2)', () => {
    const given = states(10, 'hamilton');
    expect(given.parts).toEqual({ 'state-1': 4, 'state-2': 4, 'state-3': 2 });
    expect(given.warnings).toEqual([
      {
        kind: 'houseParadox',
        message: expect.stringMatching(/“state-3”由 2 减为 1.* \/ .*"state-3" \(2 → 1\)/) as string,
      },
    ]);
    expect(states(11, 'hamilton')).toMatchObject({ parts: { 'state-3': 1 }, warnings: [] });
    expect(states(10, 'webster').warnings).toEqual([]);
  });

  it('name the smallest relaxation of bounds that cannot be met', () => {
    const problem = problemOf(
      runYuheng(['allocate', '-'], {
        pool: { posts: 13, fenPerPost: 1 },
        units: ['a', 'b'].map((id) => ({ id, factors: { base: 1 }, lastPart: 5 })),
        policy: { ...policy, maximumChange: { parts: 1 } },
      }),
    );
    expect(problem.errors).toEqual([
      {
        pointer: '/units',
        detail: expect.stringMatching(/年度最大调整放宽到 2.* \/ .*widen the maximum change to 2/) as string,
      },
    ]);
  });
});
