import { ALLOCATION_TERMS } from './allocation-terms';
import { EVALUATION_TERMS } from './evaluation-terms';
import { MONEY_TERMS } from './money-terms';
import { MONTH_TERMS } from './month-terms';
import type { Term, TermGroup } from './term';

/** Every term that the program explains, in the order of the year's work. */
export const GLOSSARY: readonly TermGroup[] = [MONEY_TERMS, MONTH_TERMS, EVALUATION_TERMS, ALLOCATION_TERMS];

export const TERMS: readonly Term[] = GLOSSARY.flatMap(({ terms }) => terms);
