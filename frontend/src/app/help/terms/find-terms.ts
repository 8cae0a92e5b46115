import type { LanguageCode } from '../../ui/language';
import { TERMS } from './glossary';
import type { Term } from './term';

/** A term in a text: where its word begins, and where it ends. */
export interface FoundTerm {
  readonly term: Term;
  readonly start: number;
  readonly end: number;
}

const isChinese = (word: string): boolean => /[\u3400-\u9fff]/.test(word);
const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The words of a language that name a term on the page at `path`, each with its term. */
function wordsOf(language: LanguageCode, path: string): Map<string, Term> {
  const chinese = language !== 'en';
  const usual = TERMS.flatMap((term) =>
    [term.name.zh, term.name.en, ...(term.words ?? [])].map((word) => [word, term] as const),
  );
  const here = TERMS.flatMap((term) =>
    term.only && path.startsWith(term.only.under) ? term.only.words.map((word) => [word, term] as const) : [],
  );
  // What is meant only here comes last, and so wins.
  return new Map(
    [...usual, ...here]
      .filter(([word]) => isChinese(word) === chinese)
      .map(([word, term]) => [word.toLowerCase(), term]),
  );
}

/**
 * Finds terms in labels of a language on the page at `path`: the longest word wins (到位率 before 到位), a term is found
 * once in a text, and an English word only as a whole one. `finderOf('zh-CN', '/funds')('执行率')` finds the rate of receipts,
 * on `/goals` the rate of the budget.
 */
export function finderOf(language: LanguageCode, path: string): (text: string) => FoundTerm[] {
  const words = wordsOf(language, path);
  const longestFirst = [...words.keys()].sort((one, other) => other.length - one.length).map(escaped);
  const edge = language === 'en' ? '\\b' : '';
  const pattern = new RegExp(`${edge}(?:${longestFirst.join('|')})${edge}`, 'gi');
  return (text) => {
    const found = new Map<Term, FoundTerm>();
    for (const match of text.matchAll(pattern)) {
      const term = words.get(match[0].toLowerCase());
      if (term && !found.has(term)) {
        found.set(term, { term, start: match.index, end: match.index + match[0].length });
      }
    }
    return [...found.values()];
  };
}
