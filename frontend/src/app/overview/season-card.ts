import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Overview } from '@yuheng/shared/contract/overview';
import { DayPipe } from '../ui/day';
import { FigureStateMark } from '../ui/figure-state-mark';
import { InnerLink } from '../ui/inner-link';
import { SaidPipe } from '../ui/said';

/** In season: how far the evaluation is, the finalised result, and that next year's 测算稿 can be looked at. */
@Component({
  selector: 'yh-season-card',
  imports: [TranslocoPipe, DayPipe, FigureStateMark, InnerLink, SaidPipe],
  template: `
    <ul class="items">
      @for (evaluation of season().evaluations; track evaluation.kind + evaluation.year) {
        <li>
          <span class="season-head">
            <strong>{{
              'overview.evaluationOf'
                | transloco
                  : { year: evaluation.year, kind: ('overview.evaluation.' + evaluation.kind | transloco) }
            }}</strong>
            <yh-figure-state [state]="evaluation.state" />
            @if (
              evaluation.state !== 'finalised' && evaluation.marksExpected && evaluation.marksGiven !== null
            ) {
              @let marks =
                'overview.marks'
                  | transloco: { given: evaluation.marksGiven, expected: evaluation.marksExpected };
              <progress
                [value]="evaluation.marksGiven"
                [max]="evaluation.marksExpected"
                [attr.aria-label]="marks"
              ></progress>
              <small>{{ marks }}</small>
            }
            @if (evaluation.finalisedOn; as day) {
              <small>{{ 'overview.finalisedOn' | transloco: { day: (day | day) } }}</small>
            }
          </span>
          {{ evaluation.text | said }}
        </li>
      }
      @if (season().nextYear; as next) {
        <li>
          <span class="season-head">
            <strong>{{ 'overview.nextYear' | transloco: { year: next.year } }}</strong>
          </span>
          <a [yhLink]="next.link">{{ next.text | said }}</a>
        </li>
      }
    </ul>
  `,
  styles: `
    .items {
      display: grid;
      gap: 8px;
      margin: 0;
      padding-inline-start: 18px;
    }
    .season-head {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 10px;
      align-items: center;
    }
    progress {
      inline-size: 140px;
      accent-color: var(--accent);
    }
    @media print {
      .items {
        gap: 1px;
      }
      .season-head {
        display: inline-flex;
        margin-inline-end: 6px;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SeasonCard {
  readonly season = input.required<Overview['season']>();
}
