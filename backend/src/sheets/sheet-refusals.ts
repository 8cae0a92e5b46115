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

/** @throws ProblemException where the year of the sheet is closed; the database refuses it too. */
export function refuseClosedYear(month: string, { yearClosed }: { readonly yearClosed: boolean }): void {
  if (!yearClosed) return;
  const year = month.slice(0, 4);
  throw lockedSheet(
    refusal(
      '/month',
      `${year}年已关闭，资料不能再修改；确需更正的，请市级项目管理人员在“年度管理”中重新开放该年度。`,
      `The year ${year} is closed and takes no change; ask the city’s program office to open it again under “Years”.`,
    ),
  );
}

/** The stage of the sheet does not allow it: somebody else was faster, or it is locked. */
export const lockedSheet = (closed: Refusal): ProblemException =>
  new ProblemException('conflict', closed.detail, [closed]);
