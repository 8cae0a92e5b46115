import { command as agreement } from '@yuheng/backend/command-line/commands/agreement';
import { command as ahp } from '@yuheng/backend/command-line/commands/ahp';
import { command as allocate } from '@yuheng/backend/command-line/commands/allocate';
import { command as apportion } from '@yuheng/backend/command-line/commands/apportion';
import { command as entropy } from '@yuheng/backend/command-line/commands/entropy';
import { command as score } from '@yuheng/backend/command-line/commands/score';
import { allocationCase } from './allocation/allocation-cases';
import { apportionmentCase } from './apportionment/apportionment-cases';
import { answering } from './engine';
import { Random, SEED } from './random';
import { agreementCase, ahpCase, entropyCase } from './research/research-cases';
import { scoringCase } from './scoring/scoring-cases';
import { simulationAnswer, simulationCase } from './simulation/simulation-cases';

interface EntryPoint {
  readonly draw: (random: Random) => unknown;
  readonly answer: (document: unknown) => unknown;
}

/** What must give the same bytes in Node and in a browser, explanations and refusals included: one line an entry. */
export const ENTRY_POINTS: Readonly<Record<string, EntryPoint>> = {
  score: { draw: scoringCase, answer: answering(score, true) },
  apportion: { draw: apportionmentCase, answer: answering(apportion, true) },
  allocate: { draw: allocationCase, answer: answering(allocate, true) },
  simulation: { draw: simulationCase, answer: simulationAnswer },
  ahp: { draw: ahpCase, answer: answering(ahp, true) },
  entropy: { draw: entropyCase, answer: answering(entropy, true) },
  agreement: { draw: agreementCase, answer: answering(agreement, true) },
};

/** The first cases of an entry, drawn and answered where this runs: each case and its answer is one line. */
export function linesOf(name: string, count: number): readonly string[] {
  const entry = ENTRY_POINTS[name];
  if (!entry) throw new Error(`${name} is no entry.`);
  return Array.from({ length: count }, (_, index) => {
    const text = JSON.stringify(entry.draw(new Random(SEED, index)));
    return `${text} → ${JSON.stringify(entry.answer(JSON.parse(text)))}`;
  });
}
