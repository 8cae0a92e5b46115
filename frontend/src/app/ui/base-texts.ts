import { Injectable } from '@angular/core';
import type { Translation, TranslocoLoader } from '@jsverse/transloco';
import { of } from 'rxjs';
import { SHELL_TEXTS } from './shell-texts';
import { UI_TEXTS } from './ui-texts';

/** What every page needs, in both languages at once: switching the language loads nothing. */
@Injectable({ providedIn: 'root' })
export class BaseTexts implements TranslocoLoader {
  getTranslation(language: string) {
    const code = language === 'en' ? 'en' : 'zh-CN';
    const translation: Translation = { ui: UI_TEXTS[code], shell: SHELL_TEXTS[code] };
    return of(translation);
  }
}
