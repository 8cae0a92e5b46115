/** No act that the program records is nested nearly as deep. */
const DEEPEST = 500;

/**
 * The canonical JSON of a value that JSON.parse has read: keys sorted by UTF-16 code unit at every depth, no white space,
 * texts as JSON.stringify writes them, whole numbers only. Written a second time here on purpose: a check that shared this
 * with the writer of the chain would repeat the writer's mistakes. Example: {b: 1, a: [true]} is {"a":[true],"b":1}.
 * @throws RangeError for a number that is not a safe whole number, and for more than 500 levels
 */
export function canonicalText(value: unknown, level = 0): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is no safe whole number.`);
    return String(value);
  }
  if (level === DEEPEST) throw new RangeError(`Nested deeper than ${DEEPEST} levels.`);
  if (Array.isArray(value)) {
    return `[${value.map((one) => canonicalText(one, level + 1)).join(',')}]`;
  }
  const members = value as Readonly<Record<string, unknown>>;
  let text = '';
  for (const key of Object.keys(members).sort()) {
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalText(members[key], level + 1)}`;
  }
  return `{${text}}`;
}
