import { createHash } from 'node:crypto';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { chromium, type Browser, type Page } from 'playwright-core';
import { runs } from '../../support/counts';
import { launchOptions } from '../../support/launch-options';
import { ENTRY_POINTS, linesOf } from './entry-points';

const CHECKOUT = path.join(__dirname, '..', '..', '..');
const COUNT = runs('browserCases');

jest.setTimeout(120_000);

/** The entry points, the engine under them and its schemas as one script of a browser; it exports `proof`. */
function bundled(): string {
  const { outputFiles } = buildSync({
    absWorkingDir: CHECKOUT,
    entryPoints: [path.join(__dirname, 'entry-points.ts')],
    alias: {
      '@yuheng/shared': path.join(CHECKOUT, 'shared', 'src'),
      '@yuheng/backend': path.join(CHECKOUT, 'backend', 'src'),
    },
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    globalName: 'proof',
    target: 'es2022',
    charset: 'utf8',
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}

const sha256 = (lines: readonly string[]): string =>
  createHash('sha256').update(lines.join('\n'), 'utf8').digest('hex');

describe('the engine in a real Chromium', () => {
  const script = bundled();
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await chromium.launch(launchOptions());
    page = await browser.newPage();
    await page.addScriptTag({ content: script });
  });
  afterAll(async () => {
    await browser?.close();
  });

  const onThePage = (name: string): Promise<readonly string[]> =>
    page.evaluate(`proof.linesOf(${JSON.stringify(name)}, ${COUNT})`);

  const inAWorker = (name: string): Promise<readonly string[]> => {
    const answer = `postMessage(proof.linesOf(${JSON.stringify(name)}, ${COUNT}));`;
    return page.evaluate(
      (source) =>
        new Promise<readonly string[]>((resolve, reject) => {
          const worker = new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })));
          worker.onmessage = ({ data }: MessageEvent<readonly string[]>) => resolve(data);
          worker.onerror = ({ message }) => reject(new Error(message));
        }),
      `${script}\n${answer}`,
    );
  };

  it.each(Object.keys(ENTRY_POINTS))(
    '%s gives the same bytes on a page and in a worker as in Node',
    async (name) => {
      const inNode = linesOf(name, COUNT);
      expect(inNode).toHaveLength(COUNT);
      // Most cases must be answered: refusals alone would prove little.
      expect(inNode.filter((line) => line.includes('"ok":false')).length).toBeLessThan(COUNT / 2);
      for (const lines of [await onThePage(name), await inAWorker(name)]) {
        const first = inNode.findIndex((line, index) => lines[index] !== line);
        expect({ first, line: lines[first] }).toEqual({ first: -1, line: undefined });
        expect(sha256(lines)).toBe(sha256(inNode));
      }
    },
  );
});
