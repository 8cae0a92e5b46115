import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Session } from '../api/session';
import { EmptyNotice } from '../ui/empty-notice';
import { Page } from '../ui/page';

/** Leads to the first page that the account may read, or says honestly that there is none yet. */
@Component({
  selector: 'yh-home',
  imports: [TranslocoPipe, EmptyNotice, Page],
  template: `
    @if (!session.readsBusiness()) {
      <yh-page title="shell.home.title" question="shell.home.question">
        <yh-empty>
          <p>
            <strong>{{ 'shell.home.none' | transloco: { role: ('ui.role.' + role() | transloco) } }}</strong>
          </p>
          <p>{{ (administrator() ? 'shell.home.administrators' : 'shell.home.others') | transloco }}</p>
        </yh-empty>
      </yh-page>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Home {
  protected readonly session = inject(Session);
  protected readonly role = computed(() => this.session.account()?.roles[0] ?? '');
  protected readonly administrator = computed(() => this.role().endsWith('Administrator'));

  constructor() {
    if (this.session.readsBusiness()) {
      void inject(Router).navigate(['/overview'], { queryParamsHandling: 'preserve', replaceUrl: true });
    }
  }
}
