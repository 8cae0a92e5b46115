import { spreadLabels } from './spread-labels';

const nearest = (places: readonly number[]): number => {
  const sorted = [...places].sort((a, b) => a - b);
  return Math.min(...sorted.slice(1).map((place, index) => place - (sorted[index] ?? 0)));
};

describe('labels that must not cover each other', () => {
  it('stay at their own places where there is room', () => {
    expect(spreadLabels([40, 10, 25], 6, 0, 50)).toEqual([40, 10, 25]);
  });

  it('stand around a place that they share, in the order given', () => {
    expect(spreadLabels([10, 10, 40], 6, 0, 50)).toEqual([7, 13, 40]);
  });

  it('push on those whom they would come to cover, and never stand outside', () => {
    const spread = spreadLabels([0, 0, 0, 3, 8, 50, 50], 6, 0, 50);
    expect(nearest(spread)).toBeCloseTo(6);
    expect(Math.min(...spread)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...spread)).toBeLessThanOrEqual(50);
  });

  it('share the whole evenly where all of them do not fit', () => {
    expect(spreadLabels([5, 5, 5], 40, 0, 50)).toEqual([0, 25, 50]);
  });

  it('of no label and of one are no question', () => {
    expect(spreadLabels([], 6, 0, 50)).toEqual([]);
    expect(spreadLabels([12], 6, 0, 50)).toEqual([12]);
  });
});
