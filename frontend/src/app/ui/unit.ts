import { inject, Pipe, type PipeTransform } from '@angular/core';
import { Display } from './display';
import { Language } from './language';

/**
 * `{{ null | moneyUnit }}`: the unit that the reader chose, in words; `{{ 'key' | moneyUnit }}` puts it behind a heading, as in
 * 「金额（万元）」. A pipe, because headings are made in templates and the unit is a choice of the whole page.
 */
@Pipe({ name: 'moneyUnit', pure: false })
export class UnitPipe implements PipeTransform {
  private readonly display = inject(Display);
  private readonly language = inject(Language);

  transform(key: string | null): string {
    const unit = this.language.text(`ui.unit.${this.display.unit()}`);
    if (key === null) return unit;
    const heading = this.language.text(key);
    return this.language.current() === 'en' ? `${heading} (${unit})` : `${heading}（${unit}）`;
  }
}
