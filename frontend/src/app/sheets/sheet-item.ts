import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Sheet } from '@yuheng/shared/contract/sheets';
import { DayPipe } from '../ui/day';
import { EvidenceLine } from '../ui/evidence-line';
import { Language } from '../ui/language';
import { SaidPipe } from '../ui/said';
import { EvidenceFields } from './evidence-fields';
import { ItemConflict } from './item-conflict';
import { ItemNotes } from './item-notes';
import { SaveMark } from '../ui/save-mark';
import type { UnsentRow } from '../api/save-queue';
import { printValue, readDraft, type Draft, type Item } from './sheet-draft';
import { valueWords } from './value-words';

/** One item of a sheet: what is asked, what was said last month, the fields, and whether what was typed is kept. */
@Component({
  selector: 'yh-sheet-item',
  imports: [
    TranslocoPipe,
    DayPipe,
    SaidPipe,
    EvidenceFields,
    EvidenceLine,
    ItemConflict,
    ItemNotes,
    SaveMark,
  ],
  templateUrl: './sheet-item.html',
  styleUrl: './sheet-item.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(focusout)': 'leave($event)' },
})
export class SheetItem {
  private readonly language = inject(Language);
  readonly item = input.required<Item>();
  readonly sheet = input.required<Sheet>();
  readonly draft = input.required<Draft>();
  /** What was typed here and is not kept yet. */
  readonly unsent = input.required<UnsentRow<Draft> | undefined>();
  readonly typed = output<Draft>();
  /** A field was left: what was typed is to be sent now. */
  readonly left = output();
  readonly history = output();
  readonly useMine = output();
  readonly useTheirs = output();

  protected readonly choices = ['pass', 'fail', 'notApplicable'] as const;

  /** While the reader types, the field shows what was typed and not how the server prints it. */
  private readonly editing = signal<Draft | null>(null);
  /** An item that this month does not ask is filled in only on demand. */
  protected readonly demanded = signal(false);

  protected readonly id = computed(() => `item-${this.item().id}`);
  protected readonly shown = computed(() => this.editing() ?? this.draft());
  protected readonly writable = computed(() => this.sheet().acts.includes('write'));
  protected readonly fields = computed(
    () =>
      this.writable() &&
      (this.item().asked || this.item().current !== null || this.unsent() !== undefined || this.demanded()),
  );
  protected readonly state = computed(
    () => this.unsent()?.state ?? (this.writable() && this.item().current ? ('saved' as const) : null),
  );
  protected readonly incomplete = computed(() => {
    if (this.unsent()?.state !== 'incomplete') return null;
    const read = readDraft(this.item(), this.shown());
    return read.ok ? null : read.why;
  });
  protected readonly hasFigure = computed(() => {
    const { answer, unit } = this.item();
    return this.shown().state === 'reported' && (answer !== 'conclusion' || unit !== undefined);
  });
  protected readonly hasReason = computed(() => {
    const { state, conclusion, reason } = this.shown();
    return state === 'notApplicable' || conclusion === 'fail' || reason !== '';
  });
  protected readonly reasonLabel = computed(() => {
    const { state, conclusion } = this.shown();
    if (state === 'notApplicable') return 'sheet.item.whyNot';
    return conclusion === 'fail' ? 'sheet.item.found' : 'sheet.item.note';
  });
  protected readonly chosen = computed(() => {
    const { state, conclusion } = this.shown();
    return state === 'notApplicable' ? state : conclusion;
  });
  protected readonly range = computed(() => {
    const { minimum, maximum } = this.item();
    if (minimum === undefined || maximum === undefined) return null;
    return {
      minimum: printValue(this.item(), String(minimum)),
      maximum: printValue(this.item(), String(maximum)),
    };
  });
  protected readonly words = computed(() => {
    const { current, lastMonth, carried } = this.item();
    const say = (value: Parameters<typeof valueWords>[1]) => valueWords(this.item(), value, this.language);
    return { current: say(current), lastMonth: say(lastMonth), carried: say(carried) };
  });
  /** What the program knows already, offered while nothing is said: one act instead of typing it again. */
  protected readonly suggested = computed(() => {
    const item = this.item();
    if (item.suggested === null || item.current || this.unsent()) return null;
    const said = { state: 'reported' as const, value: item.suggested, conclusion: null };
    return { text: printValue(item, item.suggested), value: valueWords(item, said, this.language) };
  });
  /** What was typed, said as one line, where there are no fields to show it in. */
  protected readonly typedWords = computed(() => {
    const read = readDraft(this.item(), this.shown());
    if (!read.ok) return this.shown().text;
    const { state, value = null, conclusion = null } = read.content;
    return valueWords(this.item(), { state, value, conclusion }, this.language);
  });
  /** Words that somebody wrote stay in the language in which they were written. */
  protected readonly written = computed(() => (this.item().answer === 'text' ? 'zh-CN' : null));

  protected change(part: Partial<Draft>): void {
    const draft = { ...this.shown(), ...part };
    this.editing.set(draft);
    this.typed.emit(draft);
  }

  protected choose(choice: 'pass' | 'fail' | 'notApplicable'): void {
    this.change(
      choice === 'notApplicable'
        ? { state: 'notApplicable', conclusion: null }
        : { state: 'reported', conclusion: choice },
    );
  }

  protected text(event: Event): string {
    return (event.target as HTMLInputElement | HTMLTextAreaElement).value;
  }

  protected checked(event: Event): boolean {
    return (event.target as HTMLInputElement).checked;
  }

  protected takeTheirs(): void {
    this.editing.set(null);
    this.useTheirs.emit();
  }

  protected leave(event: FocusEvent): void {
    const inside = (event.currentTarget as HTMLElement).contains(event.relatedTarget as Node | null);
    if (!inside) this.editing.set(null);
    if (this.unsent()) this.left.emit();
  }
}
