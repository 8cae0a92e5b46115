import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { SheetGrid } from '@yuheng/shared/contract/sheets';
import { addressOf } from '../api/client';
import { useTexts } from '../ui/texts';
import { WORKBOOK_TEXTS } from './workbook-texts';

/** The grid as a file. */
@Component({
  selector: 'yh-grid-export',
  imports: [TranslocoPipe],
  template: ` <a class="button" [href]="address()" download>{{ 'workbook.grid' | transloco }}</a> `,
  styles: `
    :host {
      display: block;
      margin-block-end: 10px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class GridExport {
  readonly grid = input.required<SheetGrid>();

  constructor() {
    useTexts('workbook', WORKBOOK_TEXTS);
  }

  protected address(): string {
    const { program, kind, from, to } = this.grid();
    return addressOf('exportSheets', { query: { program, kind, from, to } });
  }
}
