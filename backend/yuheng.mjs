/**
 * `npm run -s yuheng -- COMMAND FILE`: the engine on files (architecture.md section 10). Works right after
 * `npm ci`: it compiles shared and the command line when they changed, quietly, and then runs the command.
 */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileIfChanged } from './launcher/compile.mjs';
import { commandLineSteps } from './launcher/typescript-steps.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);

// A reader that needs no more (`yuheng … | head`) closes the pipe; that is no fault of ours.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

try {
  for (const step of commandLineSteps(root)) await compileIfChanged(step);
  const { main } = require(join(root, 'backend/dist/yuheng/command-line/main.js'));
  // npm runs scripts in the root of the checkout; a file is meant from where the user stands.
  const started = process.env.npm_lifecycle_event === 'yuheng' ? process.env.INIT_CWD : undefined;
  process.exitCode = await main(process.argv.slice(2), { folder: started ?? process.cwd() });
} catch (error) {
  process.stderr.write(`${error.name === 'CompileError' ? error.message : (error.stack ?? error)}\n`);
  process.exitCode = 1;
}
