import { runs } from '../../support/counts';
import { differenceOf, type Expected, type Given } from './fault';
import { Random, SEED } from './random';

export interface Comparison<Case, Answer> {
  /** Draws a case. */
  readonly draw: (random: Random) => Case;
  readonly smaller: (input: Case) => Iterable<Case>;
  readonly expected: (input: Case) => Expected<Answer>;
  readonly given: (input: Case) => Given<Answer>;
}

/** Compares as many cases as the run asks for; throws with the smallest case found that tells the two apart. */
export function compareAll<Case, Answer>(
  comparison: Comparison<Case, Answer>,
): { refused: number; answered: number } {
  const counted = { refused: 0, answered: 0 };
  for (let index = 0; index < runs('agreementCases'); index += 1) {
    const input = comparison.draw(new Random(SEED, index));
    const expected = comparison.expected(input);
    const difference = differenceOf(expected, comparison.given(input));
    if (difference) throw new Error(report(comparison, smallest(comparison, input, difference), index));
    counted['faults' in expected ? 'refused' : 'answered'] += 1;
  }
  return counted;
}

/** Takes away what can go while the two still differ in the same way. */
function smallest<Case, Answer>(comparison: Comparison<Case, Answer>, input: Case, difference: string): Case {
  for (const candidate of comparison.smaller(input)) {
    if (differs(comparison, candidate) === difference) return smallest(comparison, candidate, difference);
  }
  return input;
}

/** A case cut down too far may be none any more, and then shows nothing. */
function differs<Case, Answer>(comparison: Comparison<Case, Answer>, input: Case): string | null {
  try {
    return differenceOf(comparison.expected(input), comparison.given(input));
  } catch {
    return null;
  }
}

function report<Case, Answer>(comparison: Comparison<Case, Answer>, input: Case, index: number): string {
  const expected = comparison.expected(input);
  const given = comparison.given(input);
  return [
    `${differenceOf(expected, given)}; seed ${SEED}, case ${index}, at its smallest:`,
    JSON.stringify(input),
    `by the contract: ${JSON.stringify(expected)}`,
    `by the engine:   ${JSON.stringify(given)}`,
  ].join('\n');
}
