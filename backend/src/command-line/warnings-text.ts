import type { Bilingual } from '@yuheng/shared/domain/bilingual';

/** Warnings for a terminal: their message in both languages on one line, as problems print their detail. */
export const inOneLine = <Warning extends { readonly message: Bilingual }>(
  warnings: readonly Warning[],
): (Omit<Warning, 'message'> & { message: string })[] =>
  warnings.map(({ message, ...rest }) => ({ ...rest, message: `${message.zh} / ${message.en}` }));
