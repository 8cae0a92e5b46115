import { dayInWords } from '../period/day-in-words';
import { bilingual } from '../bilingual';
import type { Bilingual } from '../bilingual';
import type { Stage } from '../metrics/facts';
import { untouchedStage } from '../period/duty-clock';
import { daysBetween } from '../period/year-month';
import type { IsoDate, YearMonth } from '../period/year-month';
import { accepted, refusal, refused } from '../refusal';
import type { Outcome, Refusal } from '../refusal';

/** What moves a sheet from one stage to the next. `confirmUnchanged` is 本月无变化，确认: it fills and submits in one act. */
export type SheetAct = 'open' | 'submit' | 'confirmUnchanged' | 'return' | 'approve' | 'reopen';

/** Which act leads from which stages to which. */
const STEPS: Readonly<Record<SheetAct, { readonly from: readonly Stage[]; readonly to: Stage }>> = {
  open: { from: ['notDue'], to: 'open' },
  submit: { from: ['open', 'returned', 'reopened'], to: 'submitted' },
  confirmUnchanged: { from: ['open'], to: 'submitted' },
  return: { from: ['submitted'], to: 'returned' },
  approve: { from: ['submitted'], to: 'approved' },
  reopen: { from: ['approved'], to: 'reopened' },
};
const ACTS = Object.keys(STEPS) as readonly SheetAct[];

const STAGE_WORDS: Readonly<Record<Stage, Bilingual>> = {
  notDue: bilingual('未到期', 'not due'),
  open: bilingual('待填', 'open'),
  submitted: bilingual('已报送', 'submitted'),
  returned: bilingual('已退回', 'returned'),
  approved: bilingual('已审核', 'approved'),
  reopened: bilingual('重新开放', 'reopened'),
};

const ACT_WORDS: Readonly<Record<SheetAct, Bilingual>> = {
  open: bilingual('开放填报', 'be opened'),
  submit: bilingual('报送', 'be submitted'),
  confirmUnchanged: bilingual('确认本月无变化', 'be confirmed as unchanged'),
  return: bilingual('退回', 'be returned'),
  approve: bilingual('审核', 'be approved'),
  reopen: bilingual('重新开放', 'be reopened'),
};

/** The longest time for which an approved sheet is opened again, in days: a quarter; then it is opened anew, with a reason. */
export const LONGEST_REOPENING = 92;

/** How a sheet stands, as stored. */
export interface SheetStanding {
  readonly month: YearMonth;
  readonly stage: Stage;
  /** The last day of a reopening; null where the sheet was never reopened. */
  readonly reopenedUntil: IsoDate | null;
}

/** One act of one account on one day. */
export interface ActOnSheet {
  readonly act: SheetAct;
  readonly by: string;
  readonly on: IsoDate;
  /** Required to return and to reopen. */
  readonly reason: string | null;
  /** The last day of a reopening; required to reopen. */
  readonly until: IsoDate | null;
}

/**
 * The stage of a sheet on a day: one that nobody has touched opens when its month is over, and a reopened one that was
 * not submitted falls back to approved after the last day of its reopening, without anybody's act.
 * Example: reopened until 2026-03-20 is `reopened` on that day and `approved` from 2026-03-21 on.
 */
export function stageOn({ month, stage, reopenedUntil }: SheetStanding, today: IsoDate): Stage {
  if (stage === 'notDue') return untouchedStage(month, today);
  return stage === 'reopened' && reopenedUntil !== null && reopenedUntil < today ? 'approved' : stage;
}

/** The acts that a stage allows, whoever may do them. Example: submitted → return, approve. */
export const actsAt = (stage: Stage): readonly SheetAct[] =>
  ACTS.filter((act) => STEPS[act].from.includes(stage));

const LOCKED: Readonly<Partial<Record<Stage, Refusal>>> = {
  notDue: refusal(
    '/stage',
    '本表尚未到期，当月结束后再填写。',
    'The sheet is not due; fill it in when its month is over.',
  ),
  submitted: refusal(
    '/stage',
    '本表已报送，数据已锁定；需要更正的，请审核人员先退回。',
    'The sheet is submitted and locked; ask the approver to return it if it must be corrected.',
  ),
  approved: refusal(
    '/stage',
    '本表已审核，数据已锁定；确需更正的，请市级项目管理人员重新开放。',
    'The sheet is approved and locked; ask the city’s program office to reopen it if it must be corrected.',
  ),
};

/** Why no value can be written at this stage, and what to do; null where it can: a submitted or approved sheet is locked. */
export const writeRefusal = (stage: Stage): Refusal | null => LOCKED[stage] ?? null;

function reopeningRefusals({ on, until }: ActOnSheet): readonly Refusal[] {
  if (until === null) {
    return [
      refusal(
        '/until',
        '重新开放应当写明截止日期，请补充。',
        'A reopening needs the day on which it ends; add it.',
      ),
    ];
  }
  const days = daysBetween(on, until);
  if (days >= 0 && days <= LONGEST_REOPENING) return [];
  return [
    refusal(
      '/until',
      `重新开放的截止日期应当在今天（${dayInWords(on).zh}）至今后${LONGEST_REOPENING}天之间，现为${dayInWords(until).zh}，请改正。`,
      `A reopening ends between today (${on}) and ${LONGEST_REOPENING} days from now; it says ${until}. Correct it.`,
    ),
  ];
}

function refusalsOf(stage: Stage, act: ActOnSheet, writers: readonly string[]): readonly Refusal[] {
  const words = ACT_WORDS[act.act];
  if (!STEPS[act.act].from.includes(stage)) {
    const [allowed, now] = [STEPS[act.act].from.map((one) => STAGE_WORDS[one]), STAGE_WORDS[stage]];
    return [
      refusal(
        '/stage',
        `本表现为“${now.zh}”，只有“${allowed.map(({ zh }) => zh).join('”“')}”的表才能${words.zh}；请刷新后按最新状态办理。`,
        `The sheet is ${now.en}; only a sheet that is ${allowed.map(({ en }) => en).join(' or ')} can ${words.en}. Read it again and go on from its present stage.`,
      ),
    ];
  }
  const needsReason = act.act === 'return' || act.act === 'reopen';
  return [
    ...(act.act === 'approve' && writers.includes(act.by)
      ? [
          refusal(
            '/by',
            '填报或者报送过本表的人员不得审核本表，请由其他人员审核。',
            'Nobody approves what they entered or submitted; another person has to approve this sheet.',
          ),
        ]
      : []),
    ...(needsReason && (act.reason ?? '').trim() === ''
      ? [
          refusal(
            '/reason',
            `${words.zh}应当写明理由，请补充。`,
            `A sheet can ${words.en} only with a reason; add it.`,
          ),
        ]
      : []),
    ...(act.act === 'reopen' ? reopeningRefusals(act) : []),
  ];
}

/**
 * The stage to which an act leads. `writers` are the accounts that entered a value of the sheet since it was last approved
 * or that submitted it: none of them may approve it. Refused, each with what to do: an act that the present stage does not
 * allow (at `/stage`: somebody else was faster, or the sheet is locked), an approval by a writer (`/by`), a return or a
 * reopening without its reason (`/reason`), a reopening without an end or with one outside today … 92 days (`/until`).
 * Whether the account's role allows the act at all is decided before.
 */
export function actOnSheet(
  sheet: SheetStanding,
  act: ActOnSheet,
  writers: readonly string[],
): Outcome<Stage> {
  const refusals = refusalsOf(stageOn(sheet, act.on), act, writers);
  return refusals.length > 0 ? refused(refusals) : accepted(STEPS[act.act].to);
}
