import { computed, inject, type Signal } from '@angular/core';
import type { Bilingual } from '@yuheng/shared/domain/bilingual';
import { Display, type MoneyUnit } from '../ui/display';
import { Language, type LanguageCode } from '../ui/language';
import type { ChartOption } from './chart';
import type { ChartTable } from './chart-table';
import type { Look } from './look';
import { Paper } from './paper';
import type { Scene } from './scene';

/** What a chart needs besides its data: words, language, unit of money and colours of the moment. */
export interface Reading {
  /** The text of a whole key, such as 'funds.chain.issued'. */
  readonly text: (key: string, values?: Record<string, string | number>) => string;
  readonly said: (sentence: Bilingual) => string;
  readonly language: LanguageCode;
  readonly unit: MoneyUnit;
  readonly look: Look;
}

/** A chart ready for the panel: picture, twin table, and the sentence that says it. */
export interface ChartParts {
  readonly option: ChartOption | Scene;
  readonly table: ChartTable;
  readonly summary: string;
  readonly height: number;
}

/** Follows the reader's choices, so that a chart is made anew when the language, unit or theme is switched. */
export function reading(): Signal<Reading> {
  const display = inject(Display);
  const language = inject(Language);
  const paper = inject(Paper);
  return computed(() => ({
    text: (key, values) => language.text(key, values),
    said: (sentence) => language.say(sentence),
    language: language.current(),
    unit: display.unit(),
    look: paper.look(),
  }));
}
