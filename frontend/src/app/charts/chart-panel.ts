import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Display } from '../ui/display';
import { formatDay } from '../ui/day';
import { Language } from '../ui/language';
import { Chart } from './chart';
import type { Chart as DrawnChart, ChartOption } from './chart';
import { toCsv, type ChartTable } from './chart-table';
import { lookOf } from './look';
import { saveFile } from './save-file';

/**
 * The one way to show a chart: heading, the sentence that says it, the picture, its data as a table, PNG and CSV, a
 * keyboard cursor. `option` is made by a pure function in charts/; `table` has one row for each item of the chart.
 */
@Component({
  selector: 'yh-chart-panel',
  imports: [TranslocoPipe, Chart],
  templateUrl: './chart-panel.html',
  styleUrl: './chart-panel.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChartPanel {
  private readonly display = inject(Display);
  private readonly language = inject(Language);

  readonly heading = input.required<string>();
  /** The chart in one sentence computed from its numbers: shown, read aloud, and printed into the picture. */
  readonly summary = input.required<string>();
  readonly option = input.required<ChartOption>();
  readonly table = input.required<ChartTable>();
  readonly height = input(260);
  readonly asOf = input.required<string>();
  readonly demonstration = input.required<boolean>();

  protected readonly asTable = signal(false);
  protected readonly cursor = signal(-1);
  protected readonly spoken = computed(() => {
    const row = this.table().rows[this.cursor()];
    return row ? row.map((cell, index) => `${this.table().columns[index]} ${cell}`).join('，') : '';
  });
  private readonly chart = viewChild<DrawnChart>('chart');

  protected step(event: KeyboardEvent): void {
    const last = this.table().rows.length - 1;
    const at = this.cursor();
    const next: Record<string, number> = {
      ArrowRight: Math.min(last, at + 1),
      ArrowDown: Math.min(last, at + 1),
      ArrowLeft: Math.max(0, at - 1),
      ArrowUp: Math.max(0, at - 1),
      Home: 0,
      End: last,
      Escape: -1,
    };
    const index = next[event.key];
    if (index === undefined) return;
    event.preventDefault();
    this.cursor.set(index);
  }

  protected async savePicture(): Promise<void> {
    const look = lookOf(this.display.theme());
    const picture = await this.chart()?.picture({
      title: this.heading(),
      summary: this.summary(),
      foot: this.notes().slice(1).join(' · '),
      watermark: this.demonstration() ? this.language.text('ui.demonstration') : '',
      ink: look.ink,
      background: look.background,
    });
    if (picture) saveFile(picture, this.fileName('png'));
  }

  protected saveTable(): void {
    const csv = toCsv(this.table(), this.notes());
    saveFile(new Blob([csv], { type: 'text/csv;charset=utf-8' }), this.fileName('csv'));
  }

  private notes(): string[] {
    const day = formatDay(this.asOf(), this.language.current());
    return [
      this.heading(),
      this.language.text('ui.asOf', { day }),
      ...(this.demonstration() ? [this.language.text('ui.demonstration')] : []),
    ];
  }

  private fileName(extension: string): string {
    const mark = this.demonstration() ? `-${this.language.text('ui.demonstration')}` : '';
    return `${this.heading()}-${this.asOf()}${mark}.${extension}`.replace(/[\\/:*?"<>|\s]+/g, '-');
  }
}
