import { refusalsOf } from '@yuheng/shared/contract/pointers';
import { accepted, refused, type Outcome } from '@yuheng/shared/domain/refusal';
import * as z from 'zod';
import { readArguments } from './arguments';
import type { Command } from './command';
import { commandNames, findCommand } from './find-command';
import { internalText, refusedText } from './problem-text';
import { readInput } from './read-input';

export interface Surroundings {
  /** Where relative files are looked for. */
  readonly folder: string;
}

/**
 * Runs one command line and answers with its exit code: 0 with the JSON answer on standard output; 2 with one problem
 * on standard error, when the input is refused; 1 when the program itself failed.
 */
export async function main(args: readonly string[], surroundings: Surroundings): Promise<number> {
  try {
    const answer = await answerTo(args, surroundings);
    if (!answer.ok) {
      process.stderr.write(`${refusedText(answer.refusals)}\n`);
      return 2;
    }
    process.stdout.write(`${JSON.stringify(answer.value)}\n`);
    return 0;
  } catch (error) {
    process.stderr.write(`${internalText(error)}\n`);
    return 1;
  }
}

async function answerTo(args: readonly string[], { folder }: Surroundings): Promise<Outcome<unknown>> {
  const read = readArguments(args, commandNames());
  if (!read.ok) return read;
  const { command: name, file, schema, explain } = read.value;
  const command = findCommand(name);
  if (!command) throw new Error(`The command ${name} has a name and no file.`);
  if (schema) return accepted(z.toJSONSchema(command.input, { io: 'input', unrepresentable: 'any' }));
  const document = await readInput(file ?? '-', folder);
  return document.ok ? answerOf(command, document.value, explain) : document;
}

function answerOf(command: Command, document: unknown, explain: boolean): Outcome<unknown> {
  const parsed = command.input.safeParse(document);
  return parsed.success ? command.run(parsed.data, { explain }) : refused(refusalsOf(parsed.error, document));
}
