import type { ReadText } from '@yuheng/shared/contract/publications';

type Programs = ReadText['programs'];
type Amount = Programs[number]['amounts'][number];

export interface TextDifference {
  readonly program: string;
  readonly county: string;
  /** Whole fen; null where the text does not name the county under this program, or not the program. */
  readonly before: number | null;
  readonly after: number | null;
}

const keyOf = (program: Programs[number], amount: Amount): string =>
  `${program.program ?? program.name}|${amount.county}`;

const byKey = (programs: Programs) =>
  new Map(
    programs.flatMap((program) =>
      program.amounts.map((amount) => [keyOf(program, amount), { program, amount }] as const),
    ),
  );

/** County amounts that differ between two texts: in the order of the new text, then what only the stored one has. */
export function differencesOf(stored: Programs, read: Programs): readonly TextDifference[] {
  const [before, after] = [byKey(stored), byKey(read)];
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((key) => {
    const [old, now] = [before.get(key), after.get(key)];
    const named = now ?? old;
    if (!named || old?.amount.fen === now?.amount.fen) return [];
    return [
      {
        program: named.program.name,
        county: named.amount.name,
        before: old?.amount.fen ?? null,
        after: now?.amount.fen ?? null,
      },
    ];
  });
}
