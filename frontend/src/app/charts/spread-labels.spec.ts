import { spreadLabels } from './spread-labels';

const nearest = (places: readonly number[]): number => {
  const sorted = [...places].sort((a, b) => a - b);
  return Math.min(...sorted.slice(1).map((place, index) => place - (sorted[index] ?? 0)));
};

/** As many labels of one height. */
const each = (count: number, height: number): readonly number[] =>
  Array.from({ length: count }, () => height);

describe('labels that must not cover each other', () => {
  it('stay at their own places where there is room', () => {
    expect(spreadLabels([40, 10, 25], each(3, 6), 0, 50)).toEqual([40, 10, 25]);
  });

  it('stand around a place that they share, in the order given', () => {
    expect(spreadLabels([10, 10, 40], each(3, 6), 0, 50)).toEqual([7, 13, 40]);
  });

  it('push on those whom they would come to cover, and never stand outside', () => {
    const spread = spreadLabels([0, 0, 0, 3, 8, 50, 50], each(7, 6), 0, 50);
    expect(nearest(spread)).toBeCloseTo(6);
    expect(Math.min(...spread)).toBeGreaterThanOrEqual(3);
    expect(Math.max(...spread)).toBeLessThanOrEqual(47);
  });

  it('of two heights keep as much apart as the halves of both need', () => {
    expect(spreadLabels([20, 20], [4, 12], 0, 50)).toEqual([16, 24]);
  });

  it('share the whole evenly where all of them do not fit', () => {
    const spread = spreadLabels([5, 5, 5], each(3, 45), 0, 45);
    expect(spread.map((place) => place.toFixed(6))).toEqual(['7.500000', '22.500000', '37.500000']);
  });

  it('of no label and of one are no question', () => {
    expect(spreadLabels([], each(0, 6), 0, 50)).toEqual([]);
    expect(spreadLabels([12], each(1, 6), 0, 50)).toEqual([12]);
  });
});
