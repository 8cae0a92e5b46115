import { readSources, type SourceFile } from './source-files';

const VERIFIER = /^backend\/src\/command-line\/(?:audit-verifier\/|commands\/verify-audit\.ts$)/;
const isSpec = ({ file }: SourceFile): boolean => file.endsWith('.spec.ts');
const sources = new Map(
  [...readSources('shared/src'), ...readSources('backend/src')]
    .filter((one) => !isSpec(one))
    .map((one) => [one.file, one]),
);

/** Everything that runs when the given files do. */
function reachedFrom(files: readonly string[]): ReadonlySet<string> {
  const reached = new Set(files);
  // A set is walked to its end, what is added on the way included.
  for (const file of reached) {
    for (const { to, typeOnly } of sources.get(file)?.imports ?? []) if (!typeOnly) reached.add(to);
  }
  return reached;
}

const verifier = [...sources.keys()].filter((file) => VERIFIER.test(file));

describe('the verifier of the audit trail shares nothing with what writes it', () => {
  it('runs on its own files, refusals, sentences and pointers, zod, and what Node brings', () => {
    expect(verifier.length).toBeGreaterThan(9);
    const others = [...reachedFrom(verifier)].filter((file) => !VERIFIER.test(file)).sort();
    expect(others).toEqual([
      'backend/src/command-line/command.ts',
      'node:buffer',
      'node:crypto',
      'shared/src/contract/pointers.ts',
      'shared/src/domain/bilingual.ts',
      'shared/src/domain/refusal.ts',
      'zod',
    ]);
  });

  it('and nothing else of the program runs on its files', () => {
    const users = [...sources.values()]
      .filter(({ file }) => !VERIFIER.test(file))
      .filter(({ imports }) => imports.some(({ to }) => VERIFIER.test(to)));
    expect(users.map(({ file }) => file)).toEqual([]);
  });
});
