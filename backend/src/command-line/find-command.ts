import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from './command';

const FOLDER = join(__dirname, 'commands');

/** The names of all commands, in alphabetical order: each stands in a file of its name. */
export const commandNames = (): readonly string[] =>
  readdirSync(FOLDER)
    .map((file) => /^([a-z-]+)\.(?:js|ts)$/.exec(file)?.[1])
    .filter((name) => name !== undefined)
    .sort();

/** Loads one command, and none of the others, so that an answer comes quickly; null when there is none of that name. */
export function findCommand(name: string): Command | null {
  if (!commandNames().includes(name)) return null;
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the file is known only by the command's name
  const loaded = require(join(FOLDER, name)) as { readonly command: Command };
  return loaded.command;
}
