import { bilingual } from '@yuheng/shared/domain/bilingual';
import { ProblemException } from './problem-exception';

const CHANGED_MEANWHILE = bilingual(
  '此项已被他人修改；请重新读取最新内容，核对后再提交。',
  'Somebody changed this meanwhile: read it again, compare, and send it once more.',
);

/** @throws ProblemException conflict where another version stands than the one that was read. */
export function refuseOutdated(read: number, stored: number): void {
  if (read !== stored) throw new ProblemException('conflict', CHANGED_MEANWHILE);
}
