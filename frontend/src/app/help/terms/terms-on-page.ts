import type { FoundTerm } from './find-terms';
import type { Term } from './term';

/** What labels something: headings of pages, parts, charts and tables, names of figures and fields. */
export const LABELS = 'h1, h2, h3, th, dt, legend, label';
/** Where nothing is marked: the glossary itself, and what is there for screen readers only. */
const UNMARKED = '[data-unmarked], .visually-hidden, svg';
/** A table of thousands of rows is not read through for its row headings. */
const MOST_LABELS = 600;

export interface MarkedTerm {
  readonly term: Term;
  readonly range: Range;
}

/** The terms in one label, with where they stand. */
export function termsOf(label: Element, find: (text: string) => FoundTerm[]): MarkedTerm[] {
  if (label.closest(UNMARKED)) return [];
  const walker = document.createTreeWalker(label, NodeFilter.SHOW_TEXT);
  const marked: MarkedTerm[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement?.closest(UNMARKED)) continue;
    for (const { term, start, end } of find(node.textContent ?? '')) {
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, end);
      marked.push({ term, range });
    }
  }
  return marked;
}

/** The terms in all labels of the page and of what lies over it, in reading order. */
export function termsOnPage(find: (text: string) => FoundTerm[]): MarkedTerm[] {
  const labels = document.querySelectorAll(`main :is(${LABELS}), dialog[open] :is(${LABELS})`);
  return Array.from(labels)
    .slice(0, MOST_LABELS)
    .flatMap((label) => termsOf(label, find));
}
