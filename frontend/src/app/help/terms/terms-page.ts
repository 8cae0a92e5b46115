import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Page } from '../../ui/page';
import { SaidPipe } from '../../ui/said';
import { useTexts } from '../../ui/texts';
import { HELP_TEXTS } from '../help-texts';
import { GLOSSARY } from './glossary';
import { TermText } from './term-text';

/** The whole glossary, by the work of the year. */
@Component({
  selector: 'yh-terms-page',
  imports: [RouterLink, TranslocoPipe, Page, SaidPipe, TermText],
  template: `
    <yh-page title="help.terms.title" question="help.terms.question">
      <p class="screen-only">
        <a routerLink="/help">{{ 'help.terms.toHelp' | transloco }}</a>
      </p>
      <p class="screen-only">{{ 'help.terms.how' | transloco }}</p>
      @for (group of groups; track group.id) {
        <section class="card" data-unmarked [attr.aria-labelledby]="'terms-' + group.id">
          <h2 [id]="'terms-' + group.id">{{ group.name | said }}</h2>
          <dl>
            @for (term of group.terms; track term.id) {
              <div class="term">
                <dt [id]="term.id">{{ term.name | said }}</dt>
                <dd><yh-term-text [term]="term" /></dd>
              </div>
            }
          </dl>
        </section>
      }
    </yh-page>
  `,
  styles: `
    dl {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 420px), 1fr));
      gap: 14px 28px;
      margin: 0;
    }
    dt {
      font-weight: 600;
    }
    dd {
      margin: 0;
    }
    .term {
      break-inside: avoid;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TermsPage {
  protected readonly groups = GLOSSARY;

  constructor() {
    useTexts('help', HELP_TEXTS);
  }
}
