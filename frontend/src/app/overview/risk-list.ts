import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Overview } from '@yuheng/shared/contract/overview';
import { InnerLink } from '../ui/inner-link';
import { SaidPipe } from '../ui/said';

/** 风险提示: a count of 0 is said too; of one county each risk is told with its own count. */
@Component({
  selector: 'yh-risk-list',
  imports: [TranslocoPipe, InnerLink, SaidPipe],
  template: `
    <ul>
      @for (item of risks(); track item.kind) {
        <li [class.some]="item.count > 0">
          @if (ofCounty()) {
            {{
              'overview.riskOf.' + item.kind + (item.count > 0 ? '' : 'None')
                | transloco: { count: item.count }
            }}
          } @else {
            {{ item.text | said }}
          }
          @if (item.link && item.count > 0) {
            <a class="screen-only" [yhLink]="item.link + (ofCounty() ? '&county=' + ofCounty() : '')"
              >{{ 'overview.lookUp' | transloco
              }}<span class="visually-hidden"> {{ item.text | said }}</span></a
            >
          }
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: grid;
      gap: 8px;
      margin: 0;
      padding-inline-start: 18px;
    }
    .some::marker {
      color: var(--warning);
    }
    a {
      padding-block: 2px;
      font-size: 0.9375rem;
    }
    @media (max-width: 760px) {
      a {
        padding-block: 10px;
      }
    }
    @media print {
      ul {
        gap: 1px;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RiskList {
  readonly risks = input.required<readonly Overview['risks'][number][]>();
  /** The county that is picked: only its part is told. */
  readonly ofCounty = input('');
}
