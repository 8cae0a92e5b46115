import { apportion } from '@yuheng/shared/domain/apportionment/apportion';
import type { ApportionmentMethod } from '@yuheng/shared/domain/apportionment/apportionment';
import { rational } from '@yuheng/shared/domain/numbers/rational';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runYuheng } from './yuheng-process';

interface PublishedCase {
  readonly id: string;
  readonly kind: string;
  readonly source: string;
  readonly input: { readonly seats: number; readonly populations?: number[]; readonly votes?: number[] };
  readonly expected: number[];
}

/** Published and textbook cases, each with its source. */
const { vectors } = JSON.parse(readFileSync(join(__dirname, 'vectors/published.json'), 'utf8')) as {
  vectors: readonly PublishedCase[];
};
const METHODS = ['hamilton', 'webster', 'jefferson', 'hill', 'adams'];
const cases = vectors
  .filter(({ kind }) => METHODS.includes(kind))
  .map(({ id, kind, source, input, expected }) => ({
    id,
    source,
    method: kind as ApportionmentMethod,
    total: input.seats,
    weights: input.populations ?? input.votes ?? [],
    expected,
  }));

function parts(total: number, weights: readonly number[], method: ApportionmentMethod): readonly number[] {
  const outcome = apportion({
    total: BigInt(total),
    weights: weights.map((weight) => rational(weight)),
    method,
  });
  return outcome.ok ? outcome.value.parts : [];
}

// The first call compiles what it needs.
jest.setTimeout(120_000);

describe('published apportionments', () => {
  it('are all there', () => {
    expect(cases.map(({ id }) => id)).toEqual([
      'balinski_young_26_adams',
      'alabama_textbook_10',
      'alabama_textbook_11',
      'dhondt_8',
      'sainte_lague_8',
      'sainte_lague_7',
    ]);
  });

  it.each(cases)('$id: $method gives the published row ($source)', ({ total, weights, method, expected }) => {
    expect(parts(total, weights, method)).toEqual(expected);
  });

  it.each(cases)('$id: so does the command line', ({ total, weights, method, expected }) => {
    const { status, stdout, stderr } = runYuheng(['apportion', '-'], { total, weights, method });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout)).toEqual({ parts: expected, ties: [] });
  });

  it('d’Hondt on the votes of sainte_lague_7 gives 4, 2, 1, as its note says', () => {
    expect(parts(7, [53000, 24000, 23000], 'jefferson')).toEqual([4, 2, 1]);
  });

  it('the five methods part company on the 26 seats of Balinski and Young', () => {
    const populations = [9061, 7179, 5259, 3319, 1182];
    expect(METHODS.map((method) => parts(26, populations, method as ApportionmentMethod))).toEqual([
      [9, 7, 5, 4, 1],
      [9, 8, 5, 3, 1],
      [10, 7, 5, 3, 1],
      [9, 7, 6, 3, 1],
      [9, 7, 5, 3, 2],
    ]);
  });

  it('the textbook’s Alabama paradox is named by --explain: of 10 seats with one more, the third state falls from 2 to 1', () => {
    const { status, stdout } = runYuheng(['apportion', '-', '--explain'], {
      total: 10,
      weights: [6, 6, 2],
      method: 'hamilton',
    });
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      parts: [4, 4, 2],
      explanation: {
        units: [{}, {}, {}],
        oneMore: { parts: [5, 5, 1], losers: [2] },
        warnings: [{ kind: 'houseParadox' }],
      },
    });
  });

  it.each(METHODS)(
    'T5: 150 posts over the headcounts give back the headcounts, by %s, without a warning',
    (method) => {
      const headcounts = [25, 15, 11, 19, 13, 14, 15, 21, 17];
      const outcome = apportion(
        {
          total: 150n,
          weights: headcounts.map((count) => rational(count)),
          method: method as ApportionmentMethod,
        },
        { explain: true },
      );
      expect(outcome).toMatchObject({
        ok: true,
        value: { parts: headcounts, ties: [], explanation: { oneMore: { losers: [] }, warnings: [] } },
      });
      const { stdout } = runYuheng(['apportion', '-'], { total: 150, weights: headcounts, method });
      expect(JSON.parse(stdout)).toEqual({ parts: headcounts, ties: [] });
    },
  );
});
