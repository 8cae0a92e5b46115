import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ProgramYear } from '@yuheng/shared/contract/years';
import { pageSource } from '../../api/page-source';
import { ViewState } from '../../api/view-state';
import { formatDay } from '../../ui/day';
import { Cell, DataTable, type Column } from '../../ui/data-table';
import { EmptyNotice } from '../../ui/empty-notice';
import { Language } from '../../ui/language';
import { MoneyPipe } from '../../ui/money';
import { Page } from '../../ui/page';
import { useTexts } from '../../ui/texts';
import { UnitPipe } from '../../ui/unit';
import { ADMINISTRATION_TEXTS } from '../administration-texts';
import { YearActDialog, type YearAct } from './year-act-dialog';
import { YEARS_TEXTS } from './years-texts';

/** Which years are open, and the next one with what it would be opened with. */
@Component({
  selector: 'yh-years',
  imports: [TranslocoPipe, Cell, DataTable, EmptyNotice, MoneyPipe, Page, UnitPipe, YearActDialog],
  templateUrl: './years-page.html',
  styleUrl: './years-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class YearsPage {
  private readonly view = inject(ViewState);
  private readonly language = inject(Language);
  protected readonly source = pageSource('listYears', () => ({ query: { program: this.view.program() } }));
  protected readonly act = signal<YearAct | null>(null);
  protected readonly done = signal<YearAct | null>(null);
  protected readonly summary = computed(() => {
    const years = this.source.value()?.years ?? [];
    const closed = years.filter(({ state }) => state === 'closed').length;
    return { count: years.length, open: years.length - closed, closed };
  });
  protected readonly posts = computed(() =>
    (this.source.value()?.next?.counties ?? []).reduce((sum, one) => sum + one.posts, 0),
  );
  protected readonly columns = computed<readonly Column<ProgramYear>[]>(() => {
    const text = (key: string, values = {}) => this.language.text(`years.${key}`, values);
    return [
      { id: 'year', heading: text('year'), tight: true, text: ({ year }) => String(year) },
      { id: 'state', heading: text('state'), tight: true },
      { id: 'posts', heading: text('posts'), end: true, text: ({ posts }) => String(posts) },
      { id: 'source', heading: text('source'), wide: true, chinese: true, text: ({ source }) => source },
      {
        id: 'unapproved',
        heading: text('unapproved'),
        wide: true,
        text: ({ unapproved }) => text('unapprovedOf', unapproved),
      },
      { id: 'last', heading: text('last'), wide: true, text: ({ last }) => this.lastOf(last) },
      { id: 'acts', heading: text('acts'), wide: true },
    ];
  });

  constructor() {
    useTexts('administration', ADMINISTRATION_TEXTS);
    useTexts('years', YEARS_TEXTS);
  }

  protected ask(act: YearAct['act'], year: number, version = 0): void {
    this.done.set(null);
    this.act.set({ act, program: this.view.program(), year, version });
  }

  protected finish(act: YearAct): void {
    this.act.set(null);
    this.done.set(act);
    this.source.reload();
  }

  private lastOf(last: ProgramYear['last']): string {
    if (last === null) return '—';
    const values = { ...last, day: formatDay(last.at.slice(0, 10), this.language.current()) };
    return this.language.text(last.act === 'close' ? 'years.lastClose' : 'years.lastReopen', values);
  }
}
