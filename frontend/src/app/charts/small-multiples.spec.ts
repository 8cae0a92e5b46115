import { marksOf, wordsIn } from './given-counties';
import { FADED, lookOf } from './look';
import { smallMultiplesScene, type SmallMultiples } from './small-multiples';

const look = lookOf('light');
const DATA: SmallMultiples = {
  months: ['1月', '2月', '3月', '4月'].map((label, at) => ({ label, approved: at < 3 })),
  rows: [
    { name: '演示甲县', values: [50, null, 0, 100], label: '100.00%' },
    { name: '演示乙县', values: [100, 100, 100, null], label: '100.00%' },
    { name: '演示丙县', values: [null, null, null, null], label: '—' },
  ],
  hue: '#0f5e9c',
  tips: [],
};
const drawn = (more: Partial<SmallMultiples> = {}, width = 700) =>
  marksOf(smallMultiplesScene({ ...DATA, ...more }, look), width);
const lines = (row: number, marks = drawn()) =>
  marks.flatMap((mark) =>
    mark.kind === 'outline' && mark.row === row && mark.fill === 'none' ? [mark] : [],
  );
const dots = (row: number, marks = drawn()) =>
  marks.flatMap((mark) =>
    mark.kind === 'outline' && mark.row === row && mark.fill !== 'none' ? [mark] : [],
  );
const heights = (path: string) => [...path.matchAll(/[\d.]+ ([\d.]+)/g)].map(([, y]) => Number(y));

describe('small multiples', () => {
  it('leave a gap where a month has no value, draw 0 on the floor, and mark a month that stands alone', () => {
    expect(lines(0)).toHaveLength(1);
    expect(heights(lines(0)[0]?.path ?? '')).toEqual([80, 26]);
    expect(dots(0)).toHaveLength(2);
    expect([lines(2), dots(2)]).toEqual([[], []]);
  });

  it('stand on one scale: the same value is as high in every field', () => {
    expect(heights(lines(1)[0]?.path ?? '')[0]).toBe(heights(lines(0)[0]?.path ?? '')[1]);
  });

  it('break the line of what nobody has approved', () => {
    expect(lines(0).map(({ dashed }) => dashed)).toEqual([true]);
    expect(lines(1).map(({ dashed }) => dashed)).toEqual([false, false]);
  });

  it('draw the target as a line across its field, as high as a value that meets it, and none where none is asked', () => {
    const [first, second] = DATA.rows;
    if (!first || !second) throw new Error('no rows');
    const marks = drawn({ rows: [{ ...first, target: 50 }, second] });
    const across = lines(0, marks).filter(({ stroke }) => stroke === look.expected);
    expect(across).toHaveLength(1);
    expect(new Set(heights(across[0]?.path.replace('L', ' L') ?? ''))).toEqual(new Set([53]));
    expect(lines(1, marks).filter(({ stroke }) => stroke === look.expected)).toEqual([]);
  });

  it('name each field and print its last value', () => {
    expect(wordsIn(drawn())).toEqual(expect.arrayContaining(['演示丙县', '—', '100.00%', '1月', '4月']));
  });

  it('stand two beside each other on a phone, inside its width', () => {
    const fields = drawn({}, 330).flatMap((mark) => (mark.kind === 'rectangle' ? [mark] : []));
    expect(new Set(fields.map(({ x }) => x)).size).toBe(2);
    expect(Math.max(...fields.map(({ x, width }) => x + width))).toBeLessThanOrEqual(330);
  });

  it('let the others stand back when one is picked', () => {
    expect([lines(0, drawn({ picked: 1 }))[0]?.opacity, lines(1, drawn({ picked: 1 }))[0]?.opacity]).toEqual([
      FADED,
      undefined,
    ]);
  });
});
