import type { Bilingual } from '../bilingual';
import { basisInForce, basisInWords, clockInWords } from './duty-basis';
import type { AskedRule, DutyRule } from './duty-rule';

/** What is said of a duty beside its day. */
export interface DutyGrounds {
  readonly basis: Bilingual;
  readonly clock: Bilingual;
  /** The basis is a clause of a document, in force in that year. */
  readonly based: boolean;
}

/** On what a duty rests and how its day comes about, in words. */
export const dutyGrounds = (rule: DutyRule | AskedRule, year: number): DutyGrounds =>
  'binding' in rule
    ? { basis: rule.basis, clock: rule.term, based: false }
    : {
        basis: basisInWords(rule.bases, year),
        clock: clockInWords(rule.clock),
        based: basisInForce(rule.bases, year) !== null,
      };
