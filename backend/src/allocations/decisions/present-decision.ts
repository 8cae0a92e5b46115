import type { AllocationDecision, DecisionHead } from '@yuheng/shared/contract/allocation-decisions';
import type { AllocationProposal } from '@yuheng/shared/domain/allocation/proposing/allocation-proposal';
import {
  decisionLabel,
  decisionSentence,
  decisionStageName,
  type DecisionDocument,
} from '@yuheng/shared/domain/allocation/deciding/decision-in-words';
import { DECISION_STEP_NAMES } from '@yuheng/shared/domain/allocation/deciding/decision-names';
import { standingOf } from '@yuheng/shared/domain/allocation/deciding/standing';
import type { Clock } from '../../clock/clock';
import type { EntryRow } from './decision-log';
import type { DecisionRow, FileRow } from './decisions.queries';

type Entry = AllocationDecision['entries'][number];

/** The document of a decided split; null before. */
export const documentOf = ({
  documentNumber,
  decidedOn,
}: Pick<DecisionRow, 'documentNumber' | 'decidedOn'>): DecisionDocument | null =>
  documentNumber === null || decidedOn === null ? null : { documentNumber, decidedOn };

/** A decision in a list. */
export function presentHead(row: DecisionRow, entries: readonly EntryRow[], clock: Clock): DecisionHead {
  const standing = standingOf(entries);
  const { id, scenario, scenarioName, run, amends, corrects, correctedBy } = row;
  const { documentNumber, decidedOn, submittedBy } = row;
  return {
    ...{ id, scenario, scenarioName, run, amends, corrects, correctedBy },
    stage: standing.stage,
    stageName: decisionStageName(standing),
    next: standing.next,
    awaitingCheck: standing.awaitingCheck !== null,
    ...{ documentNumber, decidedOn, submittedBy, submittedAt: clock.asRead(row.submittedAt) },
    label: decisionLabel(documentOf(row)),
    sentence: decisionSentence(entries),
  };
}

/** An entry with names instead of accounts. */
export function presentEntry(entry: EntryRow, files: readonly FileRow[], clock: Clock): Entry {
  const { number, step, outcome, way, on, documentNumber, reason, rejected, checkReason } = entry;
  return {
    ...{ number, step, outcome, way, on, documentNumber, reason, rejected, checkReason },
    name: DECISION_STEP_NAMES[step],
    file: presentFile(files.find(({ id }) => id === entry.file)),
    enteredBy: entry.enteredByName,
    enteredAt: clock.asRead(entry.enteredAt),
    checkedBy: entry.checkedByName,
    checkedAt: entry.checkedAt === null ? null : clock.asRead(entry.checkedAt),
  };
}

export const presentFile = (file: FileRow | undefined): Entry['file'] =>
  file ? { id: file.id, name: file.name, sha256: file.sha256 } : null;

/** As the contract answers it: the stored proposal is the domain's, whose lists are read-only. */
export const presentProposal = (proposal: AllocationProposal): AllocationDecision['proposal'] =>
  proposal as AllocationDecision['proposal'];
