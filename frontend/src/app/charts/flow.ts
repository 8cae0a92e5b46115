import { FADED, isFaded, type Look } from './look';
import { fitLines, type Mark, type Scene } from './scene';

export interface Flow {
  /** Where the money comes from. */
  readonly source: { readonly name: string; readonly label: string; readonly value: number };
  readonly rows: readonly {
    readonly name: string;
    /** What came from the source; only pixels come from it. */
    readonly value: number;
    readonly label: string;
    /** In the order of `parts`; null where it is not known, which is not 0. */
    readonly parts: readonly (number | null)[];
  }[];
  /** Where it is now. A part that is `own` was never the source's: a county advanced it. */
  readonly parts: readonly {
    readonly name: string;
    readonly label: string;
    readonly hue: string;
    readonly own?: boolean;
    readonly approved: boolean;
  }[];
  readonly tips: readonly (readonly string[])[];
  readonly picked?: number;
}

/** The most counties whose bands can be followed by the eye. */
export const FLOW_ROWS = 30;

const NODE = 10;
const GAP = 20;
const HEAD = 42;
/** Height of all the money together, in px. */
const MONEY = 220;
const PART_GAP = 38;

/** Few rows still need the room between the parts. */
export const flowHeight = (rows: number): number => HEAD + MONEY + Math.max(rows, 5) * GAP;

interface Box {
  readonly top: number;
  readonly high: number;
}

/** A band between two nodes, as thick at both ends as the money in it. */
function band(from: { x: number; y: number }, to: { x: number; y: number }, high: number): string {
  const middle = (from.x + to.x) / 2;
  const at = (value: number) => value.toFixed(1);
  return [
    `M${at(from.x)} ${at(from.y)}`,
    `C${at(middle)} ${at(from.y)} ${at(middle)} ${at(to.y)} ${at(to.x)} ${at(to.y)}`,
    `L${at(to.x)} ${at(to.y + high)}`,
    `C${at(middle)} ${at(to.y + high)} ${at(middle)} ${at(from.y + high)} ${at(from.x)} ${at(from.y + high)}Z`,
  ].join('');
}

const sum = (values: readonly (number | null)[]): number =>
  values.reduce<number>((total, value) => total + (value ?? 0), 0);

/** Nodes of one column under each other, all of one scale. */
function column(amounts: readonly number[], scale: number, gap: number, top: number): readonly Box[] {
  let below = top;
  return amounts.map((amount) => {
    const box = { top: below, high: amount * scale };
    below += box.high + gap;
    return box;
  });
}

/**
 * 资金流向图: from the city to the counties, and to what became of it. All bands are of one scale, each node says its
 * amount; money that a county advanced begins at the county, because the city never sent it.
 */
export function flowScene(data: Flow, look: Look): Scene {
  return {
    scene: true,
    ...{ tips: data.tips, background: look.background, ink: look.ink, font: look.font },
    draw: (width) => ({ height: flowHeight(data.rows.length), marks: marksOf(data, look, width) }),
  };
}

function marksOf(data: Flow, look: Look, width: number): readonly Mark[] {
  const places = placesOf(data, width);
  const bands = data.rows.flatMap((row, at) => bandsOf(data, look, { places, row, at }));
  return [
    ...bands,
    ...nodesOf(data, look, places),
    ...rowWords(data, look, places),
    ...endWords(data, look, places),
  ];
}

interface Places {
  readonly width: number;
  readonly scale: number;
  readonly source: Box;
  readonly rows: readonly Box[];
  readonly parts: readonly Box[];
  /** Left edges of the three columns of nodes. */
  readonly x: { readonly source: number; readonly rows: number; readonly parts: number };
}

