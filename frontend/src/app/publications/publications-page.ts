import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { pageSource, type PageSource } from '../api/page-source';
import { Session } from '../api/session';
import { ViewState } from '../api/view-state';
import { DayPipe } from '../ui/day';
import { EmptyNotice } from '../ui/empty-notice';
import { Page } from '../ui/page';
import { SaidPipe } from '../ui/said';
import { useTexts } from '../ui/texts';
import { LineLink } from './line-link';
import { LoadText } from './load-text';
import { OfficialTextPanel } from './official-text-panel';
import { PUBLICATIONS_TEXTS } from './publications-texts';
import { PublishedPrograms } from './published-programs';

/** What the official texts said, each figure beside the line it was read from; the program office loads another year. */
@Component({
  selector: 'yh-publications',
  imports: [
    RouterLink,
    TranslocoPipe,
    DayPipe,
    EmptyNotice,
    Page,
    SaidPipe,
    LineLink,
    LoadText,
    OfficialTextPanel,
    PublishedPrograms,
  ],
  templateUrl: './publications-page.html',
  styleUrl: './publications-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PublicationsPage {
  protected readonly view = inject(ViewState);
  protected readonly session = inject(Session);
  protected readonly list = pageSource('listPublications', () => ({}));
  protected readonly publications = computed(() =>
    [...(this.list.value()?.publications ?? [])].sort((a, b) => b.year - a.year),
  );
  /** The year of the address, where a text of it is stored. */
  private readonly year = computed(() => {
    const year = this.view.year();
    return this.publications().some((one) => one.year === year) ? String(year) : undefined;
  });
  private readonly text = pageSource('readPublication', () => {
    const year = this.year();
    return year ? { params: { year } } : undefined;
  });
  protected readonly open = computed(() => (this.year() ? this.text.value() : undefined));
  /** The list is the page; a text that is still being read does not take it away. */
  protected readonly source: PageSource<unknown> = {
    value: computed(() => (this.year() ? this.text.value() : this.list.value())),
    problem: computed(() => this.list.problem() ?? this.text.problem()),
    loading: computed(() => this.list.loading() || this.text.loading()),
    reload: () => (this.list.problem() ? this.list : this.text).reload(),
  };
  protected readonly missing = computed(() => this.list.value() !== undefined && this.year() === undefined);
  protected readonly latest = computed(() => this.publications()[0]?.year ?? null);

  constructor() {
    useTexts('publications', PUBLICATIONS_TEXTS);
  }
}
