import { dayInWords } from '../../period/day-in-words';
import { refusal, type Refusal } from '../../refusal';
import type { DecisionRole, DecisionStep } from './decision';
import type { DecisionCase, EntryWanted } from './decision-case';
import { DECISION_ROLE_NAMES, DECISION_STEP_NAMES, STEP_OWNERS } from './decision-names';
import { obstaclesOf } from './obstacles';
import { awaitingCheckOf, countedEntries, entriesInForce, nextStepOf } from './standing';

/** Who may register what was signed on paper: 印发 is the bureau's own document. */
const ENTERS_FROM_PAPER: Readonly<Record<DecisionStep, readonly DecisionRole[]>> = {
  submission: [],
  collectiveDecision: ['programOfficer', 'finance'],
  countersignature: ['programOfficer', 'finance'],
  promulgation: ['programOfficer'],
};

/** Steps that approve what another person made. */
const APPROVALS: readonly DecisionStep[] = ['collectiveDecision', 'countersignature'];

/**
 * Why an entry cannot be made in a decision; empty where it can. Pointers are those of the request's body.
 *
 * - Only the step that comes next, and nothing while an entry waits for its check.
 * - In the program each step by its own role; on paper by a program officer or (not 印发) by finance.
 * - In the program nobody approves what they submitted or saved, whatever roles they hold beside, and nobody
 *   countersigns what they decided.
 * - A return says why; what is on paper has number and scan, 印发 always a number; the day is not in the future and not
 *   before that of the entry before.
 * - What stands in the way of taking the step (`obstaclesOf`).
 *
 * Source: product.md, "The allocation page"; rules.md section 8. Example: the officer who submitted and who is also a
 * leader is refused at /step.
 */
export function entryRefusals(one: DecisionCase, wanted: EntryWanted): readonly Refusal[] {
  const outOfOrder = orderRefusal(one, wanted);
  if (outOfOrder) return [outOfOrder];
  const wrongHands = whoRefusal(wanted) ?? authorRefusal(one, wanted);
  if (wrongHands) return [wrongHands];
  const { step, outcome } = wanted.entry;
  const obstacles = outcome === 'taken' ? obstaclesOf(one, step) : [];
  return [
    ...obstacles.map((detail): Refusal => ({ pointer: '/step', detail })),
    ...paperRefusals(wanted),
    ...dayRefusals(one, wanted),
  ];
}

function orderRefusal({ entries }: DecisionCase, { entry }: EntryWanted): Refusal | null {
  const [awaiting, next] = [awaitingCheckOf(entries), nextStepOf(entries)];
  const name = DECISION_STEP_NAMES[entry.step];
  if (awaiting) {
    const waits = DECISION_STEP_NAMES[awaiting.step];
    return refusal(
      '/step',
      `已登记的“${waits.zh}”尚待另一人核对，核对之前不能再登记其他步骤。`,
      `The step “${waits.en}” waits for its check by another person: until then nothing else is entered.`,
    );
  }
  if (next === null) {
    return refusal(
      '/step',
      '本决定已印发，不能再改；如有错误，请另行报送更正。',
      'The decision is promulgated and final: submit a correction instead.',
    );
  }
  if (entry.step === next) return submissionRefusal(entry);
  const due = DECISION_STEP_NAMES[next];
  return refusal(
    '/step',
    `现在不能登记“${name.zh}”：下一步是“${due.zh}”。`,
    `The step “${name.en}” cannot be entered now: the next step is “${due.en}”.`,
  );
}

function submissionRefusal({ step, outcome, way }: EntryWanted['entry']): Refusal | null {
  if (step !== 'submission' || (outcome === 'taken' && way === 'program')) return null;
  return refusal(
    outcome === 'taken' ? '/way' : '/outcome',
    '报送只能由项目管理科室人员在本系统中办理，不能退回，也不能线下登记。',
    'A submission is made in the program by a program officer; it is neither returned nor entered from paper.',
  );
}

function whoRefusal({ entry: { step, way }, by }: EntryWanted): Refusal | null {
  const may = way === 'program' ? [STEP_OWNERS[step]] : ENTERS_FROM_PAPER[step];
  if (by.roles.some((role) => may.includes(role))) return null;
  const [name, roles] = [DECISION_STEP_NAMES[step], may.map((role) => DECISION_ROLE_NAMES[role])];
  return refusal(
    '/step',
    `“${name.zh}”${way === 'paper' ? '的线下签批' : ''}由${roles.map(({ zh }) => zh).join('或')}办理，您的账号没有这一角色。`,
    `The step “${name.en}”${way === 'paper' ? ' on paper' : ''} is entered by ${roles.map(({ en }) => en).join(' or ')}: your account has no such role.`,
  );
}

function authorRefusal(
  { entries, author }: DecisionCase,
  { entry: { step, outcome, way }, by }: EntryWanted,
): Refusal | null {
  if (outcome !== 'taken' || way !== 'program' || !APPROVALS.includes(step)) return null;
  const submitted = entries.some((one) => one.step === 'submission' && one.enteredBy === by.id);
  if (submitted || author === by.id) {
    return refusal(
      '/step',
      '本方案由您保存或报送，不能由您本人批准；请由另一人办理。',
      'You saved or submitted this scenario: another person must approve it.',
    );
  }
  const decided = entriesInForce(entries).some(
    (one) => one.step === 'collectiveDecision' && one.way === 'program' && one.enteredBy === by.id,
  );
  return decided
    ? refusal(
        '/step',
        '集体研究一步由您办理，财政会签须由另一人办理。',
        'You took the collective decision: another person must countersign.',
      )
    : null;
}

function paperRefusals({ entry }: EntryWanted): readonly Refusal[] {
  const { step, outcome, way, documentNumber, reason, file } = entry;
  const refusals: Refusal[] = [];
  if (outcome === 'returned' && (reason ?? '').trim() === '') {
    refusals.push(refusal('/reason', '退回须写明原因。', 'Say why it is returned.'));
  }
  const promulgated = step === 'promulgation' && outcome === 'taken';
  if ((way === 'paper' || promulgated) && (documentNumber ?? '').trim() === '') {
    refusals.push(
      promulgated
        ? refusal('/documentNumber', '印发须填写文号，如 玉司发〔2026〕12号。', 'Give the document number.')
        : refusal(
            '/documentNumber',
            '线下签批须填写文号或会议纪要编号。',
            'Give the number of the paper or of the minutes.',
          ),
    );
  }
  if (way === 'paper' && file === null) {
    refusals.push(
      refusal('/file', '线下签批须先上传签批件的扫描件。', 'Upload the scan of what was signed first.'),
    );
  }
  return refusals;
}

function dayRefusals({ entries }: DecisionCase, { entry: { on }, today }: EntryWanted): readonly Refusal[] {
  if (on > today) {
    return [
      refusal(
        '/on',
        `日期${dayInWords(on).zh}在今天（${dayInWords(today).zh}）之后，请填实际办理的日期。`,
        `The day ${on} lies after today (${today}): give the day on which it was done.`,
      ),
    ];
  }
  const before = countedEntries(entries).at(-1);
  if (!before || on >= before.on) return [];
  const name = DECISION_STEP_NAMES[before.step];
  return [
    refusal(
      '/on',
      `日期${dayInWords(on).zh}早于上一步“${name.zh}”的${dayInWords(before.on).zh}，请核对。`,
      `The day ${on} lies before that of “${name.en}” (${before.on}): check both.`,
    ),
  ];
}
