import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Language } from '../ui/language';
import type { ChartTable } from './chart-table';

/** So many rows are shown at once; thousands would keep the reader waiting for what nobody reads in one go. */
const ROWS = 200;

/** The data of a chart as a table: the same rows, and the same row to pick. */
@Component({
  selector: 'yh-chart-rows',
  imports: [TranslocoPipe],
  template: `
    <div class="table-frame" tabindex="0" role="group" [attr.aria-label]="heading()">
      <table class="data">
        <caption class="visually-hidden">
          {{
            heading()
          }}
        </caption>
        <thead>
          <tr>
            @for (column of table().columns; track $index) {
              <th scope="col" [class.end]="!$first">{{ column }}</th>
            }
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track $index; let at = $index) {
            <tr [attr.aria-current]="at === picked() ? 'true' : null">
              @for (cell of row; track $index) {
                @if ($first) {
                  <th scope="row" [attr.lang]="languageOf(cell)">
                    @if (picked() === null) {
                      {{ cell }}
                    } @else {
                      <button type="button" (click)="pick.emit(at)">{{ cell }}</button>
                    }
                  </th>
                } @else {
                  <td class="end" [attr.lang]="languageOf(cell)">{{ cell }}</td>
                }
              }
            </tr>
          }
        </tbody>
      </table>
    </div>
    @if (rows().length < table().rows.length) {
      <p role="status">
        {{ 'ui.chart.rowsShown' | transloco: { shown: rows().length, all: table().rows.length } }}
        <button type="button" class="button" (click)="most.set(most() + more)">
          {{ 'ui.chart.moreRows' | transloco }}
        </button>
      </p>
    }
  `,
  styles: `
    th button {
      padding: 0;
      border: 0;
      background: none;
      color: var(--accent-ink);
      font: inherit;
      text-align: start;
      cursor: pointer;
    }
    tr[aria-current] {
      background: var(--accent-soft);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChartRows {
  private readonly language = inject(Language);
  readonly heading = input.required<string>();
  readonly table = input.required<ChartTable>();
  /** The picked row, -1 for none; null where nothing can be picked. */
  readonly picked = input<number | null>(null);
  readonly pick = output<number>();
  protected readonly more = ROWS;
  protected readonly most = signal(ROWS);
  protected readonly rows = computed(() => this.table().rows.slice(0, this.most()));

  /** Names of places and people stay Chinese in an English page, and say so. */
  protected languageOf(cell: string): string | null {
    return this.language.current() === 'en' && /[\u3400-\u9fff]/.test(cell) ? 'zh-CN' : null;
  }
}
