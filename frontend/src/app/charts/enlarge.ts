/** A chart's option as far as it matters here; its full type would bring the chart component along. */
type Option = Readonly<Record<string, unknown>>;

/** Sizes of letters and of what stands around them; lines and data are no letters and stay as they are. */
const SIZES = new Set([
  ...['fontSize', 'lineHeight', 'itemWidth', 'itemHeight', 'itemGap', 'nameGap', 'padding', 'distance'],
  ...['barWidth', 'barMaxWidth', 'symbolSize', 'left', 'right', 'top', 'bottom', 'height', 'maxWidth'],
]);

const isBranch = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

function sized(value: unknown, factor: number): unknown {
  if (typeof value === 'number') return value * factor;
  return Array.isArray(value) ? value.map((one) => sized(one, factor)) : enlarged(value, factor);
}

function enlarged(value: unknown, factor: number): unknown {
  if (Array.isArray(value)) return value.map((one) => enlarged(one, factor));
  if (!isBranch(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      SIZES.has(key) ? sized(one, factor) : enlarged(one, factor),
    ]),
  );
}

/**
 * The same chart with larger letters, and with the room that they need: for readers who chose large letters, and for a
 * chart that fills the screen. One place for all charts, so that none can forget it. The height of the box grows by the
 * same factor; its width is the page's.
 */
export function enlarge(option: Option, factor: number): Option {
  if (factor === 1) return option;
  const larger = enlarged(option, factor) as Record<string, unknown>;
  const tooltip = isBranch(larger['tooltip']) ? larger['tooltip'] : null;
  return tooltip ? { ...larger, tooltip: { ...tooltip, textStyle: { fontSize: 14 * factor } } } : larger;
}
