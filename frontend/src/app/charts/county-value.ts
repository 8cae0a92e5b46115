import type { Light } from '../ui/light-mark';
import { fitLines, widthOf, type Mark } from './scene';
import { rangeOf, stepOf, type Range } from './ranges';
import type { Look } from './look';

/** What a map says of a county. */
export interface CountyValue {
  readonly id: string;
  readonly name: string;
  /** Its place in the schematic map, in rows and columns of tiles. */
  readonly tile: { readonly row: number; readonly column: number };
  /** For the colour only; null where there is no value, which is not 0. */
  readonly value: number | null;
  /** The value as printed, with its unit. */
  readonly label: string;
  readonly light?: Light;
}

/** What both maps are painted with. */
export interface Painting {
  readonly ranges: readonly Range[];
  /** A range as printed in the legend. */
  readonly range: (range: Range) => string;
  readonly none: string;
  /** The word of a light, after its shape. */
  readonly light: (light: Light) => string;
  readonly picked?: number;
}

/** A light keeps its shape where there is no colour for it: circle, triangle, square, ring. */
export const SHAPES: Readonly<Record<Light, string>> = {
  normal: '●',
  attention: '▲',
  warning: '■',
  none: '○',
};

/** The colours of a county by its value; one without a value is only an edge, and broken. */
export function paintOf(value: number | null, ranges: readonly Range[], look: Look) {
  const part = rangeOf(ranges, value);
  const step = part < 0 ? undefined : look.steps[stepOf(part, ranges.length, look.steps.length)];
  return step ?? { fill: look.background, ink: look.ink, none: true as const };
}

const SWATCH = 14;
const LINE = 22;
const LETTERS = 12;

/** The ranges and their colours, in as many lines as the width needs; the last entry is what has no value. */
export function legendOf(
  painting: Painting,
  look: Look,
  width: number,
): { readonly height: number; readonly marks: Mark[] } {
  const { ranges, range, none } = painting;
  const entries = [
    ...ranges.map((one) => ({ text: range(one), paint: paintOf(one.from, ranges, look) })),
    { text: none, paint: paintOf(null, ranges, look) },
  ];
  const marks: Mark[] = [];
  let [x, y] = [0, 0];
  for (const { text, paint } of entries) {
    const wide = SWATCH + 5 + widthOf(text, LETTERS) + 14;
    if (x > 0 && x + wide - 14 > width) [x, y] = [0, y + LINE];
    marks.push(
      {
        kind: 'rectangle',
        ...{ x, y, width: SWATCH, height: SWATCH, radius: 2, fill: paint.fill, stroke: look.quiet },
        dashed: 'none' in paint,
      },
      { kind: 'words', x: x + SWATCH + 5, y: y + 11, text, size: LETTERS, fill: look.quiet },
    );
    x += wide;
  }
  return { height: y + LINE + 6, marks };
}

/** A county's name in so many lines, its value and its light, one under the other about a place. */
export function wordsOf(
  county: CountyValue,
  place: { readonly x: number; readonly y: number; readonly width: number; readonly lines: number },
  paint: {
    readonly row: number;
    readonly opacity?: number;
    readonly ink: string;
    readonly halo?: string;
    readonly light: Painting['light'];
  },
): { readonly height: number; readonly marks: readonly Mark[] } {
  const lines = [
    ...fitLines(county.name, 12, place.width, place.lines).map((text) => ({
      text,
      size: 12,
      high: 15,
      bold: false,
    })),
    { text: county.label, size: 14, high: 19, bold: true },
    ...(county.light
      ? [{ text: `${SHAPES[county.light]} ${paint.light(county.light)}`, size: 11, high: 15, bold: false }]
      : []),
  ];
  const height = lines.reduce((sum, { high }) => sum + high, 0);
  let below = place.y - height / 2;
  const marks = lines.map(({ text, size, high, bold }): Mark => {
    below += high;
    return {
      kind: 'words',
      ...{ x: place.x, y: below - (high - size) / 2 - 1, text, size, bold, anchor: 'middle' },
      ...{ fill: paint.ink, row: paint.row },
      ...(paint.opacity === undefined ? {} : { opacity: paint.opacity }),
      ...(paint.halo === undefined ? {} : { halo: paint.halo }),
    };
  });
  return { height, marks };
}
