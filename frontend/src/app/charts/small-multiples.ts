import { FADED, isFaded, type Look } from './look';
import { fitLines, widthOf, type Mark, type Scene } from './scene';

export interface SmallMultiples {
  readonly months: readonly { readonly label: string; readonly approved: boolean }[];
  readonly rows: readonly {
    readonly name: string;
    /** Null where there is no value, which leaves a gap. */
    readonly values: readonly (number | null)[];
    /** The last value as printed, with its unit. */
    readonly label: string;
    /** What the row should reach, drawn as a line across its field; null or left out where nothing is asked. */
    readonly target?: number | null;
  }[];
  readonly hue: string;
  /** Full height of every field; without it the largest value fills them. */
  readonly full?: number;
  readonly tips: readonly (readonly string[])[];
  readonly picked?: number;
}

const FIELD = { wide: 168, high: 96, gap: 14, head: 20, foot: 16 };

/** The most fields that can be looked over; more are a table. */
export const SMALL_MULTIPLES = 60;

/** How high they stand at a usual width of the page; on a phone they stand two beside each other, and higher. */
export const smallMultiplesHeight = (rows: number): number => Math.ceil(rows / 3) * (FIELD.high + FIELD.gap);

/**
 * A small field with a line for each county, all on one zero-based scale, so that a line that looks the same is the same.
 * What nobody has approved yet is drawn broken; a month without a value is a gap.
 */
export function smallMultiplesScene(data: SmallMultiples, look: Look): Scene {
  const most =
    data.full ??
    Math.max(1, ...data.rows.flatMap(({ values, target }) => [...values, target].map((one) => one ?? 0)));
  return {
    scene: true,
    ...{ tips: data.tips, background: look.background, ink: look.ink, font: look.font },
    draw: (width) => {
      const columns = Math.max(2, Math.floor((width + FIELD.gap) / (FIELD.wide + FIELD.gap)));
      const wide = (width - (columns - 1) * FIELD.gap) / columns;
      const marks = data.rows.flatMap((_, row) =>
        fieldOf(data, look, {
          ...{ row, wide, most, x: (row % columns) * (wide + FIELD.gap) },
          y: Math.floor(row / columns) * (FIELD.high + FIELD.gap),
        }),
      );
      return { height: Math.ceil(data.rows.length / columns) * (FIELD.high + FIELD.gap), marks };
    },
  };
}

interface Field {
  readonly row: number;
  readonly x: number;
  readonly y: number;
  readonly wide: number;
  readonly most: number;
}

function fieldOf(data: SmallMultiples, look: Look, field: Field): readonly Mark[] {
  const { row, x, y, wide } = field;
  const one = data.rows[row];
  if (!one) return [];
  const opacity = isFaded(row, data.picked) ? { opacity: FADED } : {};
  const floor = y + FIELD.high - FIELD.foot;
  const [first, last] = [data.months[0]?.label ?? '', data.months.at(-1)?.label ?? ''];
  const words = { kind: 'words', row, ...opacity } as const;
  const [name = ''] = fitLines(one.name, 12, wide - widthOf(one.label, 12) - 8, 1);
  return [
    { kind: 'rectangle', x, y, width: wide, height: FIELD.high, fill: look.background, row, ...opacity },
    { ...words, x, y: y + 13, text: name, size: 12, fill: look.ink },
    {
      ...words,
      x: x + wide,
      y: y + 13,
      text: one.label,
      size: 12,
      fill: look.ink,
      bold: true,
      anchor: 'end',
    },
    { kind: 'outline', path: `M${x} ${floor}L${x + wide} ${floor}`, fill: 'none', stroke: look.line },
    { ...words, x, y: floor + 13, text: first, size: 10, fill: look.quiet },
    { ...words, x: x + wide, y: floor + 13, text: last, size: 10, fill: look.quiet, anchor: 'end' },
    ...targetOf(one.target ?? null, field).map((path): Mark => ({
      kind: 'outline',
      path,
      row,
      fill: 'none',
      stroke: look.expected,
      ...opacity,
    })),
    ...lineOf(data, field).map((part): Mark => ({
      kind: 'outline',
      ...{ path: part.path, row, fill: part.dot ? data.hue : 'none', stroke: data.hue, strokeWidth: 2 },
      ...{ dashed: !part.approved, ...opacity },
    })),
  ];
}

/** How high a value of 1 stands. */
const rise = (most: number): number => (FIELD.high - FIELD.head - FIELD.foot - 6) / most;

function targetOf(target: number | null, { x, y, wide, most }: Field): readonly string[] {
  if (target === null) return [];
  const level = (y + FIELD.high - FIELD.foot - target * rise(most)).toFixed(1);
  return [`M${x} ${level}L${x + wide} ${level}`];
}

interface Part {
  readonly path: string;
  readonly approved: boolean;
  readonly dot?: true;
}

/** The line from month to month, and a dot at its end and at every month that stands alone. */
function lineOf({ months, rows }: SmallMultiples, { row, x, y, wide, most }: Field): readonly Part[] {
  const values = rows[row]?.values ?? [];
  const place = (month: number, value: number) =>
    [
      x + 4 + (months.length < 2 ? 0 : (month * (wide - 8)) / (months.length - 1)),
      y + FIELD.high - FIELD.foot - value * rise(most),
    ].map((one) => one.toFixed(1)) as [string, string];
  const last = values.findLastIndex((value) => value !== null);
  return values.flatMap((value, month): readonly Part[] => {
    if (value === null) return [];
    const [before, after] = [values[month - 1] ?? null, values[month + 1] ?? null];
    const at = place(month, value);
    const approved = months[month]?.approved ?? false;
    const line =
      before === null ? [] : [{ path: `M${place(month - 1, before).join(' ')}L${at.join(' ')}`, approved }];
    const alone = before === null && after === null;
    return month === last || alone
      ? [
          ...line,
          {
            path: `M${at[0]} ${at[1]}m-2.5 0a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0Z`,
            approved: true,
            dot: true,
          },
        ]
      : line;
  });
}
