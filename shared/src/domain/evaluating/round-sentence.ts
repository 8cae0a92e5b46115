import { bilingual, type Bilingual } from '../bilingual';
import { dayInWords } from '../period/day-in-words';
import { isScoring, lastStep, nextStep, stepName, type RoundKind, type StepTaken } from './round-steps';

/** ISO days. */
export interface OpenDraft {
  readonly openedOn: string;
  readonly replyBy: string;
}

export interface RoundStanding {
  readonly kind: RoundKind;
  readonly taken: readonly StepTaken[];
  /** Null where the reader is not told. */
  readonly marks: { readonly expected: number; readonly given: number } | null;
  readonly scoreBy: string | null;
  readonly finalisedOn: string | null;
  readonly documentNumber: string | null;
  /** The draft that is asked about now; null where none is, or where a result followed it. */
  readonly openDraft: OpenDraft | null;
  readonly today: string;
}

/** How far a round is, in one sentence. Example: 正在打分：应打54项，已提交26项，截止2026年3月31日。 */
export function roundSentence(round: RoundStanding): Bilingual {
  const { kind, taken, finalisedOn, documentNumber, openDraft } = round;
  const [last, next] = [lastStep(kind, taken), nextStep(kind, taken)];
  if (next === null) return bilingual('已归档。', 'Archived.');
  const due = stepName(kind, next);
  const then = bilingual(`下一步是“${due.zh}”。`, `Next: “${due.en}”.`);
  if (last === null) return bilingual(`尚未开始，${then.zh}`, `Not begun. ${then.en}`);
  if (finalisedOn !== null) {
    const number = documentNumber === null ? '' : documentNumber;
    const done = bilingual(
      `已于${dayInWords(finalisedOn).zh}定案${number ? `（${number}）` : ''}`,
      `Finalised on ${finalisedOn}${number ? ` (${number})` : ''}.`,
    );
    if (openDraft === null) return bilingual(`${done.zh}，${then.zh}`, `${done.en} ${then.en}`);
    return bilingual(
      `${done.zh}；${dayInWords(openDraft.openedOn).zh}起再次征求意见（重新评价），期限${dayInWords(openDraft.replyBy).zh}，再次定案前原结果不变。`,
      `${done.en} Replies are asked for again since ${openDraft.openedOn} (until ${openDraft.replyBy}); until it is finalised again the result stays as it is.`,
    );
  }
  if (isScoring(kind, taken) && (last === 'scoring' || isMarking(round))) return scoring(round);
  const done = stepName(kind, last);
  const entry = taken.findLast(({ step }) => step === last);
  const passedOver = entry?.passedOver ?? false;
  return bilingual(
    `${passedOver ? `“${done.zh}”已略过` : `“${done.zh}”已于${dayInWords(entry?.takenOn ?? '').zh}办理`}，${then.zh}`,
    `${passedOver ? `“${done.en}” was passed over` : `“${done.en}” was done on ${entry?.takenOn ?? ''}`}. ${then.en}`,
  );
}

/** Marks can be missing after 合议 was registered: what is left is then still the first thing to say. */
const isMarking = ({ marks }: RoundStanding): boolean => marks !== null && marks.given < marks.expected;

function scoring({ kind, marks, scoreBy, today }: RoundStanding): Bilingual {
  const { zh, en } = stepName(kind, 'scoring');
  const count = marks === null || marks.expected === 0 ? null : marks;
  const late = scoreBy !== null && today > scoreBy;
  const by =
    scoreBy === null
      ? null
      : bilingual(
          `截止${dayInWords(scoreBy).zh}${late ? '，已逾期' : ''}`,
          `due ${scoreBy}${late ? ', overdue' : ''}`,
        );
  const parts = [
    ...(count
      ? [
          bilingual(
            `应打${count.expected}项，已提交${count.given}项`,
            `${count.given} of ${count.expected} marks submitted`,
          ),
        ]
      : []),
    ...(by ? [by] : []),
  ];
  if (parts.length === 0) return bilingual(`正在${zh}。`, `${en} is under way.`);
  return bilingual(
    `正在${zh}：${parts.map((part) => part.zh).join('，')}。`,
    `${en} is under way: ${parts.map((part) => part.en).join(', ')}.`,
  );
}
