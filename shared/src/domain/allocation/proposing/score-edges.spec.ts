import * as fc from 'fast-check';
import { rational, type Rational } from '../../numbers/rational';
import { givenAllocation, NINE } from '../../simulation/given-allocation';
import { nearestScoreEdges } from '../../simulation/nearest-edge';
import { allocate } from '../allocate';
import type { AllocationInput, AllocationPolicy } from '../allocation';
import { proposedEdges } from './score-edges';

function both(input: AllocationInput) {
  const [allocated, nearest] = [allocate(input), nearestScoreEdges(input)];
  if (!allocated.ok || !nearest.ok) return null;
  const parts = input.units.map(({ id }) => allocated.value.parts[id] ?? 0);
  const found = proposedEdges(input, parts).map((one) => [one?.more?.points, one?.fewer?.points]);
  const points = (edge: { readonly change: Rational } | null | undefined) =>
    edge ? String(Math.abs(Number(edge.change.numerator)) / Number(edge.change.denominator)) : undefined;
  const expected = input.units.map(({ id }) => {
    const edges = nearest.value[id];
    return [points(edges?.ownMore), points(edges?.ownFewer)];
  });
  return { found, expected };
}

describe('the edges of a proposal', () => {
  it.each<[string, Partial<AllocationPolicy>]>([
    ['the careful policy', {}],
    ['any number of posts a year', { maximumChange: { parts: 20n } }],
    ['added scores', { performance: { mode: 'add', weight: rational(3, 10) }, maximumChange: { parts: 3n } }],
    [
      'grades',
      {
        performance: {
          mode: 'gradeCoefficient',
          coefficients: {
            excellent: rational(11, 10),
            good: rational(1),
            fair: rational(9, 10),
            poor: rational(8, 10),
          },
        },
      },
    ],
  ])('are those that a search step by step finds: %s', (_, policy) => {
    const result = both(givenAllocation(NINE, policy));
    expect(result?.found).toEqual(result?.expected);
    expect(result?.found.flat().some((one) => one !== undefined)).toBe(true);
  });

  it('are so for any scores', () => {
    const score = fc.integer({ min: 5000, max: 10_000 }).map((hundredths) => (hundredths / 100).toFixed(2));
    fc.assert(
      fc.property(
        fc.array(score, { minLength: 4, maxLength: 4 }),
        fc.constantFrom(0n, 1n, 4n),
        (scores, parts) => {
          const units = scores.map((one, index) => [`county-${index}`, 5 + 3 * index, one] as const);
          const result = both(givenAllocation(units, { maximumChange: { parts } }));
          expect(result?.found).toEqual(result?.expected);
        },
      ),
      { numRuns: 12 },
    );
  });

  it('say how many points there are from which computed number of posts to which', () => {
    const input = givenAllocation(NINE);
    const allocated = allocate(input);
    if (!allocated.ok) throw new Error('NINE can be split.');
    const edges = proposedEdges(
      input,
      input.units.map(({ id }) => allocated.value.parts[id] ?? 0),
    );
    const parts = input.units.map(({ id }) => allocated.value.parts[id] ?? 0);
    const place = edges.findIndex((one) => one?.more);
    const more = edges[place]?.more;
    const now = parts[place] ?? 0;
    expect(more?.text).toEqual({
      zh: `得分再高 ${more?.points} 分，测算名额由 ${now} 变为 ${now + 1}`,
      en: `with ${more?.points} points more the computed posts go from ${now} to ${now + 1}`,
    });
    const low = edges.findIndex((one) => one?.fewer);
    const fewer = edges[low]?.fewer;
    expect(fewer?.text.zh).toBe(
      `得分再低 ${fewer?.points} 分，测算名额由 ${parts[low]} 变为 ${(parts[low] ?? 0) - 1}`,
    );
  });

  it('a county without a score has none', () => {
    const input = givenAllocation(NINE, { performance: { mode: 'none' } });
    const units = input.units.map(({ id, factors, lastPart = 0n }) => ({ id, factors, lastPart }));
    expect(
      proposedEdges(
        { ...input, units },
        units.map(({ lastPart }) => Number(lastPart)),
      ),
    ).toEqual(units.map(() => null));
  });
});
