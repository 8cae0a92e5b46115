import { isYearMonth } from '@yuheng/shared/domain/period/year-month';

/**
 * What the explain drawer shows, as it stands in the address (`?explain=`):
 * `score:<run>:<county>[:<leaf>]` · `inspection:<county>:<month>` · `part:<run>:<county>`.
 */
export type ExplainTarget =
  | { readonly kind: 'score'; readonly run: string; readonly county: string; readonly leaf?: string }
  | { readonly kind: 'inspection'; readonly county: string; readonly month: string }
  | { readonly kind: 'part'; readonly run: string; readonly county: string };

/** An address that was cut off or misspelt gives null, never a half-known target. */
export function readExplain(text: string | null): ExplainTarget | null {
  const [kind, first, second, third, ...rest] = (text ?? '').split(':');
  if (!first || !second || rest.length > 0) return null;
  if (kind === 'score') return { kind, run: first, county: second, ...(third ? { leaf: third } : {}) };
  if (third !== undefined) return null;
  if (kind === 'inspection') return isYearMonth(second) ? { kind, county: first, month: second } : null;
  return kind === 'part' ? { kind, run: first, county: second } : null;
}

export function printExplain(target: ExplainTarget): string {
  if (target.kind === 'inspection') return `inspection:${target.county}:${target.month}`;
  const leaf = target.kind === 'score' && target.leaf ? `:${target.leaf}` : '';
  return `${target.kind}:${target.run}:${target.county}${leaf}`;
}

/** The way that led to what is shown (`?via=`), the first step first. */
export const readTrail = (text: string | null): readonly ExplainTarget[] =>
  (text ?? '').split(',').flatMap((one) => readExplain(one) ?? []);

export const printTrail = (trail: readonly ExplainTarget[]): string | null =>
  trail.length > 0 ? trail.map(printExplain).join(',') : null;
