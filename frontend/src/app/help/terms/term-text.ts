import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { SaidPipe } from '../../ui/said';
import type { Term } from './term';

/** What a term means, how it is computed, and by which clause. */
@Component({
  selector: 'yh-term-text',
  imports: [TranslocoPipe, SaidPipe],
  template: `
    <p>{{ term().means | said }}</p>
    @if (term().formula; as formula) {
      <p class="formula">{{ 'help.terms.formula' | transloco }}{{ formula | said }}</p>
    }
    @if (term().source; as source) {
      <p>
        <small>{{ 'help.terms.source' | transloco }}{{ source | said }}</small>
      </p>
    }
  `,
  styles: `
    p {
      margin: 0 0 4px;
    }
    .formula {
      padding-inline-start: 8px;
      border-inline-start: 3px solid var(--accent);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TermText {
  readonly term = input.required<Term>();
}
