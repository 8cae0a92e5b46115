import { readdirSync } from 'node:fs';
import path from 'node:path';
import { CHECKOUT, filesUnder, readSources } from './source-files';

const PACKAGES = ['shared/src', 'backend/src', 'backend/launcher', 'frontend/src', 'tests'];
const files = PACKAGES.flatMap((folder) => filesUnder(folder));
const LONGEST = 400;

describe('the layout of the sources', () => {
  it('the top level holds what is agreed and nothing else', () => {
    const agreed =
      /^(backend|frontend|shared|tests|node_modules|docker-compose\.yml|package(-lock)?\.json|README(\.zh-CN)?\.md|LICENSE|tsconfig.*\.json|eslint\.config\.\w+|jest\.config\.\w+|\..+)$/;
    expect(readdirSync(CHECKOUT).filter((name) => !agreed.test(name))).toEqual([]);
  });

  it('no file is longer than 400 lines', () => {
    const long = PACKAGES.flatMap(readSources)
      .map(({ file, text }) => [file, text.split('\n').length - 1] as const)
      .filter(([, lines]) => lines > LONGEST);
    expect(long).toEqual([]);
  });

  it('no file only passes other files on', () => {
    expect(files.filter((file) => /\/index\.\w+$/.test(file))).toEqual([]);
    const barrels = PACKAGES.flatMap(readSources).filter(({ text }) =>
      /^export (?:\*|\{[^}]*\}) from/m.test(text),
    );
    expect(barrels.map(({ file }) => file)).toEqual([]);
  });

  it('no folder and no file is named after nothing in particular', () => {
    const vague = /(?:^|\/)(?:utils?|helpers?|common|misc|managers?)(?:\/|\.|-[a-z]+\.ts$)/;
    expect(files.filter((file) => vague.test(file))).toEqual([]);
  });

  it('names are in kebab-case', () => {
    const odd = files.filter((file) => !/^[\d-]*[a-z0-9.-]+\.(?:ts|mjs)$/.test(path.basename(file)));
    expect(odd).toEqual([]);
  });

  it('an upload is read by its controller, before any transaction is begun: a slow sender holds no connection', () => {
    const sources = readSources('backend/src').filter(
      ({ file, text }) => file !== 'backend/src/http/upload.ts' && /\breadUpload\(/.test(text),
    );
    expect(sources.length).toBeGreaterThan(5);
    const elsewhere = sources.filter(({ file }) => !file.endsWith('.controller.ts'));
    expect(elsewhere.map(({ file }) => file)).toEqual([]);
    const within = sources.filter(({ text }) => /\b(?:scoped|transaction|trail\.record)\(/.test(text));
    expect(within.map(({ file }) => file)).toEqual([]);
  });

  it('scores, shares, parts and money use no function that differs between machines, no clock and no chance', () => {
    const EXACT = ['scoring', 'allocation', 'apportionment', 'money', 'numbers', 'metrics', 'monitoring'];
    const forbidden =
      /Math\.(?:log\w*|exp\w*|pow|sinh?|cosh?|tanh?|a(?:sin|cos|tan)\w*|sqrt|cbrt|hypot|random)\b|\bnew Date\(\)|Date\.now|performance\.now|\bcrypto\b|\basync\b|\bawait\b|\bfetch\(/;
    const found = EXACT.flatMap((folder) => readSources(`shared/src/domain/${folder}`))
      .filter(({ file }) => !file.endsWith('.spec.ts'))
      .filter(({ text }) => forbidden.test(text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')));
    expect(found.map(({ file }) => file)).toEqual([]);
  });

  it('the domain has no clock, no chance and waits for nothing', () => {
    const forbidden =
      /Math\.random|\bnew Date\(\)|Date\.now|performance\.now|\basync\b|\bawait\b|\bfetch\(|\bsetTimeout\b|\bprocess\./;
    const found = readSources('shared/src/domain')
      .filter(({ file }) => !file.endsWith('.spec.ts'))
      .filter(({ text }) => forbidden.test(text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')));
    expect(found.map(({ file }) => file)).toEqual([]);
  });
});
