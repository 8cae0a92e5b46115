import { bilingual, type Bilingual } from '../../bilingual';
import { grouped } from '../../numbers/grouped';
import type { Rational } from '../../numbers/rational';
import { firmnessSentence, forcedInWords, printHeld } from '../../simulation/firmness-in-words';
import type { FirmUnit } from '../../simulation/only-where-firm';
import type { UnitStability } from '../../simulation/stability';
import { STEADINESS_WORDS, steadinessOf } from '../../simulation/steadiness';
import type { ProposedCertainty } from './allocation-proposal';

const NOUN = { zh: '名额', en: 'posts' };

interface Examined {
  readonly runs: number;
  readonly threshold: Rational;
  /** Posts in force. */
  readonly lastPart: number;
}

/** How sure one county's change is where only firm changes are made: its sentence says what the gate made of it. */
export const gatedCertainty = (unit: UnitStability, firm: FirmUnit, examined: Examined): ProposedCertainty =>
  certainty(unit, examined, firmnessSentence(unit, firm, { ...examined, noun: NOUN }));

/** How sure it is where the policy moves posts whether they are firm or not: shown, and nothing made of it. */
export function shownCertainty(unit: UnitStability, examined: Examined): ProposedCertainty {
  const forced = forcedInWords({ ...examined, keptPart: unit.keptPart }, NOUN);
  const own = shownSentence(unit, { ...examined, none: forced ? 'no' : 'No' });
  const text = forced ? bilingual(`${forced.zh}${own.zh}`, `${forced.en}${own.en}`) : own;
  return certainty(unit, examined, text);
}

function shownSentence(
  unit: UnitStability,
  { runs, none }: Pick<Examined, 'runs'> & { readonly none: 'No' | 'no' },
): Bilingual {
  const [size, held] = [Math.abs(unit.part - unit.keptPart), printHeld(unit, runs)];
  if (size === 0) {
    return bilingual(
      `测算没有增减，在 ${grouped(runs)} 次模拟中有 ${held}% 如此。`,
      `${none} change by the calculation, in ${held} % of ${grouped(runs)} simulations.`,
    );
  }
  const [verb, more] = unit.part > unit.keptPart ? ['增加', 'more'] : ['减少', 'fewer'];
  return bilingual(
    `测算${verb} ${size} 个名额，在 ${grouped(runs)} 次模拟中有 ${held}% 是这个方向。`,
    `${size} ${more} by the calculation, in ${held} % of ${grouped(runs)} simulations.`,
  );
}

function certainty(unit: UnitStability, { runs, threshold }: Examined, text: Bilingual): ProposedCertainty {
  const steadiness = steadinessOf(unit, runs, threshold);
  return {
    steadiness,
    word: STEADINESS_WORDS[steadiness],
    heldRuns: unit.directionHeld,
    runs,
    heldPercent: printHeld(unit, runs),
    text,
    distribution: unit.distribution.map((one) => ({ part: one.part, runs: one.runs })),
  };
}
