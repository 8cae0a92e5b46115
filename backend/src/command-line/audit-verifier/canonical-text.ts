/** No act that the program records is nested nearly as deep. */
const DEEPEST = 500;

/**
 * The canonical JSON of a value that JSON.parse has read: keys sorted by UTF-16 code unit at every depth, no white space,
 * texts as JSON.stringify writes them, whole numbers only. Written a second time here on purpose: a check that shared this
 * with the writer of the chain would repeat the writer's mistakes. Example: {b: 1, a: [true]} is {"a":[true],"b":1}.
 * @throws RangeError for a number that is not a safe whole number, and for more than 500 levels
 */
export const canonicalText = (value: unknown): string =>
  isInOrder(value, 0) ? JSON.stringify(value) : inOrder(value);

/** Whether the keys stand in canonical order at every depth already, as they do in every export of the program. */
function isInOrder(value: unknown, level: number): boolean {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) {
    throw new RangeError(`${value} is no safe whole number.`);
  }
  if (typeof value !== 'object' || value === null) return true;
  if (level === DEEPEST) throw new RangeError(`Nested deeper than ${DEEPEST} levels.`);
  const members = value as Readonly<Record<string, unknown>>;
  const isList = Array.isArray(value);
  let areInOrder = true;
  let before: string | null = null;
  for (const key of Object.keys(members)) {
    if (!isList && before !== null && before > key) areInOrder = false;
    before = key;
    if (!isInOrder(members[key], level + 1)) areInOrder = false;
  }
  return areInOrder;
}

function inOrder(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(inOrder).join(',')}]`;
  const members = value as Readonly<Record<string, unknown>>;
  const texts = Object.keys(members)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${inOrder(members[key])}`);
  return `{${texts.join(',')}}`;
}
