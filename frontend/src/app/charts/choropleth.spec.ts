import { fitBoundary, type Boundary } from './boundary';
import { choroplethScene } from './choropleth';
import { COUNTIES, marksOf, PAINTING, wordsIn } from './given-counties';
import { lookOf } from './look';

const square = (west: number, south: number) => [
  [
    [west, south],
    [west + 1, south],
    [west + 1, south + 1],
    [west, south + 1],
    [west, south],
  ] as const,
];
const boundary = (shapes: Boundary['shapes']): Boundary => ({ reviewNumber: '云S(2025)1号', shapes });
const TWO = boundary([
  { county: 'jia', polygons: [square(102, 24)] },
  { county: 'bing', polygons: [square(103, 24), square(104, 23)] },
]);
const look = lookOf('light');
const scene = (given: Boundary) =>
  choroplethScene({ ...PAINTING, counties: COUNTIES, boundary: given, tips: [] }, look);
const shapesIn = (given: Boundary) => {
  const drawn = scene(given);
  return drawn ? marksOf(drawn, 600).flatMap((mark) => (mark.kind === 'outline' ? [mark] : [])) : [];
};

describe('a map in boundaries', () => {
  it('draws the counties that have a boundary, coloured by value; none is broken and without colour', () => {
    expect(shapesIn(TWO).map(({ row, fill, dashed }) => [row, fill, dashed])).toEqual([
      [0, look.steps[0]?.fill, false],
      [2, look.background, true],
    ]);
  });

  it('stays inside the width, north on top, east at the right', () => {
    const fitted = fitBoundary(TWO, { width: 600, most: 460, top: 30 });
    const all = [...(fitted?.outlines.values() ?? [])].flatMap(({ path }) =>
      [...path.matchAll(/([\d.-]+) ([\d.-]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const),
    );
    expect(Math.min(...all.map(([x]) => x))).toBeGreaterThanOrEqual(0);
    expect(Math.max(...all.map(([x]) => x))).toBeLessThanOrEqual(600.1);
    expect(Math.min(...all.map(([, y]) => y))).toBe(30);
    const [jia, bing] = ['jia', 'bing'].map((id) => fitted?.outlines.get(id));
    expect(jia?.x).toBeLessThan(bing?.x ?? 0);
    // The second part of the other county lies a degree further south.
    const lowest = [jia, bing].map((one) =>
      Math.max(...[...(one?.path ?? '').matchAll(/[\d.-]+ ([\d.-]+)/g)].map(([, y]) => Number(y))),
    );
    expect(lowest[1]).toBeGreaterThan((lowest[0] ?? 0) + 50);
  });

  it('leaves names to the tooltip on a phone, and prints the values', () => {
    const drawn = scene(TWO);
    expect(wordsIn(drawn ? marksOf(drawn, 600) : [])).toContain('演示甲县');
    expect(wordsIn(drawn ? marksOf(drawn, 320) : [])).not.toContain('演示甲县');
    expect(wordsIn(drawn ? marksOf(drawn, 320) : [])).toContain('0.00%');
  });

  it.each([
    ['nothing in it', boundary([])],
    ['a county without a place', boundary([{ county: 'jia', polygons: [] }])],
    ['places in metres', boundary([{ county: 'jia', polygons: [square(512_000, 2_700_000)] }])],
    ['a point instead of a shape', boundary([{ county: 'jia', polygons: [[[[102, 24]]]] }])],
    ['a place that is no number', boundary([{ county: 'jia', polygons: [[[[Number.NaN, 24]]]] }])],
  ])('is not drawn from a file with %s', (_, given) => {
    expect(scene(given)).toBeNull();
  });
});
