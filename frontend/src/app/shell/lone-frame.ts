import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Session } from '../api/session';
import { DisplayChoices } from './display-choices';

/** The frame of a page from which one cannot go elsewhere yet: the name of the program, and how to look at it. */
@Component({
  selector: 'yh-lone-frame',
  imports: [TranslocoPipe, DisplayChoices],
  template: `
    <header>
      <strong>{{ 'shell.name' | transloco }}</strong>
      <span>{{ 'shell.subtitle' | transloco }}</span>
      @if (session.demonstration()) {
        <span class="demonstration" [title]="'ui.demonstrationHint' | transloco">{{
          'ui.demonstration' | transloco
        }}</span>
      }
      <yh-display-choices />
      <ng-content select="[frameAct]" />
    </header>
    <main>
      <ng-content />
    </main>
  `,
  styles: `
    header {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 12px;
      align-items: baseline;
      padding: 8px 20px;
      border-block-end: 1px solid var(--line);
      background: var(--surface);
    }
    strong {
      color: var(--accent-ink);
      font-size: 1.3rem;
    }
    yh-display-choices {
      margin-inline-start: auto;
    }
    main {
      max-inline-size: var(--lone-width, 600px);
      margin: 24px auto;
      padding-inline: 20px;
    }
    @media (max-width: 860px) {
      header {
        padding-inline: 12px;
      }
      main {
        margin-block: 12px;
        padding-inline: 12px;
      }
      yh-display-choices {
        margin-inline-start: 0;
      }
    }
    @media print {
      header {
        display: none;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LoneFrame {
  protected readonly session = inject(Session);
}
