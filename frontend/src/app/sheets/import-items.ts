import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ImportPreview } from '@yuheng/shared/contract/imports';
import { SaidPipe } from '../ui/said';
import { useTexts } from '../ui/texts';
import { WORKBOOK_TEXTS } from './workbook-texts';

/** What an uploaded file would do to its sheet, item by item; what stays as it is is left out. */
@Component({
  selector: 'yh-import-items',
  imports: [TranslocoPipe, SaidPipe],
  templateUrl: './import-items.html',
  styleUrl: './sheet-workbook.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ImportItems {
  readonly items = input.required<ImportPreview['items']>();
  readonly caption = input.required<string>();

  protected readonly rows = computed(() => this.items().filter(({ change }) => change !== 'same'));

  constructor() {
    useTexts('workbook', WORKBOOK_TEXTS);
  }
}
