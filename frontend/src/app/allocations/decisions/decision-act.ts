import type { AllocationDecision } from '@yuheng/shared/contract/allocation-decisions';

/** What somebody may do now, of those that the server offers. */
export type DecisionAct = AllocationDecision['acts'][number];

/** What is asked before an act: of each act only its own words are sent. */
export interface DecisionWords {
  /** Taken or returned, of a step; confirmed or rejected, of a check. */
  readonly agreed: boolean;
  readonly on: string;
  readonly documentNumber: string;
  readonly reason: string;
  readonly file: File | null;
}

/** Which fields an act has, from what was chosen so far. */
export interface AskedFields {
  /** Two ways to go: the paper agrees or returns; the entry is as on the paper or differs. */
  readonly choice: boolean;
  readonly day: boolean;
  readonly number: 'none' | 'optional' | 'needed';
  readonly reason: boolean;
  readonly file: boolean;
}

/**
 * The fields of an act. A step on paper needs number, day and scan, 印发 always a number; a return and a rejection need a
 * reason. The server says the same: these only spare a way there and back.
 */
export function fieldsOf({ act, step }: DecisionAct, agreed: boolean): AskedFields {
  const none: AskedFields = { choice: false, day: false, number: 'none', reason: false, file: false };
  switch (act) {
    case 'take':
      return { ...none, day: true, number: step === 'promulgation' ? 'needed' : 'optional' };
    case 'return':
      return { ...none, day: true, reason: true };
    case 'enterPaper':
      // 印发 is the bureau's own document: a paper that is out agrees.
      return {
        ...{ choice: step !== 'promulgation', day: true, number: 'needed', reason: !agreed },
        file: true,
      };
    case 'check':
      return { ...none, choice: true, reason: !agreed };
    case 'submitAgain':
      return { ...none, day: true };
    case 'attachOpinion':
      return { ...none, file: true };
  }
}

const LEAST_NUMBER = 4;
const LEAST_REASON = 2;

/** The fields that are not filled in well enough to be sent. `today`: nothing was done after it. */
export function wrongFields(fields: AskedFields, words: DecisionWords, today: string): ReadonlySet<string> {
  const { length } = words.documentNumber.trim();
  const isShort = length < LEAST_NUMBER && (fields.number === 'needed' || length > 0);
  return new Set([
    ...(fields.day && (words.on === '' || words.on > today) ? ['on'] : []),
    ...(fields.number !== 'none' && isShort ? ['documentNumber'] : []),
    ...(fields.reason && words.reason.trim().length < LEAST_REASON ? ['reason'] : []),
    ...(fields.file && words.file === null ? ['file'] : []),
  ]);
}

/** The body of a step as it is sent; what was not asked is null. `file` is the id of the uploaded scan. */
export function stepBody({ act, step }: DecisionAct, words: DecisionWords, file: string | null) {
  const fields = fieldsOf({ act, step }, words.agreed);
  const number = words.documentNumber.trim();
  return {
    step,
    outcome: act === 'return' || !words.agreed ? ('returned' as const) : ('taken' as const),
    way: act === 'enterPaper' ? ('paper' as const) : ('program' as const),
    on: words.on,
    documentNumber: fields.number !== 'none' && number !== '' ? number : null,
    reason: fields.reason ? words.reason.trim() : null,
    file,
  };
}
