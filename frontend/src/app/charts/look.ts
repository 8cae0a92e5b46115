/** Colours of the charts. One hue for one meaning, on every page: whoever learnt it once can read all charts. */
export interface Look {
  readonly ink: string;
  readonly quiet: string;
  readonly line: string;
  readonly background: string;
  /** Money of the city: issued, received, spent. */
  readonly city: string;
  /** Money of the county itself. */
  readonly county: string;
  /** County money advanced for the city's part (垫付). */
  readonly advance: string;
  /** What is expected by now; a line, never an area. */
  readonly expected: string;
  /** Received money behind what was spent of it. */
  readonly received: string;
  readonly onPost: string;
  readonly wages: string;
  readonly inspection: string;
  /** Marks reached, and marks lost. */
  readonly score: string;
  readonly lost: string;
  /** 正常, 关注 and 预警, always beside their shape and word. */
  readonly lights: { readonly normal: string; readonly attention: string; readonly warning: string };
  /** From the least to the most of one measure, in steps of lightness that everybody can tell apart; `ink` is read on it. */
  readonly steps: readonly { readonly fill: string; readonly ink: string }[];
  readonly font: string;
}

const FONT = "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif";

const LIGHT: Look = {
  ink: '#1d2733',
  quiet: '#55616f',
  line: '#d5dbe2',
  background: '#ffffff',
  city: '#0f5e9c',
  county: '#5f9fb8',
  advance: '#b7791f',
  expected: '#1d2733',
  received: '#cfdfeb',
  onPost: '#0f5e9c',
  wages: '#2a7f86',
  inspection: '#6b5b95',
  score: '#46627f',
  lost: '#a0624a',
  lights: { normal: '#1b7a45', attention: '#8f5a00', warning: '#b3261e' },
  steps: [
    { fill: '#edf4fa', ink: '#1d2733' },
    { fill: '#c6dcee', ink: '#1d2733' },
    { fill: '#8dbadb', ink: '#1d2733' },
    { fill: '#2f76ad', ink: '#ffffff' },
    { fill: '#0a4474', ink: '#ffffff' },
  ],
  font: FONT,
};

const DARK: Look = {
  ink: '#e6ebf0',
  quiet: '#a9b4c0',
  line: '#35414e',
  background: '#18202a',
  city: '#5aa6de',
  county: '#7fc0d2',
  advance: '#e0ad5a',
  expected: '#e6ebf0',
  received: '#2d4254',
  onPost: '#5aa6de',
  wages: '#59b8bf',
  inspection: '#a898d4',
  score: '#8fa9c2',
  lost: '#d19a80',
  lights: { normal: '#5cc98a', attention: '#e9b04c', warning: '#ff8a80' },
  steps: [
    { fill: '#213343', ink: '#ffffff' },
    { fill: '#2b4f6d', ink: '#ffffff' },
    { fill: '#3a7099', ink: '#ffffff' },
    { fill: '#76b3df', ink: '#10161d' },
    { fill: '#c4e1f5', ink: '#10161d' },
  ],
  font: FONT,
};

export const lookOf = (theme: 'light' | 'dark'): Look => (theme === 'dark' ? DARK : LIGHT);

/** Hatching of what nobody has approved yet (待审核), for `itemStyle.decal`. */
export const unapproved = (look: Look) => ({
  symbol: 'rect',
  color: look.background,
  dashArrayX: [1, 0],
  dashArrayY: [2, 3],
  rotation: -Math.PI / 4,
});

/** Dots over the second of two series of one hue that stand side by side, such as last year beside this year. */
export const dotted = (look: Look) => ({
  symbol: 'circle',
  color: look.background,
  symbolSize: 0.7,
  dashArrayX: [
    [6, 6],
    [0, 6, 6, 0],
  ],
  dashArrayY: [6, 0],
});

/** What is not picked stands back; without anything picked (undefined or -1) nothing does. */
export const FADED = 0.25;
export const isFaded = (row: number, picked: number | undefined): boolean =>
  picked !== undefined && picked >= 0 && row !== picked;
export const fade = (row: number, picked: number | undefined): { readonly opacity?: number } =>
  isFaded(row, picked) ? { opacity: FADED } : {};

/** The value of a row as an item of a series: itself, or standing back. No value stays none. */
export const item = (value: number | null, row: number, picked: number | undefined) =>
  value !== null && isFaded(row, picked) ? { value, itemStyle: { opacity: FADED } } : value;
