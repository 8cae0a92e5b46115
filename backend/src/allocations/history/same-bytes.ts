import { bilingual, type Bilingual } from '@yuheng/shared/domain/bilingual';
import { dayInWords } from '@yuheng/shared/domain/period/day-in-words';
import { createHash } from 'node:crypto';
import type { LoadedTable } from './split-tables.repository';

/** By what the bytes of a file are known again. */
export const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** That the very same file was loaded before, when and under which name. */
export function sameBytes({ fileName, loadedOn }: LoadedTable): Bilingual {
  const day = dayInWords(loadedOn);
  return bilingual(
    `同一文件已于${day.zh}载入（${fileName}），没有变化，不再载入。`,
    `The same file was loaded on ${day.en} (${fileName}); nothing differs, and it is not loaded again.`,
  );
}

/** Years once each, ascending. */
export const ascending = (years: Iterable<number>): number[] => [...new Set(years)].sort((a, b) => a - b);
