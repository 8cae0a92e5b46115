import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { EmptyNotice } from '../ui/empty-notice';
import { Page } from '../ui/page';

/** A page that the role may not read says so, and shows the way back. */
@Component({
  selector: 'yh-forbidden',
  imports: [RouterLink, TranslocoPipe, EmptyNotice, Page],
  template: `
    <yh-page title="shell.forbidden.title" question="shell.forbidden.question">
      <yh-empty>
        <p>{{ text() | transloco }}</p>
        <p>
          <a routerLink="/" class="button">{{ 'ui.backHome' | transloco }}</a>
        </p>
      </yh-empty>
    </yh-page>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Forbidden {
  /** The key of the sentence that says who may, from the data of the route. */
  readonly text = input('shell.forbidden.text', {
    transform: (key: string | undefined) => key ?? 'shell.forbidden.text',
  });
}
