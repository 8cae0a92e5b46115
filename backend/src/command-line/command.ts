import type { Bilingual } from '@yuheng/shared/domain/bilingual';
import type { Outcome } from '@yuheng/shared/domain/refusal';
import type * as z from 'zod';

export interface CommandOptions {
  /** True with `--explain`: the answer also carries its explanation. */
  readonly explain: boolean;
  /** What `--head` was given, as it stands there; only for a command that takes it. */
  readonly head?: string;
}

/** A document that is not in memory yet. */
export interface StreamedInput {
  readonly chunks: AsyncIterable<Buffer>;
  /** Reads its bytes as JSON, and says of which file it speaks where they are none. */
  readonly parse: (bytes: Buffer) => Outcome<unknown>;
}

/** An answer for standard output, and what standard error says about it. */
export interface RemarkedAnswer {
  readonly answer: unknown;
  readonly remarks: readonly Bilingual[];
}

/**
 * One command of the `yuheng` command line, as `commands/<name>.ts` exports it under the name `command`.
 * `input` is strict at every depth and is printed by `--schema`; `run` answers with plain JSON data (no BigInt).
 */
export interface Command {
  readonly name: string;
  readonly input: z.ZodType;
  run(input: unknown, options: CommandOptions): Outcome<unknown>;
  /** True where `--head N:HASH` means something. */
  readonly takesHead?: boolean;
  /** Given where the document may be larger than memory: it is then read by this in place of `run`. */
  readonly stream?: (input: StreamedInput, options: CommandOptions) => Promise<Outcome<RemarkedAnswer>>;
}

/** Ties the type of `run`'s input to the schema, so that a command cannot read what its schema does not promise. */
export function defineCommand<Schema extends z.ZodType>(command: {
  readonly name: string;
  readonly input: Schema;
  readonly run: (input: z.output<Schema>, options: CommandOptions) => Outcome<unknown>;
}): Command {
  return {
    name: command.name,
    input: command.input,
    run: (input, options) => command.run(input as z.output<Schema>, options),
  };
}
