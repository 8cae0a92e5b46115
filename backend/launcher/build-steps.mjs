import { existsSync } from 'node:fs';
import path from 'node:path';
import { compileIfChanged } from './compile.mjs';
import { LaunchError } from './launch-error.mjs';
import { sharedStep } from './typescript-steps.mjs';

const SPECS = /\.spec\.ts$/;

/**
 * What has to be compiled before serving, in order. Each step names the sources it depends on, so that a change
 * compiles again what it touches and nothing else.
 *
 * @param {string} checkout
 * @returns {object[]} steps of compile.mjs, each with a `label` for people
 */
export function buildSteps(checkout) {
  const at = (file) => path.join(checkout, file);
  const steps = [
    { label: '编译公共部分 · compiling shared', ...sharedStep(checkout) },
    {
      label: '编译后端 · compiling the server',
      name: 'backend',
      sources: ['shared/src', 'backend/src', 'shared/tsconfig.json', 'backend/tsconfig.json', ...COMMON].map(
        at,
      ),
      ignore: SPECS,
      outputs: [at('backend/dist/main.js')],
      command: [process.execPath, at('node_modules/typescript/bin/tsc'), '-b', 'backend'],
      cwd: checkout,
    },
  ];
  // A checkout without the web pages still serves its API.
  return existsSync(at('frontend/angular.json')) ? [...steps, webStep(at)] : steps;
}

const COMMON = ['tsconfig.base.json', 'package-lock.json'];

function webStep(at) {
  const settings = ['angular.json', 'package.json', 'tsconfig.json', 'tsconfig.app.json'];
  const own = ['src', 'public', ...settings].map((name) => `frontend/${name}`);
  return {
    label: '编译网页 · building the web pages',
    name: 'frontend',
    sources: ['shared/src', ...own, ...COMMON].map(at),
    ignore: SPECS,
    outputs: [at('frontend/dist/browser/index.html')],
    command: [process.execPath, at('node_modules/@angular/cli/bin/ng.js'), 'build'],
    cwd: at('frontend'),
  };
}

/**
 * Takes one step if its sources changed, quietly, and says how long it took.
 *
 * @param {object} step of `buildSteps`
 * @param {{ say: (line: string) => void, environment?: object, signal?: AbortSignal }} options
 */
export async function build({ label, ...step }, { say, environment = process.env, signal }) {
  signal?.throwIfAborted();
  const began = performance.now();
  try {
    const compiled = await compileIfChanged({
      ...step,
      quiet: true,
      // Angular's command line neither asks nor reports anything, nor looks for updates.
      environment: { ...environment, NG_CLI_ANALYTICS: 'false', NG_DISABLE_VERSION_CHECK: '1' },
      log: () => say(`${label} …`),
      signal,
    });
    if (compiled) say(`${label}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
  } catch (error) {
    if (error.name !== 'CompileError') throw error;
    throw new LaunchError({
      zh: `${label.split(' · ')[0]}失败,编译器的输出见下。请按提示改正后重新运行。`,
      en: `Could not finish ${label.split(' · ')[1]}; the compiler's output is below. Correct what it names and run again.`,
      details: error.message,
    });
  }
}
