import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  Injector,
  signal,
  untracked,
} from '@angular/core';
import { FormControl, ReactiveFormsModule } from '@angular/forms';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Attempt } from '../../api/attempt';
import { Client } from '../../api/client';
import { pageSource } from '../../api/page-source';
import { ViewState } from '../../api/view-state';
import { Field } from '../../ui/field';
import { focusFirstProblem } from '../../ui/focus-first-problem';
import { Language } from '../../ui/language';
import { Page } from '../../ui/page';
import { ProblemNotice } from '../../ui/problem-notice';
import { useTexts } from '../../ui/texts';
import { ADMINISTRATION_TEXTS } from '../administration-texts';
import { ReasonField } from '../reason-field';
import { HOLIDAYS_TEXTS } from './holidays-texts';
import { holidayLines, readHolidayLines } from './read-holiday-lines';

const empty = () => new FormControl('', { nonNullable: true });

/** The holidays of the chosen year as they hold, and a table to paste in their place: seen before it is loaded. */
@Component({
  selector: 'yh-holidays',
  imports: [ReactiveFormsModule, RouterLink, TranslocoPipe, Field, Page, ProblemNotice, ReasonField],
  templateUrl: './holidays-page.html',
  styleUrl: '../form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HolidaysPage {
  private readonly view = inject(ViewState);
  private readonly client = inject(Client);
  private readonly language = inject(Language);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  protected readonly source = pageSource('listHolidayTables', () => ({}));
  protected readonly year = this.view.year;
  protected readonly selection = this.view.selection;
  protected readonly table = computed(
    () => this.source.value()?.tables.find(({ year }) => year === this.year()) ?? null,
  );
  protected readonly document = empty();
  protected readonly lines = empty();
  protected readonly reason = empty();
  protected readonly attempt = new Attempt();
  /** What would be loaded, while it is looked at. */
  protected readonly preview = signal<ReturnType<typeof readHolidayLines> | null>(null);
  protected readonly linesProblem = signal('');
  protected readonly done = signal<number | null>(null);

  constructor() {
    useTexts('administration', ADMINISTRATION_TEXTS);
    useTexts('holidays', HOLIDAYS_TEXTS);
    effect(() => {
      const table = this.table();
      untracked(() => {
        this.document.setValue(table?.document ?? '');
        this.lines.setValue(table ? holidayLines(table) : '');
        this.preview.set(null);
        this.attempt.clear();
      });
    });
  }

  protected look(event: Event): void {
    event.preventDefault();
    this.attempt.asked.set(true);
    this.done.set(null);
    const read = readHolidayLines(this.lines.value);
    this.linesProblem.set(this.problemOf(read));
    const isWhole = this.document.value.trim() !== '' && this.reason.value.trim() !== '';
    if (!isWhole || this.linesProblem() !== '')
      return focusFirstProblem(this.host.nativeElement, this.injector);
    this.preview.set(read);
  }

  protected async load(): Promise<void> {
    const [year, preview] = [this.year(), this.preview()];
    if (!preview) return;
    const body = {
      document: this.document.value.trim(),
      off: preview.off.map((span) => ({ ...span })),
      worked: [...preview.worked],
      reason: this.reason.value.trim(),
    };
    const version = this.table()?.version ?? 0;
    const isLoaded = await this.attempt.run(() =>
      this.client.call('loadHolidayTable', { params: { year }, body, version }),
    );
    if (!isLoaded) return;
    this.reason.reset();
    this.done.set(year);
    this.source.reload();
  }

  private problemOf({ off, worked, unread }: ReturnType<typeof readHolidayLines>): string {
    if (unread.length > 0) return this.language.text('holidays.linesUnread', { lines: unread.join('、') });
    return off.length + worked.length === 0 ? this.language.text('holidays.linesEmpty') : '';
  }
}
