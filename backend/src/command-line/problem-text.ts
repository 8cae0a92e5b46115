import { PROBLEMS, type Problem, type ProblemSlug } from '@yuheng/shared/contract/problem';
import type { Bilingual } from '@yuheng/shared/domain/bilingual';
import type { Refusal } from '@yuheng/shared/domain/refusal';

const both = ({ zh, en }: Bilingual): string => `${zh} / ${en}`;

function problem(slug: ProblemSlug, detail: string, errors: Problem['errors']): string {
  const { status, zh, en } = PROBLEMS[slug];
  return JSON.stringify({ type: `/problems/${slug}`, title: both({ zh, en }), status, detail, errors });
}

/** The one problem that a refused input prints, as JSON (RFC 9457), with a pointer for each fault. */
export function refusedText(refusals: readonly Refusal[]): string {
  const [first] = refusals;
  const detail =
    refusals.length === 1 && first
      ? first.detail
      : {
          zh: `共有 ${refusals.length} 处不符合要求，逐项见 errors`,
          en: `${refusals.length} faults, each in errors`,
        };
  const errors = refusals.map((refusal) => ({ pointer: refusal.pointer, detail: both(refusal.detail) }));
  return problem('refused', both(detail), errors);
}

/** What a fault of the program itself prints. */
export const internalText = (error: unknown): string =>
  problem('internal', error instanceof Error ? (error.stack ?? error.message) : String(error), []);
