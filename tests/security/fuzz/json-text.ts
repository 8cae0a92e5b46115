/** A piece of JSON text that JSON.stringify could not write: 1e400, a key twice, ten thousand brackets. */
export class JsonFragment {
  constructor(readonly text: string) {}
}

/** As JSON.stringify, with fragments written as they stand. */
export function jsonText(value: unknown): string {
  if (value instanceof JsonFragment) return value.text;
  if (Array.isArray(value)) return `[${Array.from(value, jsonText).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}:${jsonText(one)}`);
  return `{${members.join(',')}}`;
}
