import { ChangeDetectionStrategy, Component, effect, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { pageSource } from '../api/page-source';
import { Session } from '../api/session';
import { ViewState } from '../api/view-state';
import { EmptyNotice } from '../ui/empty-notice';
import { Page } from '../ui/page';
import { useTexts } from '../ui/texts';
import { COUNTIES_TEXTS } from './counties-texts';

/** The counties in official order; who reads one county only is led to it. */
@Component({
  selector: 'yh-county-list',
  imports: [RouterLink, TranslocoPipe, EmptyNotice, Page],
  template: `
    <yh-page
      title="counties.list.title"
      question="counties.list.question"
      [source]="source"
      skeletonHeight="300px"
    >
      @if (source.value(); as data) {
        @if (data.counties.length > 0) {
          <section class="card">
            <p>{{ 'counties.list.hint' | transloco }}</p>
            <ul>
              @for (county of data.counties; track county.id) {
                <li>
                  <a [routerLink]="['/counties', county.id]" [queryParams]="view.selection()">{{
                    county.name
                  }}</a>
                  <small>{{ 'counties.list.code' | transloco: { code: county.code } }}</small>
                </li>
              }
            </ul>
          </section>
        } @else {
          <yh-empty>{{ 'counties.list.empty' | transloco }}</yh-empty>
        }
      }
    </yh-page>
  `,
  styles: `
    ul {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(260px, 1fr));
      gap: 8px 16px;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      gap: 0 10px;
      align-items: baseline;
      padding: 8px 0;
      border-block-start: 1px solid var(--line);
    }
    a {
      padding-block: 4px;
      font-size: 1.0625rem;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CountyList {
  protected readonly view = inject(ViewState);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  protected readonly source = pageSource('listCounties', () =>
    this.session.readsOwnCounty() ? undefined : {},
  );

  constructor() {
    useTexts('counties', COUNTIES_TEXTS);
    effect(() => {
      const own = this.session.readsOwnCounty() ? this.session.account()?.place.id : undefined;
      if (!own) return;
      void this.router.navigate(['/counties', own], { queryParams: this.view.selection(), replaceUrl: true });
    });
  }
}
