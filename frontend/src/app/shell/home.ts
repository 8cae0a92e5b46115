import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Session } from '../api/session';
import { EmptyNotice } from '../ui/empty-notice';
import { Page } from '../ui/page';
import { startOf } from './own-pages';

/** Leads to the first page that the account may read, or says honestly that there is none yet. */
@Component({
  selector: 'yh-home',
  imports: [TranslocoPipe, EmptyNotice, Page],
  template: `
    @if (nothing()) {
      <yh-page title="shell.home.title" question="shell.home.question">
        <yh-empty>
          <p>
            <strong>{{ 'shell.home.none' | transloco: { role: ('ui.role.' + role() | transloco) } }}</strong>
          </p>
          <p>{{ 'shell.home.others' | transloco }}</p>
        </yh-empty>
      </yh-page>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Home {
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  protected readonly role = computed(() => this.session.account()?.roles[0] ?? '');
  protected readonly nothing = computed(
    () => !this.session.readsBusiness() && startOf(this.session.account()) === null,
  );

  constructor() {
    const start = startOf(this.session.account());
    if (this.session.readsBusiness()) {
      void this.router.navigate(['/overview'], { queryParamsHandling: 'preserve', replaceUrl: true });
    } else if (start) {
      void this.router.navigateByUrl(start, { replaceUrl: true });
    }
  }
}
