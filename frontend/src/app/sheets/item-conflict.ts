import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { MomentPipe } from '../ui/moment';
import type { StoredValue } from './sheet-draft';

/** Two people changed one item: both answers side by side, and the person decides which one stands. */
@Component({
  selector: 'yh-item-conflict',
  imports: [TranslocoPipe, MomentPipe],
  template: `
    <div class="notice" data-kind="attention" role="alert">
      <p>
        <strong>{{ 'sheet.conflict.title' | transloco }}</strong>
      </p>
      <div class="sides">
        <div>
          <p class="whose">{{ 'sheet.conflict.mine' | transloco }}</p>
          <p class="mine">{{ mine() }}</p>
          <p lang="zh-CN">{{ mineReason() }}</p>
          <button type="button" class="button" (click)="useMine.emit()">
            {{ 'sheet.conflict.useMine' | transloco }}
          </button>
        </div>
        <div>
          <p class="whose">
            {{ 'sheet.conflict.theirs' | transloco }}
            <small>{{
              'sheet.conflict.by' | transloco: { name: current().by, at: (current().at | moment) }
            }}</small>
          </p>
          <p class="theirs">{{ theirs() }}</p>
          <p lang="zh-CN">{{ current().reason }}</p>
          <button type="button" class="button" (click)="useTheirs.emit()">
            {{ 'sheet.conflict.useTheirs' | transloco }}
          </button>
        </div>
      </div>
    </div>
  `,
  styles: `
    .sides {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: 12px;
    }
    .whose {
      color: var(--ink-2);
      font-size: 0.875rem;
    }
    .mine,
    .theirs {
      font-weight: 600;
      overflow-wrap: anywhere;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ItemConflict {
  readonly mine = input.required<string>();
  readonly mineReason = input.required<string>();
  readonly theirs = input.required<string>();
  readonly current = input.required<StoredValue>();
  readonly useMine = output();
  readonly useTheirs = output();
}
