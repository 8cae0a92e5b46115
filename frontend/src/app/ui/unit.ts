import { inject, Pipe, type PipeTransform } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { Display } from './display';

/**
 * `{{ null | moneyUnit }}`: the unit that the reader chose, in words; `{{ 'key' | moneyUnit }}` puts it behind a heading, as in
 * 「金额（万元）」. A pipe, because headings are made in templates and the unit is a choice of the whole page.
 */
@Pipe({ name: 'moneyUnit', pure: false })
export class UnitPipe implements PipeTransform {
  private readonly display = inject(Display);
  private readonly transloco = inject(TranslocoService);

  transform(key: string | null): string {
    const unit = this.transloco.translate<string>(`ui.unit.${this.display.unit()}`);
    if (key === null) return unit;
    const heading = this.transloco.translate<string>(key);
    return this.transloco.getActiveLang() === 'en' ? `${heading} (${unit})` : `${heading}（${unit}）`;
  }
}
