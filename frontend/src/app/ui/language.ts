import { DOCUMENT, effect, inject, Injectable, signal } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { Bilingual } from '@yuheng/shared/domain/bilingual';
import { remembered, remember } from './remembered';
import { SHELL_TEXTS } from './shell-texts';
import { useTexts } from './texts';
import { UI_TEXTS } from './ui-texts';

export const LANGUAGES = ['zh-CN', 'en'] as const;
export type LanguageCode = (typeof LANGUAGES)[number];

/** The language of the interface: one signal, so that sentences of the server and texts of the page switch together. */
@Injectable({ providedIn: 'root' })
export class Language {
  private readonly transloco = inject(TranslocoService);
  private readonly document = inject(DOCUMENT);
  readonly current = signal<LanguageCode>(remembered('language', LANGUAGES, 'zh-CN'));

  constructor() {
    // What every page needs is there in both languages from the start: switching loads nothing.
    useTexts('ui', UI_TEXTS);
    useTexts('shell', SHELL_TEXTS);
    effect(() => {
      const code = this.current();
      this.transloco.setActiveLang(code);
      this.document.documentElement.lang = code;
      remember('language', code);
    });
  }

  /** A text of the page outside a template; inside `computed` it follows the language by itself. */
  text(key: string, values: Record<string, unknown> = {}): string {
    return this.transloco.translate(key, values, this.current());
  }

  /** A sentence of the server in the language of now. */
  say(sentence: Bilingual): string {
    return this.current() === 'en' ? sentence.en : sentence.zh;
  }
}
