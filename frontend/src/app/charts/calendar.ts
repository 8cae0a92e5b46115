import type { ValueState } from '../ui/value-state-mark';
import { fade, type Look } from './look';
import { fitLines, widthOf, type Mark, type Scene } from './scene';

export interface Calendar {
  readonly months: readonly { readonly label: string; readonly approved: boolean }[];
  readonly rows: readonly {
    readonly name: string;
    /** One for each month; null where the item does not exist in that month. */
    readonly cells: readonly ({ readonly state: ValueState; readonly word: string } | null)[];
  }[];
  /** What the shapes mean, in the order in which they are explained. */
  readonly legend: readonly { readonly state: ValueState; readonly word: string }[];
  /** One for each month: what its tooltip says. */
  readonly tips: readonly (readonly string[])[];
  /** The month that the reader picked. */
  readonly picked?: number;
}

const ROW = 34;
const LEGEND = 24;
const HEAD = 22;
const WORD_FROM = 62;

export const calendarHeight = (rows: number): number => LEGEND + HEAD + rows * ROW;

/** The shape of a state, as in value-state-mark: what is missing never looks like what is there. */
function shapeOf(
  state: ValueState,
  x: number,
  y: number,
  look: Look,
): Omit<Extract<Mark, { kind: 'outline' }>, 'row'> {
  const circle = `M${x - 5.5} ${y}a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0 -11 0Z`;
  const edge = { kind: 'outline', fill: 'none', strokeWidth: 2 } as const;
  switch (state) {
    case 'reported':
      return { kind: 'outline', path: circle, fill: look.city };
    case 'late':
      return {
        ...edge,
        path: `${circle}M${x} ${y - 5.5}a5.5 5.5 0 0 1 0 11Z`,
        stroke: look.lights.attention,
      };
    case 'missing':
      return {
        ...edge,
        path: `M${x - 5} ${y - 5}L${x + 5} ${y + 5}M${x + 5} ${y - 5}L${x - 5} ${y + 5}`,
        stroke: look.lights.warning,
      };
    case 'notApplicable':
      return { ...edge, path: `M${x - 5} ${y}L${x + 5} ${y}`, stroke: look.quiet };
    case 'notDue':
      return { ...edge, path: circle, stroke: look.quiet, strokeWidth: 1.5, dashed: true };
  }
}

function legendOf({ legend }: Calendar, look: Look): readonly Mark[] {
  let x = 7;
  return legend.flatMap(({ state, word }): readonly Mark[] => {
    const at = x;
    x += widthOf(word, 12) + 28;
    return [
      shapeOf(state, at, 9, look),
      { kind: 'words', x: at + 10, y: 13, text: word, size: 12, fill: look.quiet },
    ];
  });
}

/**
 * The months of a year from left to right, an item in each row: whether it was reported, late, missing, not due or does
 * not apply, each with a shape of its own. A month nobody has approved yet is hatched.
 */
export function calendarScene(data: Calendar, look: Look): Scene {
  return {
    scene: true,
    ...{ tips: data.tips, background: look.background, ink: look.ink, font: look.font },
    draw: (width) => {
      const names = Math.min(132, Math.round(width * 0.26));
      const wide = (width - names) / Math.max(1, data.months.length);
      const top = LEGEND + HEAD;
      const head = data.months.map(({ label }, month): Mark => ({
        kind: 'words',
        ...{ x: names + (month + 0.5) * wide, y: LEGEND + 14, anchor: 'middle' },
        ...{ text: label, size: widthOf(label, 11) > wide ? 9 : 11, fill: look.quiet, row: month },
      }));
      const rows = data.rows.flatMap(({ name, cells }, at): readonly Mark[] => {
        const y = top + at * ROW;
        const lines = fitLines(name, 12, names - 6, 2);
        return [
          ...lines.map((text, line): Mark => ({
            kind: 'words',
            ...{
              x: 0,
              y: y + ROW / 2 + 4 + (line - (lines.length - 1) / 2) * 14,
              text,
              size: 12,
              fill: look.ink,
            },
          })),
          ...cells.flatMap((cell, month) =>
            cellOf(data, look, { cell, month, x: names + month * wide, y, wide }),
          ),
        ];
      });
      return { height: calendarHeight(data.rows.length), marks: [...legendOf(data, look), ...head, ...rows] };
    },
  };
}

interface Cell {
  readonly cell: Calendar['rows'][number]['cells'][number];
  readonly month: number;
  readonly x: number;
  readonly y: number;
  readonly wide: number;
}

function cellOf(data: Calendar, look: Look, { cell, month, x, y, wide }: Cell): readonly Mark[] {
  const placed = { row: month, ...fade(month, data.picked) };
  const ground: Mark = {
    kind: 'rectangle',
    ...{ x: x + 1, y: y + 1, width: wide - 2, height: ROW - 2, radius: 3, ...placed },
    fill:
      cell === null || cell.state === 'notDue' ? look.background : (look.steps[0]?.fill ?? look.background),
    stroke: look.line,
    hatched: cell !== null && cell.state !== 'notDue' && data.months[month]?.approved === false,
  };
  if (!cell) return [ground];
  const withWord = wide >= WORD_FROM && widthOf(cell.word, 11) + 24 <= wide;
  const middle = y + ROW / 2;
  return [
    ground,
    { ...shapeOf(cell.state, withWord ? x + 13 : x + wide / 2, middle, look), ...placed },
    ...(withWord
      ? [
          {
            kind: 'words' as const,
            ...{ x: x + 22, y: middle + 4, text: cell.word, size: 11, fill: look.ink, ...placed },
          },
        ]
      : []),
  ];
}
