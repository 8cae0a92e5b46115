import { ChangeDetectionStrategy, Component, DOCUMENT, effect, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Display } from '../ui/display';
import { Language } from '../ui/language';

/** An address that leads nowhere says so, and shows the way back. */
@Component({
  selector: 'yh-not-found',
  imports: [RouterLink, TranslocoPipe],
  template: `
    <main class="lone">
      <h1>{{ 'shell.notFound.title' | transloco }}</h1>
      <p>{{ 'shell.notFound.text' | transloco: { address } }}</p>
      <p>
        <a routerLink="/" class="button" data-kind="primary">{{ 'ui.backHome' | transloco }}</a>
      </p>
    </main>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NotFound {
  protected readonly language = inject(Language);
  protected readonly display = inject(Display);
  protected readonly address = inject(Router).url;

  constructor() {
    const page = inject(DOCUMENT);
    effect(() => {
      page.title = `${this.language.text('shell.notFound.title')} · ${this.language.text('shell.name')}`;
    });
  }
}
