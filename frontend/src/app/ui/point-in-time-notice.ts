import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AsOfChoice } from '@yuheng/shared/contract/values';
import { ViewState } from '../api/view-state';
import { SaidPipe } from './said';

/** Marks a page whose figures are of an earlier point in time, and says what on it is not; printed with the page. */
@Component({
  selector: 'yh-point-in-time',
  imports: [TranslocoPipe, SaidPipe],
  template: `
    @if (choice()?.chosen) {
      <p>
        <strong>{{ choice()?.text | said }}</strong>
        <button type="button" class="button plain screen-only" (click)="toLatest()">
          {{ 'ui.pointInTime.toLatest' | transloco }}
        </button>
      </p>
      @if (choice()?.notes?.length) {
        <details>
          <summary>{{ 'ui.pointInTime.notes' | transloco }}</summary>
          <ul>
            @for (note of choice()?.notes; track note.en) {
              <li>{{ note | said }}</li>
            }
          </ul>
        </details>
      }
    } @else if (!view.hasPointsInTime()) {
      <p>
        {{ 'ui.pointInTime.ofNow' | transloco }}
        <button type="button" class="button plain screen-only" (click)="toLatest()">
          {{ 'ui.pointInTime.toLatest' | transloco }}
        </button>
      </p>
    } @else {
      <p>
        <button type="button" class="button screen-only" (click)="toLatest()">
          {{ 'ui.pointInTime.toLatest' | transloco }}
        </button>
      </p>
    }
  `,
  styles: `
    :host {
      display: block;
      margin-block: 0 12px;
      padding: 8px 14px;
      border-inline-start: 4px solid var(--accent);
      background: var(--surface);
    }
    p {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 14px;
      align-items: center;
      margin: 0;
    }
    summary {
      padding-block: 4px;
      color: var(--ink-2);
      font-size: 0.875rem;
      cursor: pointer;
    }
    ul {
      margin: 4px 0 0;
      padding-inline-start: 20px;
      font-size: 0.875rem;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'note' },
})
export class PointInTimeNotice {
  protected readonly view = inject(ViewState);
  readonly choice = input<AsOfChoice>();

  protected toLatest(): void {
    void this.view.change({ asOf: null });
  }
}
