import type { DecisionStep } from './decision';
import type { DecisionActor, DecisionCase, EntryWanted } from './decision-case';
import { checkRefusals } from './check-refusals';
import { entryRefusals } from './entry-refusals';
import { awaitingCheckOf, nextStepOf } from './standing';

export interface DecisionAct {
  readonly act: 'take' | 'return' | 'enterPaper' | 'check' | 'submitAgain' | 'attachOpinion';
  readonly step: DecisionStep;
}

/**
 * What somebody may do in a decision now: nothing is offered that is refused to them whatever they would type. What
 * stands in the way of everybody (`obstaclesOf`) hides no act: it is said beside it.
 */
export function decisionActs(one: DecisionCase, by: DecisionActor): readonly DecisionAct[] {
  const free: DecisionCase = { ...one, stale: null, decidedBefore: null, staffingOpinion: true };
  const awaiting = awaitingCheckOf(one.entries);
  const opinion = opinionActs(one, by);
  if (awaiting) {
    const check = { number: awaiting.number, outcome: 'confirmed', reason: null, by } as const;
    const may = checkRefusals(free, check).length === 0;
    return [...(may ? [{ act: 'check', step: awaiting.step } as const] : []), ...opinion];
  }
  const step = nextStepOf(one.entries);
  if (step === null) return [];
  const may = (outcome: 'taken' | 'returned', way: 'program' | 'paper'): boolean =>
    entryRefusals(free, typedWell(one, { step, outcome, way }, by)).length === 0;
  if (step === 'submission')
    return may('taken', 'program') ? [{ act: 'submitAgain', step }, ...opinion] : opinion;
  return [
    ...(may('taken', 'program') ? [{ act: 'take', step } as const] : []),
    ...(may('returned', 'program') ? [{ act: 'return', step } as const] : []),
    ...(may('taken', 'paper') ? [{ act: 'enterPaper', step } as const] : []),
    ...opinion,
  ];
}

/** What somebody may do, split into what is theirs to do and what they only may. */
export interface SortedActs<Act extends DecisionAct> {
  readonly due: readonly Act[];
  readonly possible: readonly Act[];
}

/**
 * Which of the acts offered to somebody wait for them (需要您办), and which they merely may do in the place of others
 * (可代为登记): a step is due to whoever may take it, with every other way to end it; a paper that somebody could enter, or a
 * return, is no call to do so. A check, a new submission and a missing 人员安置意见 are due.
 * Example: at the collective decision 登记线下签批 is possible for the officer, and nothing is due to the officer.
 */
export function sortActs<Act extends DecisionAct>(acts: readonly Act[]): SortedActs<Act> {
  const takes = acts.some(({ act }) => act === 'take');
  const isDue = ({ act }: Act): boolean => takes || (act !== 'enterPaper' && act !== 'return');
  return { due: acts.filter(isDue), possible: acts.filter((one) => !isDue(one)) };
}

/** An entry in which nothing that is typed is at fault. */
function typedWell(
  { entries }: DecisionCase,
  entry: Pick<EntryWanted['entry'], 'step' | 'outcome' | 'way'>,
  by: DecisionActor,
): EntryWanted {
  const on = entries.at(-1)?.on;
  if (on === undefined) throw new RangeError('A decision begins with its submission.');
  return { entry: { ...entry, on, documentNumber: '—', reason: '—', file: '—' }, by, today: on };
}

/** The opinion is the officer's to attach, until the split is decided. */
function opinionActs({ personsReduced, staffingOpinion, entries }: DecisionCase, by: DecisionActor) {
  const step = nextStepOf(entries);
  const wanted = personsReduced > 0 && !staffingOpinion && step !== null;
  return wanted && by.roles.includes('programOfficer') ? [{ act: 'attachOpinion', step } as const] : [];
}
