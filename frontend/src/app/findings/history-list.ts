import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Doubt, FindingDetail } from '@yuheng/shared/contract/findings';
import { EvidenceLine } from '../ui/evidence-line';
import { MomentPipe } from '../ui/moment';

/** What was done about a finding or a doubt, in its order: never changed, so that everybody reads the same. */
@Component({
  selector: 'yh-history',
  imports: [TranslocoPipe, EvidenceLine, MomentPipe],
  template: `
    <h3>{{ 'findings.history' | transloco }}</h3>
    <ol>
      @for (event of events(); track $index) {
        <li>
          <strong>{{ 'findings.act.' + event.act | transloco }}</strong>
          <small
            >{{ event.at | moment }} ·
            <span lang="zh-CN">{{ event.by ?? ('findings.program' | transloco) }}</span></small
          >
          @if (event.text) {
            <p lang="zh-CN">{{ event.text }}</p>
          }
          @for (one of event.evidence; track $index) {
            <p>
              {{ 'findings.evidence' | transloco }}
              <yh-evidence [of]="one" [county]="county()" />
              @if (one.page) {
                · {{ 'findings.page' | transloco: { page: one.page } }}
              }
            </p>
          }
        </li>
      }
    </ol>
  `,
  styles: `
    ol {
      padding-inline-start: 20px;
    }
    li {
      margin-block-end: 8px;
    }
    p {
      margin: 2px 0;
      overflow-wrap: anywhere;
    }
    small {
      display: block;
      color: var(--ink-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HistoryList {
  readonly events = input.required<Doubt['events'] | FindingDetail['events']>();
  /** Whose documents are named. */
  readonly county = input.required<string>();
}
