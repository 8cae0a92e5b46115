import { NgTemplateOutlet } from '@angular/common';
import {
  afterRenderEffect,
  ApplicationRef,
  ChangeDetectionStrategy,
  Component,
  computed,
  contentChildren,
  effect,
  type ElementRef,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { Cell, type Column } from './data-table';

/** Rows above and below what is seen, so that scrolling a little and tabbing on find them there. */
const SPARE = 12;
/** Until a row was measured, in pixels. */
const USUAL_HEIGHT = 44;
const USUAL_VIEWPORT = 640;

/**
 * A table of thousands of rows: only those in sight are in the document, between two rows of empty space, and every row says
 * which of how many it is. All rows have one height, cells one line. Arrow keys, Home and End go from row to row; printed, all
 * rows are there. On a phone a row becomes a card.
 *
 *     <yh-long-table [caption]="…" [columns]="columns()" [rows]="rows()"> <ng-template yhCell="name" …/> </yh-long-table>
 */
@Component({
  selector: 'yh-long-table',
  imports: [NgTemplateOutlet],
  templateUrl: './long-table.html',
  styleUrl: './long-table.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(window:beforeprint)': 'print(true)', '(window:afterprint)': 'print(false)' },
})
export class LongTable<Row extends object> {
  private readonly application = inject(ApplicationRef);
  readonly columns = input.required<readonly Column<Row>[]>();
  readonly rows = input.required<readonly Row[]>();
  /** What the table holds, in words: it names the table and the region that scrolls. */
  readonly caption = input.required<string>();
  private readonly cells = contentChildren<Cell<Row>>(Cell);
  private readonly frame = viewChild.required<ElementRef<HTMLElement>>('frame');

  private readonly scrolled = signal(0);
  private readonly viewport = signal(USUAL_VIEWPORT);
  private readonly rowHeight = signal(USUAL_HEIGHT);
  private readonly printing = signal(false);

  protected readonly templates = computed(
    () => new Map(this.cells().map((cell) => [cell.column(), cell.template])),
  );
  protected readonly first = computed(() => {
    if (this.printing()) return 0;
    const last = Math.max(0, this.rows().length - 1);
    return Math.min(last, Math.max(0, Math.floor(this.scrolled() / this.rowHeight()) - SPARE));
  });
  protected readonly end = computed(() => {
    if (this.printing()) return this.rows().length;
    const inSight = Math.ceil(this.viewport() / this.rowHeight());
    return Math.min(this.rows().length, this.first() + inSight + 2 * SPARE);
  });
  protected readonly shown = computed(() =>
    this.rows()
      .slice(this.first(), this.end())
      .map((row, place) => ({ row, place: this.first() + place })),
  );
  protected readonly above = computed(() => this.first() * this.rowHeight());
  protected readonly below = computed(() => (this.rows().length - this.end()) * this.rowHeight());

  constructor() {
    // Other rows begin at the top.
    effect(() => {
      this.rows();
      const frame = this.frame().nativeElement;
      frame.scrollTop = 0;
      this.scrolled.set(0);
    });
    afterRenderEffect(() => {
      this.shown();
      const frame = this.frame().nativeElement;
      const height = frame.querySelector<HTMLElement>('tr[data-place]')?.getBoundingClientRect().height ?? 0;
      if (height > 0) this.rowHeight.set(height);
      if (frame.clientHeight > 0) this.viewport.set(frame.clientHeight);
    });
  }

  protected scroll(): void {
    this.scrolled.set(this.frame().nativeElement.scrollTop);
  }

  /** The browser lays the paper out as soon as this returns: the rows must stand there by then. */
  protected print(isPrinting: boolean): void {
    this.printing.set(isPrinting);
    this.application.tick();
  }

  protected move(event: KeyboardEvent): void {
    const focused = (event.target as HTMLElement).closest<HTMLElement>('tr[data-place]');
    if (!focused || event.altKey || event.ctrlKey || event.metaKey) return;
    const place = Number(focused.dataset['place']);
    const last = this.rows().length - 1;
    const page = Math.max(1, Math.floor(this.viewport() / this.rowHeight()) - 1);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: place + 1,
      ArrowUp: place - 1,
      PageDown: place + page,
      PageUp: place - page,
      Home: 0,
      End: last,
    };
    const wanted = steps[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    this.focus(Math.min(last, Math.max(0, wanted)));
  }

  private focus(place: number): void {
    const frame = this.frame().nativeElement;
    const top = place * this.rowHeight();
    const head = frame.querySelector('thead')?.getBoundingClientRect().height ?? 0;
    if (top < frame.scrollTop) frame.scrollTop = top;
    else if (top + this.rowHeight() + head > frame.scrollTop + this.viewport())
      frame.scrollTop = top + this.rowHeight() + head - this.viewport();
    this.scrolled.set(frame.scrollTop);
    this.application.tick();
    const row = frame.querySelector<HTMLElement>(`tr[data-place="${place}"]`);
    (row?.querySelector<HTMLElement>('a, button') ?? row)?.focus({ preventScroll: true });
  }
}
