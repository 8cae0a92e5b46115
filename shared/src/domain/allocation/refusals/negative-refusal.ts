import type { Bilingual } from '../../bilingual';
import { refusal, type Refusal } from '../../refusal';

/** The refusal of a figure below 0, which names the figure. */
export const negativeRefusal = (pointer: string, what: Bilingual): Refusal =>
  refusal(pointer, `${what.zh}为负数，不得小于 0，请改正`, `${what.en} is negative; give 0 or more`);
