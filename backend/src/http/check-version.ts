import { bilingual } from '@yuheng/shared/domain/bilingual';
import { ProblemException } from './problem-exception';

/** @throws ProblemException conflict where somebody has changed the record since it was read. */
export function checkVersion(stored: number, named: number): void {
  if (stored === named) return;
  throw new ProblemException(
    'conflict',
    bilingual(
      `该记录已由他人更新（现为第 ${stored} 版，您看到的是第 ${named} 版）；请刷新后核对，再决定是否办理。`,
      `Somebody changed this meanwhile (version ${stored} now, you saw ${named}): read it again and decide anew.`,
    ),
  );
}