function placesOf(data: Flow, width: number): Places {
  const amounts = data.rows.map(({ value, parts }) => Math.max(value, sum(parts)));
  const scale = MONEY / Math.max(1, sum(amounts));
  const partSums = data.parts.map((_, part) => sum(data.rows.map(({ parts }) => parts[part] ?? 0)));
  const middle = (HEAD + flowHeight(data.rows.length)) / 2;
  const sent = Math.max(data.source.value, sum(data.rows.map(({ value }) => value))) * scale;
  const all = sum(partSums) * scale + (data.parts.length - 1) * PART_GAP;
  const end = width < 480 ? 84 : 120;
  return {
    width,
    scale,
    source: { top: middle - sent / 2, high: sent },
    rows: column(amounts, scale, GAP, HEAD + GAP / 2),
    // Each part says its amount on two lines about its middle, so that half a line of room is left above and below.
    parts: column(
      partSums,
      scale,
      PART_GAP,
      Math.max(16, Math.min(middle - all / 2, flowHeight(data.rows.length) - 18 - all)),
    ),
    x: { source: 0, rows: Math.round((width - end) * 0.36), parts: width - end },
  };
}

function bandsOf(
  data: Flow,
  look: Look,
  { places, row, at }: { readonly places: Places; readonly row: Flow['rows'][number]; readonly at: number },
): readonly Mark[] {
  const { scale, x } = places;
  const before = data.rows.slice(0, at);
  const top = places.rows[at]?.top ?? 0;
  const faded = isFaded(at, data.picked);
  const into: readonly Mark[] =
    row.value <= 0
      ? []
      : [
          {
            kind: 'outline',
            row: at,
            fill: look.received,
            opacity: faded ? FADED : 0.9,
            path: band(
              { x: x.source + NODE, y: places.source.top + sum(before.map(({ value }) => value)) * scale },
              { x: x.rows, y: top },
              row.value * scale,
            ),
          },
        ];
  let above = top;
  const out = data.parts.flatMap((part, index): readonly Mark[] => {
    const amount = row.parts[index] ?? 0;
    const from = { x: x.rows + NODE, y: above };
    above += amount * scale;
    if (amount <= 0) return [];
    const earlier = sum(before.map(({ parts }) => parts[index] ?? 0)) * scale;
    return [
      {
        kind: 'outline',
        ...{ row: at, fill: part.hue, hatched: !part.approved, opacity: faded ? FADED / 2 : 0.6 },
        path: band(from, { x: x.parts, y: (places.parts[index]?.top ?? 0) + earlier }, amount * scale),
      },
    ];
  });
  return [...into, ...out];
}

function nodesOf(data: Flow, look: Look, { x, source, rows, parts }: Places): readonly Mark[] {
  const node = (left: number, { top, high }: Box, fill: string, more: object = {}): Mark => ({
    kind: 'rectangle',
    ...{ x: left, y: top, width: NODE, height: Math.max(high, 1), fill },
    ...more,
  });
  return [
    node(x.source, source, look.city),
    ...rows.map((box, row) =>
      node(x.rows, box, look.quiet, { row, ...(isFaded(row, data.picked) ? { opacity: FADED } : {}) }),
    ),
    ...parts.map((box, index) => node(x.parts, box, data.parts[index]?.hue ?? look.quiet)),
  ];
}

function rowWords(data: Flow, look: Look, { x, rows }: Places): readonly Mark[] {
  return data.rows.map((row, at) => {
    const box = rows[at] ?? { top: 0, high: 0 };
    return {
      kind: 'words',
      ...{ x: x.rows + NODE + 5, y: box.top + box.high / 2 + 4, text: `${row.name}  ${row.label}`, size: 12 },
      ...{ fill: look.ink, halo: look.background, row: at },
      ...(isFaded(at, data.picked) ? { opacity: 0.5 } : {}),
    };
  });
}

/** The source is said above its node, and each part beside its own: name and amount. */
function endWords(data: Flow, look: Look, { x, source, parts, width }: Places): readonly Mark[] {
  const words = (left: number, y: number, text: string, bold: boolean): Mark => ({
    kind: 'words',
    ...{ x: left, y, text, size: 12, fill: bold ? look.ink : look.quiet, bold },
  });
  return [
    words(x.source, Math.max(14, source.top - 22), data.source.name, false),
    words(x.source, Math.max(30, source.top - 6), data.source.label, true),
    ...data.parts.flatMap((part, index) => {
      const box = parts[index] ?? { top: 0, high: 0 };
      const left = x.parts + NODE + 5;
      const middle = box.top + box.high / 2;
      return [
        ...fitLines(part.name, 12, width - left, 1).map((line) => words(left, middle - 2, line, false)),
        words(left, middle + 13, part.label, true),
      ];
    }),
  ];
}
