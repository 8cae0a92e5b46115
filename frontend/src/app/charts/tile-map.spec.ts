import { COUNTIES, marksOf, PAINTING, wordsIn } from './given-counties';
import { FADED, lookOf } from './look';
import { fitsTiles, tileMapScene, type TileMap } from './tile-map';

const look = lookOf('light');
const drawn = (more: Partial<TileMap> = {}, width = 720) =>
  marksOf(tileMapScene({ ...PAINTING, counties: COUNTIES, tips: [], ...more }, look), width);
const tiles = (marks = drawn()) =>
  marks.flatMap((mark) => (mark.kind === 'rectangle' && mark.row !== undefined ? [mark] : []));

describe('a schematic map of tiles', () => {
  it('puts each county where its row and column are, and none over another', () => {
    const [jia, yi, bing] = tiles();
    expect(yi?.x).toBeLessThan(jia?.x ?? 0);
    expect(jia?.x).toBe(bing?.x);
    expect((jia?.y ?? 0) - (yi?.y ?? 0)).toBeGreaterThanOrEqual(yi?.height ?? 0);
  });

  it('colours in steps, and leaves a county without a value without colour: it is not 0', () => {
    const [jia, yi, bing] = tiles();
    expect([jia?.fill, yi?.fill]).toEqual([look.steps[0]?.fill, look.steps[4]?.fill]);
    expect(bing).toMatchObject({ fill: look.background, dashed: true });
    expect(jia?.dashed).toBe(false);
  });

  it('says name, value and light on the tile, and the ranges in the legend', () => {
    const words = wordsIn(drawn());
    for (const word of [
      '0–50',
      '50–100',
      '无数据',
      '演示甲县',
      '0.00%',
      '■ 预警',
      '● 正常',
      '○ 未到期',
      '—',
    ]) {
      expect(words).toContain(word);
    }
  });

  it('breaks a long name inside its tile on a phone', () => {
    const narrow = wordsIn(drawn({}, 320)).join('');
    expect(narrow).toContain('元江哈尼族彝族傣族自治县');
    expect(Math.max(...tiles(drawn({}, 320)).map(({ x, width }) => x + width))).toBeLessThanOrEqual(320);
  });

  it('lets all but the picked tile stand back', () => {
    expect(tiles(drawn({ picked: 1 })).map(({ opacity }) => opacity)).toEqual([FADED, undefined, FADED]);
  });

  it('is not for thousands of counties, nor for two in one place', () => {
    const [county] = COUNTIES;
    if (!county) throw new Error('no county');
    const many = Array.from({ length: 2844 }, (_, at) => ({ ...county, tile: { row: at, column: 0 } }));
    expect(fitsTiles(COUNTIES)).toBe(true);
    expect(fitsTiles([county])).toBe(true);
    expect(fitsTiles(many)).toBe(false);
    expect(fitsTiles([county, county])).toBe(false);
    expect(fitsTiles([])).toBe(false);
  });
});
