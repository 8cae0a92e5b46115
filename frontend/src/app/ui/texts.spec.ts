import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { TextTree, Texts } from './texts';

const APP = join(__dirname, '..');
const files = readdirSync(APP, { recursive: true, encoding: 'utf8' });
const textFiles = files.filter((file) => file.endsWith('-texts.ts'));

/** Every dictionary of the program by the name under which it is used: `funds/funds-texts.ts` is `funds`. */
const dictionaries = new Map<string, Texts>(
  textFiles.map((file) => {
    const exports = Object.values(jest.requireActual<Record<string, Texts>>(join(APP, file)));
    return [basename(file, '-texts.ts'), exports.find((one) => 'zh-CN' in one) as Texts];
  }),
);

const flat = (tree: TextTree, prefix = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value] as [string, string]] : flat(value, `${prefix}${key}.`),
  );
/** English says whole CNY where Chinese may say 万元, so the unit alone may differ. */
const placeholders = (text: string) =>
  [...text.matchAll(/{{\s*(\w+)\s*}}/g)]
    .map((match) => match[1])
    .filter((name) => name !== 'unit')
    .sort();
const cases = [...dictionaries].map(([name, texts]) => ({
  name,
  zh: new Map(flat(texts['zh-CN'])),
  en: new Map(flat(texts.en)),
}));

describe.each(cases)('the texts of $name', ({ zh, en }) => {
  it('have the same keys in both languages, none empty', () => {
    expect([...en.keys()].sort()).toEqual([...zh.keys()].sort());
    expect([...zh, ...en].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('leave no Chinese in English, but for the name of the other language', () => {
    const chinese = [...en].filter(
      ([key, text]) => /[\u3000-\u9fff\uff00-\uffef]/.test(text) && key !== 'otherLanguage',
    );
    expect(chinese).toEqual([]);
  });

  it('fill in the same values in both languages', () => {
    const different = [...zh].filter(
      ([key, text]) => placeholders(text).join() !== placeholders(en.get(key) ?? '').join(),
    );
    expect(different.map(([key]) => key)).toEqual([]);
  });
});

describe('the keys that pages ask for', () => {
  const known = new Set(cases.flatMap(({ name, zh }) => [...zh.keys()].map((key) => `${name}.${key}`)));
  const sources = files.filter((file) => /\.(ts|html)$/.test(file) && !/(-texts|\.spec)\.ts$/.test(file));
  const names = [...dictionaries.keys()].join('|');
  // In code and bindings a key stands in single quotes; as an input of the page frame it is an attribute.
  const key = new RegExp(`(?:'|title="|question=")((?:${names})(?:\\.\\w+)+)['"]`, 'g');
  const asked = sources.flatMap((file) =>
    [...readFileSync(join(APP, file), 'utf8').matchAll(key)].map((match) => ({ file, key: match[1] ?? '' })),
  );

  it('all exist', () => {
    expect(asked.length).toBeGreaterThan(50);
    expect(asked.filter(({ key }) => !known.has(key))).toEqual([]);
  });
});
