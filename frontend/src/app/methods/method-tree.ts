import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  output,
  signal,
} from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Method } from '@yuheng/shared/domain/scoring/method';
import { nameOf } from '@yuheng/shared/domain/scoring/method';
import type { MethodFinding } from '@yuheng/shared/domain/scoring/method-checks/method-check';
import { statedMarksOf } from '@yuheng/shared/domain/scoring/method-checks/stated-marks';
import { methodTree } from '@yuheng/shared/domain/scoring/method-diff/method-tree';
import { compare, subtract, ZERO } from '@yuheng/shared/domain/numbers/rational';
import { printNumber } from '@yuheng/shared/domain/scoring/numbers/numeral';
import { SaidPipe } from '../ui/said';
import { treeRows, type Place, type Step, type TreeRow } from './tree-edits';

/** What is asked for in the tree; the page does it, so that there is one way back for all of it. */
export type TreeAct =
  | { readonly kind: 'add' | 'addInside' | 'remove' | 'back'; readonly id: string | null }
  | { readonly kind: 'step'; readonly id: string; readonly way: Step }
  | { readonly kind: 'move'; readonly id: string; readonly target: string; readonly place: Place }
  | { readonly kind: 'marks'; readonly id: string; readonly marks: string }
  | { readonly kind: 'edit'; readonly id: string };

const STEPS: Readonly<Record<string, Step>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'in',
  ArrowLeft: 'out',
};

/**
 * The indicator tree with its marks and their running totals. By keyboard: arrows walk, Alt and arrows move, Enter
 * edits, Insert adds, Delete removes, Ctrl+Z goes back; rows can be dragged, and every act has a button.
 */
