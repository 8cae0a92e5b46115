/** One value of an entry before and after an act; undefined: not there. */
export interface Side {
  /** The names on the way to the value: `['pending', '1', 'count']`. */
  readonly path: readonly string[];
  readonly before: unknown;
  readonly after: unknown;
  readonly changed: boolean;
}

/**
 * Before and after of an entry, value by value, side by side, in the order in which they first stand. A list of plain
 * values, such as roles, is one value; a list of things is taken apart.
 */
export function sideBySide(before: unknown, after: unknown): Side[] {
  const [was, is] = [leavesOf(before), leavesOf(after)];
  const paths = new Map([...was, ...is].map(([key, { path }]) => [key, path]));
  return [...paths].map(([key, path]) => {
    const [left, right] = [was.get(key)?.value, is.get(key)?.value];
    return { path, before: left, after: right, changed: JSON.stringify(left) !== JSON.stringify(right) };
  });
}

interface Leaf {
  readonly path: readonly string[];
  readonly value: unknown;
}

function leavesOf(value: unknown, path: readonly string[] = []): Map<string, Leaf> {
  if (value === undefined) return new Map();
  const inside = insideOf(value);
  if (!inside) return new Map([[JSON.stringify(path), { path, value }]]);
  return new Map(inside.flatMap(([key, one]) => [...leavesOf(one, [...path, key])]));
}

/** What stands inside a value; null for a value that is printed whole. */
function insideOf(value: unknown): [string, unknown][] | null {
  if (typeof value !== 'object' || value === null) return null;
  if (!Array.isArray(value)) return Object.entries(value);
  const plain = value.every((one) => typeof one !== 'object' || one === null);
  return plain ? null : value.map((one, index) => [String(index + 1), one]);
}
