import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';

const CHECKOUT = path.join(__dirname, '..', '..');
let built: string | null = null;

/**
 * Jest transforms what it loads itself, and a thread loads nothing through it: here the script of the thread is bundled
 * from the sources, once a process. The program itself runs the compiled one (`jest.config.js` puts this in its place).
 */
export function proposingWorkerFile(): string {
  built ??= bundled();
  return built;
}

function bundled(): string {
  const { outputFiles } = buildSync({
    absWorkingDir: CHECKOUT,
    entryPoints: [path.join(CHECKOUT, 'backend', 'src', 'allocations', 'proposing', 'proposing-worker.ts')],
    alias: { '@yuheng/shared': path.join(CHECKOUT, 'shared', 'src') },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'es2022',
    charset: 'utf8',
    logLevel: 'error',
  });
  const script = outputFiles[0]?.text ?? '';
  const folder = path.join(tmpdir(), 'yuheng-tests');
  const file = path.join(folder, `proposing-${createHash('sha256').update(script).digest('hex')}.cjs`);
  if (existsSync(file)) return file;
  // Several Jest workers may write it at the same moment: each its own, put in place whole.
  mkdirSync(folder, { recursive: true });
  const own = `${file}.${process.pid}`;
  writeFileSync(own, script);
  renameSync(own, file);
  return file;
}
