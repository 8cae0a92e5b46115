import { entriesInForce } from '@yuheng/shared/domain/allocation/deciding/standing';
import { noticeSentence } from '@yuheng/shared/domain/allocation/deciding/notice-in-words';
import { fen } from '@yuheng/shared/domain/money/fen';
import type { EntryRow } from './decision-log';
import type { DecisionRow, RunOfDecision } from './decisions.queries';
import type { NoticeContent } from './notices.queries';

/** Everything of a split at the moment in which it is decided. */
export interface DecidedSplit {
  readonly row: DecisionRow;
  readonly run: RunOfDecision;
  /** The whole log, returns and rejections among it. */
  readonly entries: readonly EntryRow[];
  readonly documentNumber: string;
  readonly decidedOn: string;
  /** The document that it corrects; null: none. */
  readonly corrects: string | null;
}

/** What is kept of a decided split for ever, and hashed: run, settings, proposal, document and every step. */
export function decidedSnapshot({ row, run, entries, documentNumber, decidedOn, corrects }: DecidedSplit) {
  return {
    decision: row.id,
    program: row.program,
    year: row.year,
    document: { documentNumber, decidedOn, amends: row.amends, corrects },
    run: {
      id: row.run,
      engineVersion: run.engineVersion,
      inputsSha256: run.inputsSha256,
      inputs: run.inputs,
    },
    settings: run.settings,
    proposal: run.proposal,
    steps: entries.map((one) => ({
      ...{ number: one.number, step: one.step, outcome: one.outcome, way: one.way, on: one.on },
      ...{ documentNumber: one.documentNumber, reason: one.reason, file: one.file },
      ...{ enteredBy: one.enteredBy, enteredAt: one.enteredAt },
      ...{ checkedBy: one.checkedBy, checkedAt: one.checkedAt },
      ...{ checkReason: one.checkReason, rejected: one.rejected },
    })),
    stepsInForce: entriesInForce(entries).map(({ number }) => number),
  };
}

/** The notice of every county of a split. */
export function noticesOf(
  split: DecidedSplit,
): { readonly county: string; readonly content: NoticeContent }[] {
  const { row, run, documentNumber, decidedOn, corrects } = split;
  const { counties, policy, peopleEffect } = run.proposal;
  return counties.map((one) => {
    const figures = {
      ...{ documentNumber, decidedOn, lastPart: one.lastPart, part: one.part, fen: fen(one.fen) },
      ...{ advanceFen: fen(one.advanceFen), finalFen: fen(one.finalFen) },
      cutTakesEffectOn: one.part < one.lastPart ? peopleEffect.cutTakesEffectOn : null,
    };
    return {
      county: one.county,
      content: {
        ...{ ...figures, amends: row.amends, corrects, lastFen: one.lastFen },
        sentence: noticeSentence({ ...figures, year: row.year }),
        reason: one.reason,
        steps: one.steps.map(({ label, expression, result }) => ({ label, expression, result })),
        policy: [...policy],
      },
    };
  });
}
