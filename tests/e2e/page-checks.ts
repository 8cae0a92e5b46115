import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary?: string }[];
}

/** What axe-core objects to under WCAG 2.1 A and AA, each with the place and the reason; empty is what is wanted. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  const violations = await page.evaluate(async (standards) => {
    const { axe } = globalThis as unknown as {
      axe: { run(what: Document, how: object): Promise<{ violations: Violation[] }> };
    };
    return (
      await axe.run(document, { runOnly: { type: 'tag', values: standards }, resultTypes: ['violations'] })
    ).violations;
  }, STANDARDS);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
  );
}

/** What does not fit: the page itself, an open drawer, or a table of cards on a phone, which nothing may cut off. */
export function overflows(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wider = (element: Element) => element.scrollWidth > element.clientWidth;
    const frames = Array.from(document.querySelectorAll('.table-frame')).filter((frame) => {
      const table = frame.querySelector('table.stacking');
      return table !== null && getComputedStyle(table).display === 'block';
    });
    const checked = [
      document.documentElement,
      ...Array.from(document.querySelectorAll('dialog[open]')),
      ...frames,
    ];
    return checked
      .filter(wider)
      .map((one) => `${one.tagName} ${one.className}: ${one.scrollWidth} > ${one.clientWidth}`);
  });
}

/** A piece of text that a reader sees or hears, and the language that it is marked with. */
export interface Said {
  readonly text: string;
  readonly language: string;
  /** A line of an official text, printed as it was published. */
  readonly official: boolean;
}

/** Everything that the page says: texts, also those for screen readers only, labels, titles; not what is hidden. */
export function everythingSaid(page: Page): Promise<Said[]> {
  return page.evaluate(() => {
    const said: Said[] = [];
    const say = (text: string | null, element: Element) => {
      const trimmed = text?.replace(/\s+/g, ' ').trim();
      const language = element.closest('[lang]')?.getAttribute('lang') ?? '';
      if (trimmed)
        said.push({ text: trimmed, language, official: element.closest('yh-official-text ol') !== null });
    };
    say(document.title, document.documentElement);
    for (const element of Array.from(document.body.querySelectorAll('*'))) {
      if (element.closest('script, style, noscript') || !element.checkVisibility()) continue;
      for (const name of ['aria-label', 'title', 'alt', 'placeholder'])
        say(element.getAttribute(name), element);
      for (const node of Array.from(element.childNodes)) {
        if (node.nodeType === Node.TEXT_NODE) say(node.textContent, element);
      }
    }
    return said;
  });
}

/** What the page says, in one string. */
export const wordsOf = async (page: Page): Promise<string> =>
  (await everythingSaid(page)).map(({ text }) => text).join('\n');

/** A key that no text was found for stands on the page as it is: `overview.column.county`. */
export const untranslatedKeys = (words: string): string[] =>
  words
    .match(/(?<![\w./-])[a-z][a-zA-Z-]*(?:\.[a-zA-Z][\w-]*)+(?!\w|\.txt)/g)
    ?.filter((key) => !key.endsWith('.txt')) ?? [];
