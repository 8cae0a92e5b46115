import { ChangeDetectionStrategy, Component, computed, DestroyRef, inject, signal } from '@angular/core';
import {
  type IsActiveMatchOptions,
  type Params,
  RouterLink,
  RouterLinkActive,
  RouterOutlet,
} from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { CurrentPage } from '../ui/current-page';
import { Session } from '../api/session';
import { PROGRAMS, ViewState } from '../api/view-state';
import { Display } from '../ui/display';
import { DayPipe } from '../ui/day';
import { Guide } from '../ui/guide';
import { Language } from '../ui/language';
import { CountyPicker } from './county-picker';
import { DisplayChoices } from './display-choices';
import { DutyCount } from './duty-count';
import { PointInTimeChoice } from './point-in-time-choice';
import { ownPages } from './own-pages';
import { SignOutButton } from './sign-out-button';

/** The frame around every page: where one is, where one can go, which program and year, how to look at it. */
@Component({
  selector: 'yh-shell',
  imports: [
    RouterOutlet,
    PointInTimeChoice,
    RouterLink,
    RouterLinkActive,
    TranslocoPipe,
    DayPipe,
    CountyPicker,
    DisplayChoices,
    DutyCount,
    SignOutButton,
  ],
  templateUrl: './shell.html',
  styleUrl: './shell.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Shell {
  protected readonly language = inject(Language);
  protected readonly display = inject(Display);
  protected readonly session = inject(Session);
  protected readonly view = inject(ViewState);
  protected readonly page = inject(CurrentPage);
  private readonly guide = inject(Guide);
  protected readonly programs = PROGRAMS;
  /** The pages in the order of the navigation; of allocations a county reads its notices. */
  protected readonly pages = computed(() => [
    'overview',
    'counties',
    'indicators',
    'funds',
    'inspections',
    'findings',
    'workload',
    'roster',
    'goals',
    'methods',
    'evaluations',
    this.session.readsCity() ? 'allocations' : 'notices',
    'duties',
    'publications',
  ]);
  protected readonly ownPages = computed(() => ownPages(this.session.account()));
  /** A page is the open one whatever its query says. */
  protected readonly byPath: IsActiveMatchOptions = {
    paths: 'subset',
    queryParams: 'ignored',
    fragment: 'ignored',
    matrixParams: 'ignored',
  };
  protected readonly choicesOpen = signal(false);
  protected readonly role = computed(() => `ui.role.${this.session.account()?.roles[0] ?? ''}`);

  constructor() {
    this.guide.offered.set(true);
    inject(DestroyRef).onDestroy(() => this.guide.offered.set(false));
  }

  /** Where a page stands; the notices are a part of the allocations. */
  protected pathOf(page: string): string {
    return page === 'notices' ? '/allocations/notices' : `/${page}`;
  }

  /** Allocations are of the year to come: those pages choose their year themselves. */
  protected queryOf(page: string): Params {
    return page === 'allocations' || page === 'notices'
      ? { program: this.view.program() }
      : { ...this.view.selection(), asOf: this.view.asOf() };
  }

  protected choose(key: 'program' | 'year', event: Event): void {
    // A point in time is one of its program and year: the next ones begin with the latest figures.
    void this.view.change({ [key]: (event.target as HTMLSelectElement).value, asOf: null });
  }

  /** A plain jump: with `<base href="/">` a bare #fragment link would lead to the first page. */
  protected skip(event: Event): void {
    event.preventDefault();
    document.getElementById('content')?.focus();
  }
}
