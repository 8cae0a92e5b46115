import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Session } from '../api/session';
import { Display } from '../ui/display';
import { Page } from '../ui/page';

/** An address that leads nowhere says so, and shows the way back. It stands outside the frame, for anyone may ask. */
@Component({
  selector: 'yh-not-found',
  imports: [RouterLink, TranslocoPipe, Page],
  template: `
    <main class="lone">
      @if (session.demonstration()) {
        <span class="demonstration" [title]="'ui.demonstrationHint' | transloco">{{
          'ui.demonstration' | transloco
        }}</span>
      }
      <yh-page title="shell.notFound.title" question="shell.notFound.question">
        <p>{{ 'shell.notFound.text' | transloco: { address } }}</p>
        <p>
          <a routerLink="/" class="button" data-kind="primary">{{ 'ui.backHome' | transloco }}</a>
        </p>
      </yh-page>
    </main>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NotFound {
  protected readonly session = inject(Session);
  /** Nothing else here asks for it, and it is what sets the reader's colours and letters. */
  protected readonly display = inject(Display);
  protected readonly address = inject(Router).url;

  constructor() {
    // Without an answer the page still says what it has to say.
    this.session.load().catch(() => undefined);
  }
}
