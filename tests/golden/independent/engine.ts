import { command as allocate } from '@yuheng/backend/command-line/commands/allocate';
import { command as apportion } from '@yuheng/backend/command-line/commands/apportion';
import { command as score } from '@yuheng/backend/command-line/commands/score';
import { refusalsOf } from '@yuheng/shared/contract/pointers';
import { refused, type Outcome } from '@yuheng/shared/domain/refusal';

/** As `yuheng` answers: the schema of the contract, then the domain. Runs in Node and, bundled, in a browser. */
interface Command {
  readonly input: typeof score.input;
  readonly run: typeof score.run;
}

const answering =
  ({ input, run }: Command, explain: boolean) =>
  (document: unknown): Outcome<unknown> => {
    const parsed = input.safeParse(document);
    return parsed.success ? run(parsed.data, { explain }) : refused(refusalsOf(parsed.error, document));
  };

/** What is compared with the second implementation. */
export const engine = {
  score: answering(score, false),
  apportion: answering(apportion, false),
  allocate: answering(allocate, false),
};

/** What is compared between Node and the browser, explanations included; a new entry is one line here. */
export const ENTRY_POINTS: Readonly<Record<string, (document: unknown) => Outcome<unknown>>> = {
  score: answering(score, true),
  apportion: answering(apportion, true),
  allocate: answering(allocate, true),
};
