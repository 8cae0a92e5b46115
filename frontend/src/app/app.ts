import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { Session } from './api/session';
import { ViewState } from './api/view-state';
import { ExplainDrawer } from './explain/explain-drawer';

/**
 * The root: the frame around a page comes from the routes, because signing in stands outside it. The explain drawer
 * lies over whatever page is open, and is loaded when something is explained for the first time.
 */
@Component({
  selector: 'yh-root',
  imports: [RouterOutlet, ExplainDrawer],
  template: `
    <router-outlet />
    @defer (when explaining()) {
      <yh-explain-drawer />
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class App {
  private readonly session = inject(Session);
  private readonly view = inject(ViewState);
  protected readonly explaining = computed(
    () => this.session.account() !== null && this.view.query().has('explain'),
  );
}
