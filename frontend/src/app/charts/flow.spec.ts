import { flowHeight, flowScene, type Flow } from './flow';
import { marksOf, wordsIn } from './given-counties';
import { FADED, lookOf } from './look';

const look = lookOf('light');
const FLOW: Flow = {
  source: { name: '市级拨付', label: '90.00', value: 90 },
  rows: [
    { name: '演示甲县', value: 60, label: '60.00', parts: [40, 20, 0] },
    { name: '演示乙县', value: 30, label: '30.00', parts: [30, 0, 10] },
    { name: '演示丙县', value: 0, label: '—', parts: [null, null, null] },
  ],
  parts: [
    { name: '已支出', label: '70.00', hue: look.city, approved: false },
    { name: '未支出', label: '20.00', hue: look.received, approved: true },
    { name: '县级垫付', label: '10.00', hue: look.advance, own: true, approved: true },
  ],
  tips: [],
};
const drawn = (more: Partial<Flow> = {}, width = 720) =>
  marksOf(flowScene({ ...FLOW, ...more }, look), width);
const bandsIn = (marks = drawn()) => marks.flatMap((mark) => (mark.kind === 'outline' ? [mark] : []));
/** Thickness of a band at its beginning: its first and its last corner stand above each other. */
const thick = (path: string): number => {
  const numbers = [...path.matchAll(/-?[\d.]+/g)].map(([one]) => Number(one));
  return (numbers.at(-1) ?? 0) - (numbers[1] ?? 0);
};

describe('the flow of the money', () => {
  it('draws every amount on one scale', () => {
    const bands = bandsIn().map(({ row, path }) => [row, Math.round((thick(path) * 100) / 2.2)]);
    // 100 units of money together: 60 + 30 from the city, and 10 that a county advanced.
    expect(bands).toEqual([
      [0, 6000],
      [0, 4000],
      [0, 2000],
      [1, 3000],
      [1, 3000],
      [1, 1000],
    ]);
  });

  it('lets an advance begin at the county: no band of it comes from the city', () => {
    const advance = bandsIn().find(({ fill }) => fill === look.advance);
    const rows = drawn().flatMap((mark) => (mark.kind === 'rectangle' && mark.row === 1 ? [mark] : []));
    expect(Number(/^M([\d.]+)/.exec(advance?.path ?? '')?.[1])).toBe((rows[0]?.x ?? 0) + 10);
  });

  it('hatches what nobody has approved', () => {
    expect(bandsIn().map(({ hatched }) => hatched ?? false)).toEqual([
      false,
      true,
      false,
      false,
      true,
      false,
    ]);
  });

  it('draws no band for what is not known, and still names the county', () => {
    expect(bandsIn().some(({ row }) => row === 2)).toBe(false);
    expect(wordsIn(drawn())).toContain('演示丙县  —');
  });

  it('says each amount beside its node', () => {
    expect(wordsIn(drawn())).toEqual(
      expect.arrayContaining(['市级拨付', '90.00', '已支出', '70.00', '县级垫付']),
    );
  });

  it('lets the others stand back when a county is picked', () => {
    expect(bandsIn(drawn({ picked: 1 })).map(({ row, opacity }) => [row, (opacity ?? 1) <= FADED])).toEqual([
      [0, true],
      [0, true],
      [0, true],
      [1, false],
      [1, false],
      [1, false],
    ]);
  });

  it.each([320, 720, 1400])('stays inside its picture at %d px', (width) => {
    for (const mark of drawn({}, width)) {
      if (mark.kind === 'words') expect(mark.y).toBeLessThanOrEqual(flowHeight(3) - 4);
      if (mark.kind !== 'rectangle') continue;
      expect(mark.x + mark.width).toBeLessThanOrEqual(width);
      expect(mark.y + mark.height).toBeLessThanOrEqual(flowHeight(3) + 0.1);
    }
  });

  it('draws nothing but names where no money has moved', () => {
    const rows = FLOW.rows.map((row) => ({ ...row, value: 0, parts: [0, 0, 0] }));
    expect(bandsIn(drawn({ rows, source: { ...FLOW.source, value: 0 } }))).toEqual([]);
  });
});
