import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink, RouterLinkActive } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { filter, map } from 'rxjs';
import { pageSource } from '../api/page-source';
import { Session } from '../api/session';
import { ViewState } from '../api/view-state';
import { SaidPipe } from '../ui/said';

const MOST_LISTED = 40;

/** The way to a county: a list of links for who reads the city, one link for who reads one county. */
@Component({
  selector: 'yh-county-picker',
  imports: [RouterLink, RouterLinkActive, TranslocoPipe, SaidPipe],
  template: `
    @if (session.readsOwnCounty()) {
      @if (session.account(); as account) {
        <a
          class="direct"
          [routerLink]="['/counties', account.place.id]"
          [queryParams]="view.selection()"
          routerLinkActive="here"
          >{{ 'shell.county' | transloco }}</a
        >
      }
    } @else {
      <button
        type="button"
        aria-controls="county-list"
        [class.here]="inCounty()"
        [attr.aria-expanded]="open()"
        (click)="toggle()"
      >
        {{ 'shell.counties' | transloco }} <span class="fold" aria-hidden="true">▾</span>
      </button>
      @if (open()) {
        <div id="county-list" class="list">
          @if (source.problem(); as problem) {
            <p>{{ problem.text.title | said }}</p>
            <button type="button" class="button" (click)="source.reload()">
              {{ 'ui.retry' | transloco }}
            </button>
          }
          @if (source.loading()) {
            <p>{{ 'ui.loading' | transloco }}</p>
          }
          <ul>
            <li>
              <a routerLink="/counties" [queryParams]="view.selection()">{{
                'shell.everyCounty' | transloco
              }}</a>
            </li>
            @for (county of few(); track county.id) {
              <li>
                <a
                  [routerLink]="['/counties', county.id]"
                  [queryParams]="view.selection()"
                  routerLinkActive="here"
                  ariaCurrentWhenActive="page"
                  >{{ county.name }}</a
                >
              </li>
            }
          </ul>
        </div>
      }
    }
  `,
  styleUrl: './county-picker.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: {
    '(document:keydown.escape)': 'open.set(false)',
    '(document:click)': 'closeOutside($event)',
  },
})
export class CountyPicker {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly router = inject(Router);
  protected readonly session = inject(Session);
  protected readonly view = inject(ViewState);
  protected readonly open = signal(false);
  /** Asked for when the list is first opened. */
  private readonly wanted = signal(false);
  protected readonly source = pageSource('listCounties', () => (this.wanted() ? {} : undefined));
  private readonly address = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(() => {
        this.open.set(false);
        return this.router.url;
      }),
    ),
    { initialValue: this.router.url },
  );
  protected readonly inCounty = computed(() => this.address().startsWith('/counties/'));

  /** What can be read in a list; of more the page finds one. */
  protected readonly few = computed(() => {
    const counties = (this.source.value()?.counties ?? []).filter(({ open }) => open);
    return counties.length <= MOST_LISTED ? counties : [];
  });

  protected toggle(): void {
    this.open.set(!this.open());
    this.wanted.set(true);
  }

  protected closeOutside(event: Event): void {
    if (!this.host.nativeElement.contains(event.target as Node)) this.open.set(false);
  }
}
