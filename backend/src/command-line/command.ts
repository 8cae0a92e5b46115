import type { Outcome } from '@yuheng/shared/domain/refusal';
import type * as z from 'zod';

export interface CommandOptions {
  /** True with `--explain`: the answer also carries its explanation. */
  readonly explain: boolean;
}

/**
 * One command of the `yuheng` command line, as `commands/<name>.ts` exports it under the name `command`.
 * `input` is strict at every depth and is printed by `--schema`; `run` answers with plain JSON data (no BigInt).
 */
export interface Command {
  readonly name: string;
  readonly input: z.ZodType;
  run(input: unknown, options: CommandOptions): Outcome<unknown>;
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
