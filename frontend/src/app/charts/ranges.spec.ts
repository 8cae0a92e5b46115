import { rangeOf, rangesOf, stepOf } from './ranges';

const limits = (values: readonly number[]) => rangesOf(values).map(({ from, to }) => `${from}–${to}`);

describe('the parts of a measure', () => {
  it('have round limits and are five at most', () => {
    expect(limits([95.2, 99.1])).toEqual(['95–96', '96–97', '97–98', '98–99', '99–100']);
    expect(limits([0, 100])).toEqual(['0–20', '20–40', '40–60', '60–80', '80–100']);
    expect(limits([0.31, 0.39])).toEqual(['0.3–0.32', '0.32–0.34', '0.34–0.36', '0.36–0.38', '0.38–0.4']);
    expect(limits([1_250_000, 3_000_000])).toEqual([
      '1000000–1500000',
      '1500000–2000000',
      '2000000–2500000',
      '2500000–3000000',
    ]);
    expect(limits([-3, 4])).toEqual(['-4–-2', '-2–0', '0–2', '2–4']);
  });

  it('are one for one value, and none without any', () => {
    expect(rangesOf([7, 7])).toEqual([{ from: 7, to: 7 }]);
    expect(rangesOf([])).toEqual([]);
  });

  it('hold every value exactly once: the lower limit belongs to a part, the upper one only to the last', () => {
    const values = [0, 19.99, 20, 59, 100];
    expect(values.map((value) => rangeOf(rangesOf(values), value))).toEqual([0, 0, 1, 2, 4]);
  });

  it('do not take what is missing for zero', () => {
    expect(rangeOf(rangesOf([0, 10]), null)).toBe(-1);
  });

  it('take the outermost colours first', () => {
    expect([0, 1].map((part) => stepOf(part, 2, 5))).toEqual([0, 4]);
    expect([0, 1, 2, 3, 4].map((part) => stepOf(part, 5, 5))).toEqual([0, 1, 2, 3, 4]);
    expect(stepOf(0, 1, 5)).toBe(2);
  });
});
