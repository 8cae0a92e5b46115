import { readdirSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';

const SHARED = ['api', 'charts', 'ui', 'shell'];
/** A feature is a folder of the first level, however it is divided inside; the root itself is none. */
const featureOf = (file: string) => (file.includes('/') ? (file.split('/')[0] ?? '') : '');
const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).filter(
  // given-….ts prepares what the specs beside it test.
  (file) => file.endsWith('.ts') && !file.endsWith('.spec.ts') && !/(?:^|\/)given-[^/]+$/.test(file),
);
const imports = files.flatMap((file) =>
  [...readFileSync(join(__dirname, file), 'utf8').matchAll(/(?:from|import\()\s*'([^']+)'/g)].map(
    (match) => ({
      file,
      folder: featureOf(file),
      from: match[1] ?? '',
    }),
  ),
);
const folderOf = ({ file, from }: { file: string; from: string }) =>
  featureOf(normalize(join(file, '..', from)));

describe('what a part of the web may import', () => {
  it('a feature uses what all share, and never another feature', () => {
    const across = imports.filter(
      (one) =>
        one.folder !== '' &&
        one.from.startsWith('.') &&
        folderOf(one) !== one.folder &&
        !SHARED.includes(folderOf(one)),
    );
    expect(across).toEqual([]);
  });

  it('only the chart component touches ECharts', () => {
    const touching = imports.filter((one) => /^(echarts|zrender|ngx-echarts)/.test(one.from));
    expect([...new Set(touching.map((one) => one.file))]).toEqual(['charts/chart.ts']);
  });

  it('only types of the contract cross into the browser, so that zod stays out of the bundle', () => {
    const source = new Map(files.map((file) => [file, readFileSync(join(__dirname, file), 'utf8')]));
    const values = [...source].filter(([, text]) =>
      /import (?!type\b)[^;]*from '(zod|@yuheng\/shared\/contract\/[^']+)'/.test(text),
    );
    expect(values.map(([file]) => file)).toEqual([]);
  });
});
