import { bilingual, type Bilingual } from '../../bilingual';
import { dayInWords } from '../../period/day-in-words';
import type { DecisionEntry, DecisionStanding } from './decision';
import { DECISION_STEP_NAMES } from './decision-names';
import { countedEntries, entriesInForce, standingOf } from './standing';

/** Until it is promulgated with number and date, a split is no basis for anything (glossary, "Say / never say"). */
export const TRIAL_LABEL = bilingual('测算稿，不作为分配依据', 'Trial calculation, no basis for a split');

const STAGE_NAMES: Readonly<Record<DecisionStanding['stage'], Bilingual>> = {
  submitted: bilingual(
    '已报送，待党组会（局长办公会）集体研究',
    'Submitted; the collective decision comes next',
  ),
  collectivelyDecided: bilingual(
    '集体研究已通过，待财政会签',
    'Decided collectively; the countersignature of the finance bureau comes next',
  ),
  countersigned: bilingual('财政已会签，待印发', 'Countersigned; the promulgation comes next'),
  decided: bilingual('已印发', 'Promulgated'),
  returned: bilingual('已退回，待重新报送', 'Returned; to be submitted again'),
};

/** Where it stands, and what comes next; an entry that waits for its check is said first. */
export function decisionStageName({ stage, awaitingCheck }: DecisionStanding): Bilingual {
  if (awaitingCheck === null) return STAGE_NAMES[stage];
  const name = DECISION_STEP_NAMES[awaitingCheck.step];
  return bilingual(
    `“${name.zh}”已登记，待另一人核对`,
    `“${name.en}” is entered and waits for its check by another person`,
  );
}

/** The document of a promulgated decision. */
export interface DecisionDocument {
  readonly documentNumber: string;
  /** ISO day. */
  readonly decidedOn: string;
}

/** The mark that goes with every figure of the split: 测算稿 until there is a document, then the document. */
export function decisionLabel(document: DecisionDocument | null): Bilingual {
  if (document === null) return TRIAL_LABEL;
  const day = dayInWords(document.decidedOn);
  return bilingual(
    `${document.documentNumber}（${day.zh}印发）`,
    `${document.documentNumber}, promulgated on ${day.en}`,
  );
}

/** The same of a run that is read by itself: which document decided it, and which one corrected that since. */
export function decidedRunLabel(
  document: (DecisionDocument & { readonly correctedBy: string | null }) | null,
): Bilingual {
  const label = decisionLabel(document);
  if (document === null || document.correctedBy === null) return label;
  const { correctedBy } = document;
  return bilingual(`${label.zh}，已由${correctedBy}更正`, `${label.en}, corrected by ${correctedBy} since`);
}

const TAKEN: Readonly<Record<DecisionEntry['step'], Bilingual>> = {
  submission: bilingual('报送', 'submitted'),
  collectiveDecision: bilingual('党组会（局长办公会）集体研究通过', 'decided collectively'),
  countersignature: bilingual('市财政局会签', 'countersigned by the city finance bureau'),
  promulgation: bilingual('印发', 'promulgated'),
};

function clause({ step, outcome, on, documentNumber, reason }: DecisionEntry): Bilingual {
  const day = dayInWords(on);
  if (outcome === 'returned') {
    const name = DECISION_STEP_NAMES[step];
    return bilingual(
      `${day.zh}在“${name.zh}”一步退回：${reason ?? ''}`,
      `returned on ${day.en} at “${name.en}”: ${reason ?? ''}`,
    );
  }
  const number =
    documentNumber === null ? bilingual('', '') : bilingual(`（${documentNumber}）`, ` (${documentNumber})`);
  return bilingual(`${day.zh}${TAKEN[step].zh}${number.zh}`, `${TAKEN[step].en} on ${day.en}${number.en}`);
}

/**
 * One sentence on where a decision stands: the steps that count with their days and numbers, then what is to come.
 * After a return it says the return and its reason only. Entries in the order of their numbers.
 */
export function decisionSentence(entries: readonly DecisionEntry[]): Bilingual {
  const standing = standingOf(entries);
  const inForce = entriesInForce(entries);
  const told = (inForce.length > 0 ? inForce : countedEntries(entries).slice(-1)).map(clause);
  const stage = decisionStageName(standing);
  const [zh, en] = [told.map((one) => one.zh).join('，'), told.map((one) => one.en).join(', ')];
  const sentence = `${en.charAt(0).toUpperCase()}${en.slice(1)}`;
  return standing.stage === 'decided'
    ? bilingual(`${zh}。`, `${sentence}.`)
    : bilingual(`${zh}；${stage.zh}。`, `${sentence}. ${stage.en}.`);
}
