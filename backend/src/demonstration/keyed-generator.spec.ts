import { keyedGenerator } from './keyed-generator';

const draw = (key: string): number[] => {
  const chance = keyedGenerator(key);
  return Array.from({ length: 2000 }, () => chance.between(-2, 4));
};

describe('keyedGenerator', () => {
  it('repeats its numbers for the same key and not for another', () => {
    expect(draw('a')).toEqual(draw('a'));
    expect(draw('a')).not.toEqual(draw('b'));
  });

  it('reaches every number of the range, about equally often, and none outside it', () => {
    const counts = new Map<number, number>();
    for (const one of draw('c')) counts.set(one, (counts.get(one) ?? 0) + 1);
    expect([...counts.keys()].sort((a, b) => a - b)).toEqual([-2, -1, 0, 1, 2, 3, 4]);
    expect(Math.min(...counts.values())).toBeGreaterThan(200);
  });
});
