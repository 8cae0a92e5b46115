import { PROBLEMS, type Problem, type ProblemSlug } from '@yuheng/shared/contract/problem';
import type { Bilingual } from '@yuheng/shared/domain/bilingual';
import type { Refusal } from '@yuheng/shared/domain/refusal';

/**
 * An expected "no", thrown by services and answered as application/problem+json by the one filter. What is to be tried
 * again later says in how many seconds: the answer carries it as Retry-After.
 */
export class ProblemException extends Error {
  constructor(
    readonly slug: ProblemSlug,
    readonly explanation?: Bilingual,
    readonly refusals: readonly Refusal[] = [],
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(explanation?.en ?? PROBLEMS[slug].en);
  }
}

export type Language = 'zh' | 'en';

/** The first language of Accept-Language that the program speaks; Chinese otherwise. */
export const languageOf = (acceptLanguage: string | undefined): Language =>
  /^\s*en\b/i.test(acceptLanguage ?? '') ? 'en' : 'zh';

/** The problem document of RFC 9457 in the reader's language. */
export function toProblem(exception: ProblemException, language: Language, instance?: string): Problem {
  const title = PROBLEMS[exception.slug];
  const advice = 'advice' in title ? title.advice : title;
  return {
    type: `/problems/${exception.slug}`,
    title: title[language],
    status: title.status,
    detail: (exception.explanation ?? exception.refusals[0]?.detail ?? advice)[language],
    ...(instance ? { instance } : {}),
    ...(exception.refusals.length > 0
      ? { errors: exception.refusals.map(({ pointer, detail }) => ({ pointer, detail: detail[language] })) }
      : {}),
  };
}
