import { computed, inject, type Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { TranslocoService } from '@jsverse/transloco';
import type { Bilingual } from '@yuheng/shared/domain/bilingual';
import type { ChartOption } from './chart';
import type { ChartTable } from './chart-table';
import { lookOf, type Look } from './look';
import { Display, type MoneyUnit } from '../ui/display';
import { Language, type LanguageCode } from '../ui/language';

/** What a chart needs besides its data: words, language, unit of money and colours of the moment. */
export interface Reading {
  /** The text of a whole key, such as 'funds.chain.issued'. */
  readonly text: (key: string, values?: Readonly<Record<string, string | number>>) => string;
  readonly said: (sentence: Bilingual) => string;
  readonly language: LanguageCode;
  readonly unit: MoneyUnit;
  readonly look: Look;
}

/** A chart ready for the panel: picture, twin table, and the sentence that says it. */
export interface ChartParts {
  readonly option: ChartOption;
  readonly table: ChartTable;
  readonly summary: string;
  readonly height: number;
}

/** Follows the reader's choices, so that a chart is made anew when the language, unit or theme is switched. */
export function reading(): Signal<Reading> {
  const transloco = inject(TranslocoService);
  const display = inject(Display);
  const language = inject(Language);
  const switched = toSignal(transloco.langChanges$);
  return computed(() => {
    switched();
    return {
      text: (key, values) => transloco.translate(key, values),
      said: (sentence) => language.say(sentence),
      language: language.current(),
      unit: display.unit(),
      look: lookOf(display.theme()),
    };
  });
}
