import { calendarHeight, calendarScene, type Calendar } from './calendar';
import { marksOf, wordsIn } from './given-counties';
import { FADED, lookOf } from './look';

const look = lookOf('light');
const STATES = ['reported', 'late', 'missing', 'notDue', 'notApplicable'] as const;
const WORDS = { reported: '已报', late: '迟报', missing: '缺报', notDue: '未到期', notApplicable: '不适用' };
const CALENDAR: Calendar = {
  months: STATES.map((_, at) => ({ label: `${at + 1}月`, approved: at !== 1 })),
  rows: [
    { name: '资金支出', cells: STATES.map((state) => ({ state, word: WORDS[state] })) },
    { name: '督查', cells: [null, null, null, null, null] },
  ],
  legend: STATES.map((state) => ({ state, word: WORDS[state] })),
  tips: [],
};
const drawn = (more: Partial<Calendar> = {}, width = 900) =>
  marksOf(calendarScene({ ...CALENDAR, ...more }, look), width);
const shapes = (marks = drawn()) => marks.flatMap((mark) => (mark.kind === 'outline' ? [mark] : []));
const grounds = (marks = drawn()) => marks.flatMap((mark) => (mark.kind === 'rectangle' ? [mark] : []));

describe('the calendar of a year', () => {
  it('has a shape of its own for each of the five states, never the colour alone', () => {
    const inCells = shapes().filter(({ row }) => row !== undefined);
    expect(inCells).toHaveLength(5);
    const forms = inCells.map(
      ({ path, dashed, fill }) => `${path.replace(/-?[\d.]+/g, '')}${dashed}${fill === 'none'}`,
    );
    expect(new Set(forms).size).toBe(5);
  });

  it('draws no shape where an item does not exist', () => {
    expect(shapes().every(({ path }) => !/ (8[5-9]|9\d)/.test(path.split('a')[0] ?? ''))).toBe(true);
    expect(grounds()).toHaveLength(10);
  });

  it('hatches a month that nobody has approved', () => {
    expect(grounds().map(({ hatched }) => hatched)).toEqual([
      false,
      true,
      ...Array.from({ length: 8 }, () => false),
    ]);
  });

  it('prints the words in the cells where there is room, and explains the shapes always', () => {
    expect(wordsIn(drawn()).filter((word) => word === '迟报')).toHaveLength(2);
    expect(wordsIn(drawn({}, 320)).filter((word) => word === '迟报')).toHaveLength(1);
  });

  it('lets all but the picked month stand back', () => {
    expect(
      grounds(drawn({ picked: 2 }))
        .slice(0, 5)
        .map(({ opacity }) => opacity),
    ).toEqual([FADED, FADED, undefined, FADED, FADED]);
  });

  it('is as high as its rows', () => {
    const bottom = Math.max(...grounds().map(({ y, height }) => y + height));
    expect(bottom).toBeLessThanOrEqual(calendarHeight(2));
  });
});
