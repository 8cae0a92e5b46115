import { accepted, refusal, refused } from '../refusal';
import type { Outcome, Refusal } from '../refusal';

/** What every phrase may name of a county; beside these the ids of the method's indicators, for their figures. */
export const PHRASE_FIGURES = [
  'county',
  'year',
  'indicator',
  'marks',
  'score',
  'lost',
  'actual',
  'target',
] as const;
export type PhraseFigure = (typeof PHRASE_FIGURES)[number];

const PLACE = /\{([^{}]*)\}/g;

/** Stands where a phrase names a figure that this county does not have: the evaluator writes it in. */
export const NO_FIGURE = '＿＿';

/** A brace that opens or closes nothing. */
const hasLooseBrace = (text: string): boolean => /[{}]/.test(text.replaceAll(PLACE, ''));

/**
 * Refuses a phrase that names something unknown, or whose braces do not pair, with pointers below `at`.
 * Example: '{county}实际为{actual}' is sound; '{score2}' is refused.
 */
export function phraseRefusals(text: string, indicators: readonly string[], at: string): readonly Refusal[] {
  const known = new Set<string>([...PHRASE_FIGURES, ...indicators]);
  const unknown = [...text.matchAll(PLACE)].map(([, name = '']) => name).filter((name) => !known.has(name));
  const wrong = [...new Set(unknown)].map((name) =>
    refusal(
      at,
      `没有名为“{${name}}”的数据项，请从列出的数据项中选择，或者删去花括号。`,
      `There is no figure named "{${name}}"; choose one of those listed, or take the braces away.`,
    ),
  );
  return hasLooseBrace(text)
    ? [
        ...wrong,
        refusal(
          at,
          '花括号没有成对，请改为形如 {county} 的写法，或者删去。',
          'The braces do not pair; write {county}, or take them away.',
        ),
      ]
    : wrong;
}

/**
 * A phrase with a county's figures filled in; a figure that is not there leaves a blank to be written in.
 * Refused as by `phraseRefusals`, at `/`. Example: '得分{score}，扣{lost}分' → '得分4.50，扣0.50分'.
 */
export function fillPhrase(
  text: string,
  figures: Readonly<Partial<Record<string, string>>>,
  indicators: readonly string[],
): Outcome<string> {
  const refusals = phraseRefusals(text, indicators, '');
  if (refusals.length > 0) return refused(refusals);
  return accepted(
    text.replaceAll(PLACE, (_, name: string) => (Object.hasOwn(figures, name) && figures[name]) || NO_FIGURE),
  );
}
