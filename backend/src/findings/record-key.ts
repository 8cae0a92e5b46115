import { readRecordId, type RecordOfMonth } from '@yuheng/shared/domain/findings/record-id';
import { ProblemException } from '../http/problem-exception';

/** @throws ProblemException not-found where a text names no record. */
export function recordKey(text: string): RecordOfMonth {
  const key = readRecordId(text);
  if (!key) throw new ProblemException('not-found');
  return key;
}
