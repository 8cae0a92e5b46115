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

  it('put the sign of a rate right behind it in either language: 45.22%', () => {
    expect([...zh, ...en].filter(([, text]) => /[\d}]\s+%/.test(text))).toEqual([]);
  });

  it('fill in the same values in both languages', () => {
    const different = [...zh].filter(
      ([key, text]) => placeholders(text).join() !== placeholders(en.get(key) ?? '').join(),
    );
    expect(different.map(([key]) => key)).toEqual([]);
  });
});

describe('the keys that pages ask for', () => {
  const sources = files
    .filter((file) => /\.(ts|html)$/.test(file) && !/(-texts|\.spec)\.ts$/.test(file))
    .map((file) => ({ file, text: readFileSync(join(APP, file), 'utf8') }));
  /** The name under which pages ask, as `useTexts('sign-in', SIGN_IN_TEXTS)` says it: the file may be called otherwise. */
  const nameOf = new Map(
    sources.flatMap(({ text }) =>
      [...text.matchAll(/useTexts\('([^']+)', (\w+)/g)].map(
        (match) => [match[2] ?? '', match[1] ?? ''] as const,
      ),
    ),
  );
  const known = textFiles.flatMap((file) =>
    Object.entries(jest.requireActual<Record<string, Texts>>(join(APP, file))).flatMap(([constant, one]) =>
      'zh-CN' in one ? flat(one['zh-CN']).map(([key]) => `${nameOf.get(constant)}.${key}`) : [],
    ),
  );
  const names = [...new Set(known.map((key) => key.split('.')[0]))].join('|');
  // In code and bindings a key stands in single quotes; as an input of the page frame it is an attribute.
  const key = new RegExp(`(?:'|title="|question=")((?:${names})(?:\\.\\w+)+)['"]`, 'g');
  const asked = sources.flatMap(({ file, text }) =>
    [...text.matchAll(key)].map((match) => ({ file, key: match[1] ?? '' })),
  );

  it('all exist', () => {
    expect(known.filter((one) => one.startsWith('undefined.'))).toEqual([]);
    expect(asked.length).toBeGreaterThan(50);
    const all = new Set(known);
    expect(asked.filter((one) => !all.has(one.key))).toEqual([]);
  });

  it('are all that there are: a text that no page says is a text that nobody keeps right', () => {
    const whole = sources.map(({ text }) => text).join('\n');
    // A key, or the end of one that is put together: `say('returned')`, 'ui.role.' + role, `stage.${stage}`.
    const quoted = new Set([...whole.matchAll(/['"`]([\w.-]+)['"`]/g)].map((match) => match[1] ?? ''));
    const beginnings = [...whole.matchAll(/['"`]((?:[\w-]+\.)+)(?:['"`]|\${)/g)].map(
      (match) => match[1] ?? '',
    );
    const ofTwo = new Set(beginnings);
    const isSaid = (one: string): boolean => {
      const [, ...parts] = one.split('.');
      const ends = parts.map((_, index) => parts.slice(index).join('.'));
      if (quoted.has(one) || ends.some((end) => quoted.has(end))) return true;
      const starts = parts.map((_, index) => parts.slice(0, index).join('.'));
      return starts.some(
        (start) => start !== '' && (ofTwo.has(`${start}.`) || ofTwo.has(`${one.split('.')[0]}.${start}.`)),
      );
    };
    expect(known.filter((one) => !isSaid(one))).toEqual([]);
  });
});
