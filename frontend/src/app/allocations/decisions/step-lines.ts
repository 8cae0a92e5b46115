import type { AllocationDecision } from '@yuheng/shared/contract/allocation-decisions';
import { DECISION_STEPS, type DecisionEntry } from '@yuheng/shared/domain/allocation/deciding/decision';
import { DECISION_STEP_NAMES } from '@yuheng/shared/domain/allocation/deciding/decision-names';
import { entriesInForce } from '@yuheng/shared/domain/allocation/deciding/standing';
import type { IsoDate } from '@yuheng/shared/domain/period/year-month';

export type Entry = AllocationDecision['entries'][number];

/** One of the four steps as the line of stages shows it; `entry` is what took it, or waits for its check. */
export interface StepLine {
  readonly step: (typeof DECISION_STEPS)[number];
  readonly name: (typeof DECISION_STEP_NAMES)['submission'];
  readonly state: 'taken' | 'waits' | 'next' | 'notYet';
  readonly entry: Entry | null;
}

const asDomain = (entry: Entry): DecisionEntry => ({
  ...entry,
  on: entry.on as IsoDate,
  file: entry.file?.id ?? null,
});

/** The entries that count now: what was taken before a return counts no longer. */
export function numbersInForce(entries: readonly Entry[]): ReadonlySet<number> {
  return new Set(entriesInForce(entries.map(asDomain)).map(({ number }) => number));
}

/** 报送 → 集体研究 → 会签 → 印发: which are taken, which waits for its check, and which comes next. */
export function stepLines({
  entries,
  next,
  awaitingCheck,
}: Pick<AllocationDecision, 'entries' | 'next' | 'awaitingCheck'>): readonly StepLine[] {
  const inForce = numbersInForce(entries);
  return DECISION_STEPS.map((step) => {
    const name = DECISION_STEP_NAMES[step];
    if (awaitingCheck?.step === step) return { step, name, state: 'waits', entry: awaitingCheck };
    const entry = entries.findLast(
      (one) => one.step === step && one.outcome === 'taken' && inForce.has(one.number),
    );
    if (entry) return { step, name, state: 'taken', entry };
    return { step, name, state: next === step ? 'next' : 'notYet', entry: null };
  });
}
