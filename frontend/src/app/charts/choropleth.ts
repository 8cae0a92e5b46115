import { fitBoundary, type Boundary } from './boundary';
import { legendOf, paintOf, wordsOf, type CountyValue, type Painting } from './county-value';
import { fade, type Look } from './look';
import type { Mark, Scene } from './scene';

export interface Choropleth extends Painting {
  readonly counties: readonly CountyValue[];
  readonly boundary: Boundary;
  readonly tips: readonly (readonly string[])[];
}

const MOST_HIGH = 460;
export const CHOROPLETH_HEIGHT = 500;

/** Below this width names would cover each other; the value alone stands on the county, and the tooltip says the name. */
const NAMES_FROM = 480;

/**
 * Counties in their boundaries, coloured by a value in ordered steps. The 审图号 is printed by the panel, below and in the
 * picture. Null where the boundary cannot be drawn; the caller then shows tiles.
 */
export function choroplethScene(data: Choropleth, look: Look): Scene | null {
  if (!fitBoundary(data.boundary, { width: 600, most: MOST_HIGH, top: 0 })) return null;
  return {
    scene: true,
    ...{ tips: data.tips, background: look.background, ink: look.ink, font: look.font },
    draw: (width) => {
      const legend = legendOf(data, look, width);
      const fitted = fitBoundary(data.boundary, { width, most: MOST_HIGH, top: legend.height });
      if (!fitted) return legend;
      const drawn = data.counties.flatMap((county, row) => {
        const outline = fitted.outlines.get(county.id);
        return outline ? [{ county, row, outline }] : [];
      });
      const shapes = drawn.map(({ county, row, outline }): Mark => {
        const paint = paintOf(county.value, data.ranges, look);
        return {
          kind: 'outline',
          ...{ path: outline.path, row, fill: paint.fill, stroke: look.quiet, strokeWidth: 1 },
          ...{ dashed: 'none' in paint, ...fade(row, data.picked) },
        };
      });
      const words = drawn.flatMap(({ county, row, outline }) => {
        const paint = paintOf(county.value, data.ranges, look);
        return wordsOf(
          width < NAMES_FROM ? { ...county, name: '' } : county,
          { x: outline.x, y: outline.y, width: 84, lines: 2 },
          { row, ink: paint.ink, halo: paint.fill, light: data.light, ...fade(row, data.picked) },
        ).marks;
      });
      return { height: legend.height + fitted.height, marks: [...legend.marks, ...shapes, ...words] };
    },
  };
}
