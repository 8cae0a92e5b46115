import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { filter, map } from 'rxjs';
import type { Answer } from '../api/client';
import { holds } from '../api/has-role';
import { pageSource } from '../api/page-source';
import { Session } from '../api/session';
import { ViewState } from '../api/view-state';

/**
 * How many of one's own duties are overdue, due soon or waited for, beside the name of their page: asked again with every page that is
 * opened. Nothing where there is none, where the account owes none, and where the answer does not come: it is a hint.
 */
@Component({
  selector: 'yh-duty-count',
  imports: [TranslocoPipe],
  template: `
    @if (count(); as open) {
      <span class="count" [attr.data-overdue]="overdue()">
        <span aria-hidden="true">{{ open }}</span>
        <span class="visually-hidden">{{ 'shell.dutiesOpen' | transloco: { count: open } }}</span>
      </span>
    }
  `,
  styles: `
    .count {
      display: inline-block;
      min-inline-size: 1.5em;
      margin-inline-start: 6px;
      padding-inline: 5px;
      border: 1px solid var(--attention);
      border-radius: 999px;
      color: var(--attention);
      font-size: 0.8125rem;
      font-weight: 600;
      line-height: 1.5;
      text-align: center;
    }
    .count[data-overdue='true'] {
      border-color: var(--warning);
      color: var(--warning);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DutyCount {
  private readonly view = inject(ViewState);
  private readonly session = inject(Session);
  private readonly opened = toSignal(
    inject(Router).events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(({ urlAfterRedirects }) => urlAfterRedirects.split('?')[0] ?? ''),
    ),
    { initialValue: '' },
  );
  private readonly owes = computed(() =>
    holds(
      this.session.account(),
      ...([
        'programOfficer',
        'inspector',
        'finance',
        'countyOfficer',
        'countyApprover',
        'countyFinance',
      ] as const),
    ),
  );
  private readonly source = pageSource('countDuties', () => {
    this.opened();
    const program = this.view.program();
    return this.owes() ? { query: { program } } : undefined;
  });
  /** What was answered last stands while it is asked again. */
  private readonly known = linkedSignal<Answer<'countDuties'> | undefined, Answer<'countDuties'> | undefined>(
    {
      source: this.source.value,
      computation: (answered, before) => answered ?? before?.value,
    },
  );
  protected readonly overdue = computed(() => (this.known()?.overdue ?? 0) > 0);
  protected readonly count = computed(() => {
    const { overdue = 0, dueSoon = 0, asked = 0 } = this.known() ?? {};
    return overdue + dueSoon + asked;
  });
}
