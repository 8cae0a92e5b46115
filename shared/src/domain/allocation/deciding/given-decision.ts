import { isoDate } from '../../period/year-month';
import type { DecisionEntry, DecisionStep } from './decision';
import type { DecisionActor, DecisionCase, EntryWanted } from './decision-case';

/** Persons and entries that the specs of decisions are told with. */
export const OFFICER: DecisionActor = { id: 'officer-1', roles: ['programOfficer'] };
export const SECOND_OFFICER: DecisionActor = { id: 'officer-2', roles: ['programOfficer'] };
export const LEADER: DecisionActor = { id: 'leader', roles: ['leader'] };
export const FINANCE: DecisionActor = { id: 'finance', roles: ['finance'] };

const TAKEN: Readonly<Record<DecisionStep, Pick<DecisionEntry, 'on' | 'enteredBy' | 'documentNumber'>>> = {
  submission: { on: isoDate('2026-03-20'), enteredBy: OFFICER.id, documentNumber: null },
  collectiveDecision: {
    on: isoDate('2026-03-24'),
    enteredBy: LEADER.id,
    documentNumber: '会议纪要〔2026〕3号',
  },
  countersignature: { on: isoDate('2026-03-27'), enteredBy: FINANCE.id, documentNumber: null },
  promulgation: { on: isoDate('2026-04-02'), enteredBy: OFFICER.id, documentNumber: '玉司发〔2026〕12号' },
};

/** A step as it usually is: taken in the program by its own role, 印发 checked by the second officer. */
export const givenEntry = (step: DecisionStep, more: Partial<DecisionEntry> = {}): DecisionEntry => ({
  number: 0,
  step,
  outcome: 'taken',
  way: 'program',
  reason: null,
  file: null,
  checkedBy: step === 'promulgation' ? SECOND_OFFICER.id : null,
  rejected: false,
  ...TAKEN[step],
  ...more,
});

/** The log, numbered from 1. */
export const givenLog = (...entries: readonly DecisionEntry[]): readonly DecisionEntry[] =>
  entries.map((one, place) => ({ ...one, number: place + 1 }));

export const givenCase = (
  entries: readonly DecisionEntry[],
  more: Partial<Omit<DecisionCase, 'entries'>> = {},
): DecisionCase => ({
  entries: givenLog(...entries),
  author: OFFICER.id,
  personsReduced: 0,
  staffingOpinion: false,
  stale: null,
  decidedBefore: null,
  ...more,
});

/** A wish to take a step in the program on 2026-04-02, with everything that is typed. */
export const wantedEntry = (
  step: DecisionStep,
  by: DecisionActor,
  more: Partial<EntryWanted['entry']> = {},
): EntryWanted => ({
  entry: {
    step,
    outcome: 'taken',
    way: 'program',
    on: isoDate('2026-04-02'),
    documentNumber: '玉司发〔2026〕12号',
    reason: null,
    file: null,
    ...more,
  },
  by,
  today: isoDate('2026-04-02'),
});
