import { inject } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';

export interface TextTree {
  readonly [key: string]: string | TextTree;
}
type SameKeys<T> = { readonly [K in keyof T]: T[K] extends string ? string : SameKeys<T[K]> };

/** The texts of one feature in both languages; English must have exactly the keys of Chinese, or it does not compile. */
export interface Texts {
  readonly 'zh-CN': TextTree;
  readonly en: TextTree;
}

export const texts = <T extends TextTree>(zh: T, en: SameKeys<T>): Texts => ({
  'zh-CN': zh,
  en: en as TextTree,
});

/**
 * Adds a feature's texts under its own name: they come with the feature's chunk, not with the first page.
 * In the page's constructor: `useTexts('funds', FUNDS_TEXTS)`; in the template: `'funds.title' | transloco`.
 */
export function useTexts(feature: string, { 'zh-CN': zh, en }: Texts): void {
  const transloco = inject(TranslocoService);
  transloco.setTranslation({ [feature]: zh }, 'zh-CN', { merge: true });
  transloco.setTranslation({ [feature]: en }, 'en', { merge: true });
}
