import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { ENTRY_POINTS } from './independent/entry-points';
import { Random } from './independent/random';

const CERTIFICATES = path.join(__dirname, 'certificates');
const AUDIT = path.join(__dirname, 'audit');

/** A square of judgements that are reciprocal, consistent or not, from those above its diagonal. */
const judgements = (size: number): fc.Arbitrary<unknown> =>
  fc.array(fc.integer({ min: 1, max: 9 }), { minLength: size * size, maxLength: size * size }).map((given) =>
    Array.from({ length: size }, (_, row) =>
      Array.from({ length: size }, (_, column) => {
        if (row === column) return 1;
        const judged = given[Math.min(row, column) * size + Math.max(row, column)] ?? 1;
        return row < column ? judged : `1/${judged}`;
      }),
    ),
  );

const table = (rows: number, columns: number, cell: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows });

/** The shorter ones: a thousand of them are computed again. */
const certificates = (): unknown[] =>
  readdirSync(CERTIFICATES, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .map((file) => readFileSync(path.join(CERTIFICATES, file), 'utf8'))
    .filter((text) => text.length < 5_000)
    .map((text) => JSON.parse(text) as unknown);

/** Exports of the audit trail; each fits in memory. */
const auditExports = (): unknown[] =>
  readdirSync(AUDIT)
    .filter((file) => file.endsWith('.export'))
    .map((file) => JSON.parse(readFileSync(path.join(AUDIT, file), 'utf8')) as unknown);

/** Documents that a command answers, from which broken ones are made; a new command stands here with one entry. */
const SOUND: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  ...Object.fromEntries(
    Object.entries(ENTRY_POINTS).map(([name, { draw }]) => [
      name,
      fc.nat().map((seed) => draw(new Random(seed, 0))),
    ]),
  ),
  ahp: fc.oneof(
    fc.record({ matrix: judgements(3) }),
    fc.record({ matrices: fc.array(judgements(4), { minLength: 1, maxLength: 3 }) }),
  ),
  entropy: fc.record({
    matrix: table(4, 3, fc.integer({ min: 1, max: 5 })),
    directions: fc.array(fc.constantFrom('max', 'min'), { minLength: 3, maxLength: 3 }),
    normalise: fc.constantFrom('min-max', 'sum'),
  }),
  agreement: fc.record({
    ratings: table(4, 3, fc.integer({ min: 1, max: 5 })),
    statistic: fc.constantFrom('krippendorff', 'icc', 'kendall'),
  }),
  verify: fc.constantFrom(...certificates()),
  'verify-audit': fc.constantFrom(...auditExports()),
};

export function soundDocuments(command: string): fc.Arbitrary<unknown> {
  const documents = SOUND[command];
  if (!documents) throw new Error(`Name documents that ${command} answers, in sound-documents.ts.`);
  return documents;
}
