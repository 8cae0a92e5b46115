import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { Session } from './api/session';
import { SessionWatch } from './api/session-watch';
import { SignInAgain } from './api/sign-in-again';
import { ViewState } from './api/view-state';
import { ExplainDrawer } from './explain/explain-drawer';
import { FirstVisit } from './help/tour/first-visit';
import { TermHelp } from './help/terms/term-help';
import { OpeningNotice } from './shell/opening-notice';
import { SessionWarning } from './shell/session-warning';
import { SignInAgainDialog } from './shell/sign-in-again-dialog';
import { FailedPart } from './ui/failed-part';
import { Guide } from './ui/guide';

/**
 * The root: the frame around a page comes from the routes, because signing in stands outside it. The explain drawer
 * lies over whatever page is open, and is loaded when something is explained for the first time. So do the dialogues
 * about the end of the session; they are loaded before they are needed, for then the server may not answer.
 */
@Component({
  selector: 'yh-root',
  imports: [
    RouterOutlet,
    FailedPart,
    OpeningNotice,
    ExplainDrawer,
    SessionWarning,
    SignInAgainDialog,
    TermHelp,
    FirstVisit,
  ],
  template: `
    <router-outlet />
    <yh-opening />
    @defer (when explaining()) {
      <yh-explain-drawer />
    } @error {
      <yh-failed-part class="over" />
    }
    @if (guide.offered()) {
      @defer (on idle; when guide.termsOpen()) {
        <yh-term-help />
      }
      @defer (on idle; when guide.tourAsked()) {
        <yh-first-visit />
      }
    }
    @defer (when watch.endsSoon(); prefetch on idle) {
      <yh-session-warning />
    }
    @defer (when again.demand() !== null; prefetch on idle) {
      <yh-sign-in-again />
    }
  `,
  styles: `
    .over {
      position: fixed;
      z-index: 20;
      inset-block-end: 0;
      inset-inline: 14px auto;
      max-inline-size: min(460px, calc(100vw - 28px));
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class App {
  private readonly session = inject(Session);
  private readonly view = inject(ViewState);
  protected readonly watch = inject(SessionWatch);
  protected readonly again = inject(SignInAgain);
  protected readonly guide = inject(Guide);
  protected readonly explaining = computed(
    () => this.session.account() !== null && this.view.query().has('explain'),
  );
}
