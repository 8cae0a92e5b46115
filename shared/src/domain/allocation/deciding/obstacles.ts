import { bilingual, type Bilingual } from '../../bilingual';
import type { DecisionCase } from './decision-case';
import type { DecisionStep } from './decision';

/** Steps that approve: what they approve must still rest on what holds. 印发 only registers a document that is out. */
const APPROVES: readonly DecisionStep[] = ['submission', 'collectiveDecision', 'countersignature'];
/** rules.md section 8: N > 0 needs a staffing opinion attached. */
const NEEDS_OPINION: readonly DecisionStep[] = ['collectiveDecision', 'promulgation'];

/**
 * What stands in the way of taking a step, whoever would take it; a return is never hindered. Three things do: another
 * decision of the same program and year is in force; the scenario went stale; persons on post would be fewer and no
 * 人员安置意见 is attached. What was approved stays approved: evidence that changes afterwards does not hinder 印发.
 */
export function obstaclesOf(
  { personsReduced, staffingOpinion, stale, decidedBefore }: Omit<DecisionCase, 'entries' | 'author'>,
  step: DecisionStep,
): readonly Bilingual[] {
  const obstacles: Bilingual[] = [];
  if (decidedBefore !== null) {
    obstacles.push(
      bilingual(
        `本项目本年度的分配已以${decidedBefore}定案；如需更改，请另行报送，并注明更正该决定。`,
        `The split of this year is decided by ${decidedBefore}: submit a correction that names it.`,
      ),
    );
  }
  if (stale !== null && APPROVES.includes(step)) {
    obstacles.push(
      bilingual(
        `测算方案已过期，不能报送或批准：${stale.zh}请按最新依据另存一个测算方案。`,
        `The scenario is stale and can be neither submitted nor approved: ${stale.en} Save it anew on the latest evidence.`,
      ),
    );
  }
  if (personsReduced > 0 && !staffingOpinion && NEEDS_OPINION.includes(step)) {
    obstacles.push(
      bilingual(
        `本方案使在岗人员减少 ${personsReduced} 人，须先上传人员安置意见。`,
        `The split leaves ${personsReduced} persons on post fewer: attach the staffing opinion first.`,
      ),
    );
  }
  return obstacles;
}
