import { refusalsOf } from '@yuheng/shared/contract/pointers';
import { accepted, refusal, refused, type Outcome } from '@yuheng/shared/domain/refusal';
import * as z from 'zod';
import { readArguments } from './arguments';
import type { Command, CommandOptions, RemarkedAnswer } from './command';
import { commandNames, findCommand } from './find-command';
import { internalText, refusedText } from './problem-text';
import { readInput, withInput } from './read-input';

export interface Surroundings {
  /** Where relative files are looked for. */
  readonly folder: string;
}

/**
 * Runs one command line and answers with its exit code: 0 with the JSON answer on standard output, and on standard error
 * what a command has to remark on it; 2 with one problem on standard error, when the input is refused; 1 when the program
 * itself failed.
 */
export async function main(args: readonly string[], surroundings: Surroundings): Promise<number> {
  try {
    const outcome = await answerTo(args, surroundings);
    if (!outcome.ok) {
      process.stderr.write(`${refusedText(outcome.refusals)}\n`);
      return 2;
    }
    const { answer, remarks } = outcome.value;
    process.stdout.write(`${JSON.stringify(answer)}\n`);
    for (const { zh, en } of remarks) process.stderr.write(`${zh} / ${en}\n`);
    return 0;
  } catch (error) {
    process.stderr.write(`${internalText(error)}\n`);
    return 1;
  }
}

async function answerTo(args: readonly string[], { folder }: Surroundings): Promise<Outcome<RemarkedAnswer>> {
  const read = readArguments(args, commandNames());
  if (!read.ok) return read;
  const { command: name, file = '-', schema, explain, head } = read.value;
  const command = findCommand(name);
  if (!command) throw new Error(`The command ${name} has a name and no file.`);
  if (head !== undefined && !command.takesHead) return noHead(name);
  if (schema) return plain(z.toJSONSchema(command.input, { io: 'input', unrepresentable: 'any' }));
  const options = { explain, ...(head === undefined ? {} : { head }) };
  const { stream } = command;
  if (stream) return withInput(file, folder, (input) => stream(input, options));
  const document = await readInput(file, folder);
  if (!document.ok) return document;
  const answer = answerOf(command, document.value, options);
  return answer.ok ? plain(answer.value) : answer;
}

const plain = (answer: unknown): Outcome<RemarkedAnswer> => accepted({ answer, remarks: [] });

const noHead = (name: string): Outcome<never> =>
  refused([
    refusal('/head', `${name} 没有 --head 这个选项，请去掉`, `${name} has no option --head; leave it out`),
  ]);

function answerOf(command: Command, document: unknown, options: CommandOptions): Outcome<unknown> {
  const parsed = command.input.safeParse(document);
  return parsed.success ? command.run(parsed.data, options) : refused(refusalsOf(parsed.error, document));
}
