import { dayInWords } from '@yuheng/shared/domain/period/day-in-words';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import { refusal } from '@yuheng/shared/domain/refusal';
import { ProblemException } from '../../http/problem-exception';

/** What stands in the way of entering scores, each in words that say what to do. */
const conflict = (pointer: string, zh: string, en: string): ProblemException =>
  new ProblemException('conflict', bilingual(zh, en), [refusal(pointer, zh, en)]);
const refusedAt = (pointer: string, zh: string, en: string): ProblemException =>
  new ProblemException('refused', bilingual(zh, en), [refusal(pointer, zh, en)]);

export const withdrawnEvaluator = (): ProblemException =>
  refusedAt(
    '/round',
    '您已退出本评价批次，不能再查看和打分；有疑问的，请联系主评人或者评价组织单位。',
    'You have left the team of this round and neither read nor mark it any more; ask its lead evaluator or the bureau that organises it.',
  );

export const undeclaredInterests = (): ProblemException =>
  refusedAt(
    '/county',
    '请先在“评价批次”中申报与该县（市、区）的利害关系，再查看资料和打分。',
    'Declare your interests in this county on the page of the round first; then its material and its marks open.',
  );

export const conflictOfInterest = (): ProblemException =>
  refusedAt(
    '/county',
    '您已申报与该县（市、区）存在利害关系，应当回避，不能查看资料和打分；任务由评价组织单位另行分派。',
    'You have declared a conflict of interest with this county: you neither read its material nor mark it, and the bureau assigns the work to somebody else.',
  );

export const scoringNotStarted = (): ProblemException =>
  conflict(
    '/round',
    '本批次尚未开始打分，请等待评价组织单位登记“打分”步骤后再打分。',
    'Scoring has not begun in this round: wait until the bureau that organises it has registered that step.',
  );

export const scoringEnded = (): ProblemException =>
  conflict(
    '/round',
    '本批次已进入征求意见，打分已结束，不能再修改；确需调整的，请向主评人提出，在合议或者意见采纳中处理。',
    'The round is out for replies and scoring is over, so nothing is changed here; bring it to the lead evaluator, for the deliberation or a ruling.',
  );

export const afterDeadline = (scoreBy: string): ProblemException =>
  conflict(
    '/round',
    `打分截止日期为${dayInWords(scoreBy).zh}，现已超过，未予保存；确需补录的，请评价组织单位延长截止日期。`,
    `The last day for marks was ${scoreBy}, so nothing was saved; ask the bureau that organises the round for a later day.`,
  );

export const otherMethodVersion = (version: number): ProblemException =>
  conflict(
    '/methodVersion',
    `本批次现用评价办法第${version}版，您打开的是其他版本，未予保存；请重新打开页面，按现行办法核对后再打分。`,
    `This round uses version ${version} of the method and you have another one before you, so nothing was saved: open the page again and mark by the one in force.`,
  );

export const lockedSheet = (): ProblemException =>
  conflict(
    '/state',
    '该县（市、区）的评分表已提交并锁定，不能修改；确需修改的，请主评人写明理由后退回。',
    'The score sheet of this county is submitted and locked; ask the lead evaluator to give it back, with the reason.',
  );

/** A version that its writer has not seen; 0: nothing is there. */
export const changedElsewhere = (version: number): ProblemException =>
  conflict(
    '/headers/if-match',
    `内容已在其他窗口修改，现为第${version}版；请对照双方内容后再保存。`,
    `It was changed in another window and is version ${version} now: compare both and save once more.`,
  );
