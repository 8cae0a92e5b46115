import { openWeb } from '../support/web';
import { comesTrue } from '../support/comes-true';
import { openCase } from './open-case';
import { PAGES } from './page-cases';
import { NEVER_SAID, verdictsIn } from './words-of-pages';
import { accessibilityFaults, everythingSaid, overflows, untranslatedKeys } from './page-checks';

const CHINESE = /[\u3400-\u9fff]/;
/** Proper names, numbers of documents, and what an English sentence quotes have no English. */
const DOCUMENT_NUMBER = /[\u3400-\u9fff]*〔\d{4}〕\d+号/g;
const PERSON = /演示·[\u3400-\u9fff]+/g;
const QUOTED = /"[^"]*"|“[^”]*”|\(section [一二三四五六七八九十]+\)/g;

describe('every page in English and in the dark', () => {
  const web = openWeb();
  let names: string[];
  let officialText: string;

  beforeAll(async () => {
    const places = await web.server.request({ url: '/api/administration/places', as: 'system-admin' });
    names = places.json<{ places: { name: string }[] }>().places.map(({ name }) => name);
    // Longer names first, so that no part of one is left over.
    names.sort((one, other) => other.length - one.length);
    const text = await web.server.request({ url: '/api/publications/2025', as: 'leader' });
    officialText = text.json<{ text: string }>().text;
  });

  it.each(PAGES)('%s has nothing but English, fits, and is accessible', async (_, one) => {
    const page = await openCase(web, one, { language: 'en', theme: 'dark' });
    await comesTrue(async () => expect(await page.locator('html').getAttribute('lang')).toBe('en'));
    expect(await page.title()).toMatch(/^.+ · Yuheng$/);
    const said = (await everythingSaid(page)).filter(({ official }) => !official);
    const chinese = said
      .filter(({ text, language }) => language === 'en' && !officialText.includes(text))
      .map(({ text }) => withoutNames(text))
      .filter((text) => CHINESE.test(text));
    expect(chinese).toEqual([]);
    const words = said.map(({ text }) => text);
    expect(untranslatedKeys(words.join('\n'))).toEqual([]);
    expect(words.join('\n')).not.toMatch(NEVER_SAID);
    if (one.noVerdict) expect(verdictsIn(words)).toEqual([]);
    expect(await overflows(page)).toEqual([]);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  function withoutNames(text: string): string {
    const rest = names.reduce((left, name) => left.replaceAll(name, ''), text);
    return rest.replace(DOCUMENT_NUMBER, '').replace(PERSON, '').replace(QUOTED, '');
  }
});