@Component({
  selector: 'yh-method-tree',
  imports: [TranslocoPipe, SaidPipe],
  templateUrl: './method-tree.html',
  styleUrl: './method-tree.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MethodTree {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  readonly method = input.required<Method>();
  readonly check = input.required<readonly MethodFinding[]>();
  readonly selected = input.required<string | null>();
  readonly canGoBack = input.required<boolean>();
  readonly chosen = output<string>();
  readonly asked = output<TreeAct>();

  private readonly tree = computed(() => methodTree(this.method()));
  protected readonly rows = computed(() => treeRows(this.method().indicators as never));
  protected readonly sum = computed(() => {
    const stated = statedMarksOf(this.method());
    const { total } = this.tree();
    const difference = stated && subtract(total, stated);
    const side = difference ? compare(difference, ZERO) : null;
    return {
      total: printNumber(total),
      stated: stated ? printNumber(stated) : '—',
      by: difference ? printNumber(side === -1 ? subtract(ZERO, difference) : difference) : '',
      side: side === null ? 'unknown' : side === 0 ? 'even' : side > 0 ? 'over' : 'under',
    };
  });
  protected readonly dragged = signal<string | null>(null);
  protected readonly over = signal<{ readonly id: string; readonly place: Place } | null>(null);
  protected readonly current = computed(() => this.selected() ?? this.rows()[0]?.indicator.id ?? null);
  protected readonly nameOf = nameOf;

  protected marksOf({ indicator }: TreeRow): string {
    return printNumber(this.tree().marks.get(indicator.id) ?? ZERO);
  }

  protected countOf({ index }: TreeRow, severity: MethodFinding['severity']): number {
    const at = `/method/indicators/${index}`;
    return this.check().filter(
      (one) => one.severity === severity && (one.pointer === at || one.pointer.startsWith(`${at}/`)),
    ).length;
  }

  protected keydown(event: KeyboardEvent, row: TreeRow): void {
    const inField = event.target instanceof HTMLInputElement;
    const { id } = row.indicator;
    const { key } = event;
    if ((event.ctrlKey || event.metaKey) && key.toLowerCase() === 'z') {
      if (inField) return;
      return this.ask(event, { kind: 'back', id: null });
    }
    if (event.altKey) {
      const way = STEPS[key];
      if (way) this.ask(event, { kind: 'step', id, way });
      return;
    }
    if (key === 'ArrowUp' || key === 'ArrowDown') return this.walk(event, row, key === 'ArrowUp' ? -1 : 1);
    if (inField) return this.inField(event, row);
    if (key === 'ArrowLeft' && row.indicator.parent !== undefined) this.choose(row.indicator.parent, event);
    if (key === 'ArrowRight' && !row.isLeaf) this.walk(event, row, 1);
    if (key === 'Enter') this.ask(event, { kind: 'edit', id });
    if (key === 'Insert') this.ask(event, { kind: event.shiftKey ? 'addInside' : 'add', id });
    if (key === 'Delete') this.ask(event, { kind: 'remove', id });
    if (/^[0-9]$/.test(key) && row.isLeaf) this.selectMarks(id);
  }

  private inField(event: KeyboardEvent, row: TreeRow): void {
    if (event.key === 'Enter') this.walk(event, row, 1);
    if (event.key === 'Escape') this.row(row.indicator.id)?.focus();
  }

  /** Up and down; from a field of marks to the one of the next row that has one. */
  private walk(event: KeyboardEvent, row: TreeRow, by: 1 | -1): void {
    event.preventDefault();
    const rows = this.rows();
    const inField = event.target instanceof HTMLInputElement;
    let at = rows.indexOf(row) + by;
    while (inField && rows[at] && !rows[at]?.isLeaf) at += by;
    const next = rows[at];
    if (!next) return;
    this.chosen.emit(next.indicator.id);
    // At once, not once it is drawn: keys that are pressed quickly go to the row that they lead to.
    if (inField) this.selectMarks(next.indicator.id);
    else this.row(next.indicator.id)?.focus();
  }

  protected choose(id: string, event?: Event): void {
    event?.preventDefault();
    this.chosen.emit(id);
    this.focus(id);
  }

  protected marks(id: string, event: Event): void {
    this.asked.emit({ kind: 'marks', id, marks: (event.target as HTMLInputElement).value });
  }

  protected ask(event: Event, act: TreeAct): void {
    event.preventDefault();
    this.asked.emit(act);
  }

  protected press(kind: 'add' | 'addInside' | 'remove' | 'back'): void {
    this.asked.emit({ kind, id: this.current() });
  }

  protected pressStep(way: Step): void {
    const id = this.current();
    if (id !== null) this.asked.emit({ kind: 'step', id, way });
  }

  protected drag(event: DragEvent, id: string): void {
    this.dragged.set(id);
    event.dataTransfer?.setData('text/plain', id);
    if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move';
  }

  /** The upper part of a row is before it, the lower part behind it, the middle below it. */
  protected dragOver(event: DragEvent, id: string): void {
    if (this.dragged() === null || this.dragged() === id) return;
    event.preventDefault();
    const { top, height } = (event.currentTarget as HTMLElement).getBoundingClientRect();
    const part = (event.clientY - top) / height;
    this.over.set({ id, place: part < 0.3 ? 'before' : part > 0.7 ? 'after' : 'inside' });
  }

  protected drop(event: DragEvent): void {
    const [id, over] = [this.dragged(), this.over()];
    this.dragged.set(null);
    this.over.set(null);
    if (id !== null && over) this.ask(event, { kind: 'move', id, target: over.id, place: over.place });
  }

  /** The row takes the focus once it is drawn. */
  focus(id: string): void {
    afterNextRender(() => this.row(id)?.focus(), { injector: this.injector });
  }

  private row(id: string): HTMLElement | null {
    return this.host.nativeElement.querySelector(`[data-row="${CSS.escape(id)}"]`);
  }

  private selectMarks(id: string): void {
    const field = this.row(id)?.querySelector('input');
    field?.focus();
    field?.select();
  }
}
