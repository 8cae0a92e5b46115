import { formOf } from '../../support/server';
import { sha256, textOfYear } from '../../api/requests';
import type { Random } from '../../golden/independent/random';
import type { Framing, FuzzRequest } from './fuzz-request';
import { jsonText } from './json-text';
import type { Operation } from './operations';
import type { Recipe } from './recipe';
import { isChosen, soundValue, type Soundness } from './sound-values';

/** A request in the making: sound at first, then spoilt in places. */
export interface Draft {
  readonly operation: Operation;
  method: string;
  /** The parts of the path after the first slash, percent-encoded. */
  segments: string[];
  /** Names and values as they are meant, encoded when the target is written. */
  query: [string, string][];
  headers: [string, string][];
  /** A JSON body that can still be taken apart; `bytes` once it is written. */
  json: unknown;
  bytes: Buffer | null;
  /** Sent instead of what `segments` and `query` would give. */
  target: string | null;
  isRouteKept: boolean;
  session: FuzzRequest['session'];
  framing: Framing | null;
}

export function soundDraft(operation: Operation, soundness: Soundness): Draft {
  const { random, recipe } = soundness;
  const values = new Map(
    operation.parameters
      .filter(({ name, required }) => required || isChosen(name, soundness))
      .map(({ name, schema }) => [name, String(soundValue(schema, name, soundness))]),
  );
  const upload = operation.isUpload ? soundUpload(random, recipe) : null;
  if (upload && values.has('sha256') && random.chance(60)) values.set('sha256', upload.sha256);
  const query = operation.parameters
    .filter(({ in: place, name }) => place === 'query' && values.has(name))
    .map(({ name }): [string, string] => [name, values.get(name) ?? '']);
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    percentEncoded(values.get(name) ?? ''),
  );
  return {
    operation,
    method: operation.method,
    segments: path.slice(1).split('/'),
    query,
    headers: Object.entries({
      ...(upload?.headers ?? (operation.body ? JSON_HEADERS : {})),
      ...(recipe?.version === undefined ? {} : { 'if-match': `"${recipe.version}"` }),
    }),
    json: operation.body ? soundValue(operation.body, '', soundness) : undefined,
    bytes: upload?.body ?? null,
    target: null,
    isRouteKept: true,
    session: 'own',
    framing: null,
  };
}

const JSON_HEADERS = { 'content-type': 'application/json' };

function soundUpload(
  random: Random,
  recipe: Recipe | null,
): { headers: Record<string, string>; body: Buffer; sha256: string } {
  const { file, fields = {} } = recipe ?? {};
  if (file) return { ...formOf(file, { fields }), sha256: sha256(file) };
  const text = textOfYear(random.between(2030, 2099));
  return { ...formOf(text), sha256: sha256(text) };
}

/** Path and query as they go over the wire. */
export function targetOf({ target, segments, query }: Draft): string {
  if (target !== null) return target;
  const pairs = query.map(([name, value]) => `${percentEncoded(name)}=${percentEncoded(value)}`);
  return `/${segments.join('/')}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`;
}

export const bodyOf = ({ bytes, json }: Draft): Buffer | null =>
  bytes ?? (json === undefined ? null : Buffer.from(jsonText(json)));

/** As encodeURIComponent, which has no word for a lone surrogate. */
export const percentEncoded = (text: string): string =>
  Buffer.from(text)
    .toString('latin1')
    .replaceAll(
      /[^A-Za-z0-9_.~-]/g,
      (one) => `%${one.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
    );
