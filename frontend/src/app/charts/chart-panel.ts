import { NgTemplateOutlet } from '@angular/common';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DisclosureClass } from '@yuheng/shared/domain/metrics/metric';
import { FailedPart } from '../ui/failed-part';
import { Language } from '../ui/language';
import { Modal } from '../ui/modal';
import { Chart } from './chart';
import type { Chart as DrawnChart, ChartOption } from './chart';
import { ChartRows } from './chart-rows';
import { toCsv, type ChartTable } from './chart-table';
import { copyPicture } from './copy-picture';
import { fileNameOf, mayLeave, notesOf, type Leaving } from './leaving';
import { Paper } from './paper';
import { saveFile } from './save-file';
import { isScene, type Scene } from './scene';
import { SceneView } from './scene-view';

/** How far a chart grows on the whole screen, what its words around it need, and how wide it wants to be at full growth. */
const ZOOM = { most: 1.6, around: 230, width: 560 };

/**
 * The one way to show a chart: heading, the sentence that says it, the picture, its data as a table, picture and data to
 * take away, the whole screen, a keyboard cursor. `option` is made by a pure function in charts/; `table` has one row
 * for each item of the chart, and a row is what can be picked.
 */
@Component({
  selector: 'yh-chart-panel',
  imports: [NgTemplateOutlet, TranslocoPipe, Chart, ChartRows, FailedPart, Modal, SceneView],
  templateUrl: './chart-panel.html',
  styleUrl: './chart-panel.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChartPanel {
  private readonly language = inject(Language);
  private readonly paper = inject(Paper);

  readonly heading = input.required<string>();
  /** The county that the chart is of, where it is of one: a name, Chinese in either language. */
  readonly subject = input('');
  /** The chart in one sentence computed from its numbers: shown, read aloud, and printed into the picture. */
  readonly summary = input.required<string>();
  readonly option = input.required<ChartOption | Scene>();
  readonly table = input.required<ChartTable>();
  readonly height = input(260);
  readonly asOf = input.required<string>();
  readonly demonstration = input.required<boolean>();
  /** 主动公开, 内部 or 不公开: printed into what leaves the page; 不公开 does not leave it. */
  readonly disclosure = input<DisclosureClass>('internal');
  /** Row of the twin table that is picked, -1 for none; null (left out) where nothing can be picked. */
  readonly picked = input<number | null>(null);
  readonly pick = output<number>();
  /** Under the chart and in its picture, such as a 审图号. */
  readonly caption = input('');
  /** Over the chart and in its picture: why it must not be taken for more than it is. */
  readonly warning = input('');
  /** There are too many items, or no way to draw them: the table alone. */
  readonly tableOnly = input(false);

  protected readonly asTable = signal(false);
  protected readonly cursor = signal(-1);
  /** How much larger the chart is drawn on the whole screen; null while it is not. */
  protected readonly zoomed = signal<number | null>(null);
  protected readonly copied = signal<'copied' | 'savedInstead' | null>(null);
  protected readonly letters = this.paper.letters;
  protected readonly isPickable = computed(() => this.picked() !== null);
  protected readonly mayLeave = computed(() => mayLeave(this.disclosure()));
  protected readonly scene = computed(() => {
    const option = this.option();
    return isScene(option) ? option : null;
  });
  protected readonly drawing = computed(() => {
    const option = this.option();
    return isScene(option) ? null : option;
  });
  protected readonly spoken = computed(() => {
    const row = this.table().rows[this.cursor()];
    const between = this.language.current() === 'en' ? ', ' : '，';
    return row ? row.map((cell, index) => `${this.table().columns[index]} ${cell}`).join(between) : '';
  });
  private readonly drawn = viewChild<DrawnChart | SceneView>('drawn');

  protected step(event: KeyboardEvent): void {
    const at = this.cursor();
    if ((event.key === 'Enter' || event.key === ' ') && at >= 0 && this.isPickable()) {
      event.preventDefault();
      this.pick.emit(at);
      return;
    }
    const index = nextPlace(event.key, at, this.table().rows.length - 1);
    // Without a cursor Escape is the page's: it takes back what is picked.
    if (index === undefined || (event.key === 'Escape' && at < 0)) return;
    event.preventDefault();
    event.stopPropagation();
    this.cursor.set(index);
  }

  protected zoom(): void {
    const tall = (innerHeight - ZOOM.around) / this.height();
    const most = Math.min(ZOOM.most, Math.max(1, innerWidth / ZOOM.width));
    this.cursor.set(-1);
    this.zoomed.set(Math.max(this.letters(), Math.min(tall, most)));
  }

  protected async savePicture(): Promise<void> {
    const picture = await this.picture();
    if (picture) saveFile(picture, `${fileNameOf(this.leaving(), this.language)}.png`);
  }

  protected async copyPicture(): Promise<void> {
    this.copied.set(null);
    const done = await copyPicture(() => this.picture());
    if (!done) await this.savePicture();
    this.copied.set(done ? 'copied' : 'savedInstead');
  }

  protected saveTable(): void {
    const csv = toCsv(this.table(), notesOf(this.leaving(), this.language));
    saveFile(
      new Blob([csv], { type: 'text/csv;charset=utf-8' }),
      `${fileNameOf(this.leaving(), this.language)}.csv`,
    );
  }

  private async picture(): Promise<Blob | null> {
    const look = this.paper.look();
    const [title = '', ...foot] = notesOf(this.leaving(), this.language);
    const texts = {
      title,
      summary: this.summary(),
      foot: foot.join(' · '),
      watermark: this.demonstration() ? this.language.text('ui.demonstration') : '',
      ink: look.ink,
      background: look.background,
    };
    return (await this.drawn()?.picture(texts)) ?? null;
  }

  private leaving(): Leaving {
    return {
      heading: this.subject() ? `${this.subject()} · ${this.heading()}` : this.heading(),
      asOf: this.asOf(),
      demonstration: this.demonstration(),
      disclosure: this.disclosure(),
      caption: this.caption(),
      warning: this.warning(),
    };
  }
}

function nextPlace(key: string, at: number, last: number): number | undefined {
  const next: Readonly<Record<string, number>> = {
    ArrowRight: Math.min(last, at + 1),
    ArrowDown: Math.min(last, at + 1),
    ArrowLeft: Math.max(0, at - 1),
    ArrowUp: Math.max(0, at - 1),
    Home: 0,
    End: last,
    Escape: -1,
  };
  return next[key];
}
