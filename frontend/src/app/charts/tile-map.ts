import { legendOf, paintOf, wordsOf, type CountyValue, type Painting } from './county-value';
import { fade, type Look } from './look';
import type { Mark, Scene } from './scene';

export interface TileMap extends Painting {
  readonly counties: readonly CountyValue[];
  readonly tips: readonly (readonly string[])[];
}

const TILE = { high: 88, wide: 190, gap: 6 };
/** More tiles than this cannot be read, and a table says it better. */
const MOST_TILES = 60;

/** Whether tiles can show them: not too many, and each has a place of its own. */
export const fitsTiles = (counties: readonly CountyValue[]): boolean =>
  counties.length > 0 &&
  counties.length <= MOST_TILES &&
  new Set(counties.map(({ tile }) => `${tile.row}/${tile.column}`)).size === counties.length;

function extent(places: readonly number[]): { readonly first: number; readonly count: number } {
  const first = Math.min(...places);
  return { first, count: Math.max(...places) - first + 1 };
}

export const tileMapHeight = (counties: readonly CountyValue[]): number =>
  28 +
  (counties.length === 0 ? 1 : extent(counties.map(({ tile }) => tile.row)).count) * (TILE.high + TILE.gap);

/**
 * A schematic map: a tile for each county about where it lies, its name, value and light printed on it, coloured by the
 * value in ordered steps. It shows no boundary, and says so below.
 */
export function tileMapScene(data: TileMap, look: Look): Scene {
  return {
    scene: true,
    ...{ tips: data.tips, background: look.background, ink: look.ink, font: look.font },
    draw: (width) => {
      const legend = legendOf(data, look, width);
      const [rows, columns] = [
        extent(data.counties.map(({ tile }) => tile.row)),
        extent(data.counties.map(({ tile }) => tile.column)),
      ];
      const wide = Math.min(TILE.wide, (width - (columns.count - 1) * TILE.gap) / columns.count);
      const marks = data.counties.flatMap((county, row): Mark[] => {
        const paint = paintOf(county.value, data.ranges, look);
        const x = (county.tile.column - columns.first) * (wide + TILE.gap);
        const y = legend.height + (county.tile.row - rows.first) * (TILE.high + TILE.gap);
        return [
          {
            kind: 'rectangle',
            ...{ x, y, width: wide, height: TILE.high, radius: 5, row, fill: paint.fill, stroke: look.quiet },
            ...{ dashed: 'none' in paint, ...fade(row, data.picked) },
          },
          ...wordsOf(
            county,
            { x: x + wide / 2, y: y + TILE.high / 2, width: wide - 6, lines: county.light ? 3 : 4 },
            { row, ink: paint.ink, light: data.light, ...fade(row, data.picked) },
          ).marks,
        ];
      });
      return {
        height: legend.height + rows.count * (TILE.high + TILE.gap),
        marks: [...legend.marks, ...marks],
      };
    },
  };
}
