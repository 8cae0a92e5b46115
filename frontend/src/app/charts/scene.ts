/** What every drawn mark has: the row of the twin table that it belongs to, and how far it stands back. */
interface Placed {
  readonly row?: number;
  readonly opacity?: number;
}
interface Painted extends Placed {
  readonly fill: string;
  readonly stroke?: string;
  readonly strokeWidth?: number;
  /** A broken edge. */
  readonly dashed?: boolean;
  /** Nobody has approved it yet. */
  readonly hatched?: boolean;
}
export interface Rectangle extends Painted {
  readonly kind: 'rectangle';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius?: number;
}
export interface Outline extends Painted {
  readonly kind: 'outline';
  /** As in the attribute `d` of an SVG path. */
  readonly path: string;
}
export interface Words extends Placed {
  readonly kind: 'words';
  readonly x: number;
  /** Where the line of letters stands. */
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly fill: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly bold?: boolean;
  /** Colour around the letters where they stand over marks. */
  readonly halo?: string;
}
export type Mark = Rectangle | Outline | Words;

/**
 * A chart of plain shapes, for what ECharts has no small part: map, flow, calendar, small multiples. Laid out for the
 * width that there is, so that letters keep their size on a phone. scene-view.ts shows it and makes its picture.
 */
export interface Scene {
  readonly scene: true;
  readonly draw: (width: number) => { readonly height: number; readonly marks: readonly Mark[] };
  /** Of each row of the twin table, the lines that its tooltip says. */
  readonly tips: readonly (readonly string[])[];
  /** Colours of hatching, of the cursor's edge and of the letters. */
  readonly background: string;
  readonly ink: string;
  readonly font: string;
}

export const isScene = (drawing: object): drawing is Scene => 'scene' in drawing && drawing.scene === true;

/** About how wide a text stands, in px: a Chinese sign is as wide as it is high, any other a little over half of it. */
export const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, sign) => sum + (/[\u2e80-\uffef]/.test(sign) ? size : size * 0.58), 0);

/** A text broken into at most so many lines of a width; what does not fit ends in 「…」 (the tooltip has all of it). */
export function fitLines(text: string, size: number, width: number, most: number): readonly string[] {
  const lines: string[] = [''];
  for (const piece of text.match(/[\x21-\x7e]+\s?|./gu) ?? []) {
    const last = lines.length - 1;
    if (lines[last] !== '' && widthOf(lines[last] + piece.trimEnd(), size) > width) lines.push(piece);
    else lines[last] += piece;
  }
  if (lines.length <= most) return lines.map((line) => line.trim());
  const kept = lines.slice(0, most);
  let end = kept[most - 1] ?? '';
  while (end && widthOf(`${end}…`, size) > width) end = [...end].slice(0, -1).join('');
  return [...kept.slice(0, -1), `${end.trim()}…`];
}
