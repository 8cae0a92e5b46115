import { bilingual } from '@yuheng/shared/domain/bilingual';
import { refusal, type Refusal } from '@yuheng/shared/domain/refusal';
import { ProblemException } from '../http/problem-exception';

/** A version that its writer has not seen; 0: nothing is there. */
export function changedMeanwhile(version: number): ProblemException {
  const { zh, en } = bilingual(
    `内容已被他人修改，现为第${version}版；请重新读取，对照双方内容后再保存。`,
    `Somebody else changed it meanwhile, it is version ${version} now: read it again, compare both and save once more.`,
  );
  return new ProblemException('conflict', { zh, en }, [refusal('/headers/if-match', zh, en)]);
}

/** The stage of the sheet does not allow it: somebody else was faster, or it is locked. */
export const lockedSheet = (closed: Refusal): ProblemException =>
  new ProblemException('conflict', closed.detail, [closed]);
