import type { Sheet } from '@yuheng/shared/contract/sheets';

/** The key of the words that say how an inspection was made; `plan` is the number of the visit's plan. */
export const checkWords = (check: Sheet['check']): string => {
  if (!check) return 'sheet.check.none';
  return check.mode === 'visit' ? 'sheet.check.visitOf' : 'sheet.check.online';
};
