import type { Command } from '@yuheng/backend/command-line/command';
import { refusalsOf } from '@yuheng/shared/contract/pointers';
import { refused, type Outcome } from '@yuheng/shared/domain/refusal';

/** A command as `yuheng` answers it: the schema of the contract, then the domain. Runs in Node and in a browser. */
export const answering =
  ({ input, run }: Command, explain: boolean) =>
  (document: unknown): Outcome<unknown> => {
    const parsed = input.safeParse(document);
    return parsed.success ? run(parsed.data, { explain }) : refused(refusalsOf(parsed.error, document));
  };
