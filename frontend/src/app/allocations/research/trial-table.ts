import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { SaidPipe } from '../../ui/said';
import type { TriedSplit } from './research-trials';

/** Splits side by side, a column a trial; what differs from the settings of now is marked, and each warning is told. */
@Component({
  selector: 'yh-trial-table',
  imports: [TranslocoPipe, SaidPipe],
  template: `
    <div class="table-frame" tabindex="0" role="region" [attr.aria-label]="caption()">
      <table class="data">
        <caption class="visually-hidden">
          {{
            caption()
          }}
        </caption>
        <thead>
          <tr>
            <th scope="col">{{ 'allocations.table.county' | transloco }}</th>
            @for (trial of trials(); track trial.words) {
              <th scope="col" class="end">
                {{ 'allocation-controls.' + trial.words | transloco }}
                @if (trial.isNow) {
                  <small>{{ 'allocation-research.now' | transloco }}</small>
                }
              </th>
            }
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.id) {
            <tr>
              <th scope="row" lang="zh-CN">{{ row.name }}</th>
              @for (cell of row.cells; track $index) {
                <td class="end" [class.differs]="cell.differs">
                  {{ cell.part ?? '—' }}
                  @if (cell.differs) {
                    <span class="visually-hidden">{{ 'allocation-research.differs' | transloco }}</span>
                  }
                </td>
              }
            </tr>
          }
        </tbody>
      </table>
    </div>
    <ul>
      @for (trial of trials(); track trial.words) {
        <li>
          <strong>{{ 'allocation-controls.' + trial.words | transloco }}</strong>{{
            'allocations.colon' | transloco
          }}
          @for (refusal of trial.refusals; track $index) {
            {{ refusal.detail | said }}
          }
          @for (warning of trial.warnings; track $index) {
            <span class="warning">
              @if (warning.county; as county) {
                <span lang="zh-CN">{{ names().get(county) ?? county }}</span>{{
                  'allocations.colon' | transloco
                }}
              }
              {{ warning.text | said }}
            </span>
          }
          @if (trial.refusals.length + trial.warnings.length === 0) {
            {{ 'allocation-research.sound' | transloco }}
          }
        </li>
      }
    </ul>
  `,
  styles: `
    .differs {
      background: var(--attention-soft);
      font-weight: 600;
    }
    th small {
      display: block;
      font-weight: 400;
    }
    ul {
      margin: 8px 0 0;
      padding-inline-start: 1.2em;
      font-size: 0.875rem;
    }
    .warning {
      display: block;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TrialTable {
  readonly trials = input.required<readonly TriedSplit[]>();
  readonly counties = input.required<readonly { readonly id: string; readonly name: string }[]>();
  readonly caption = input.required<string>();

  protected readonly names = computed(() => new Map(this.counties().map(({ id, name }) => [id, name])));
  protected readonly rows = computed(() => {
    const now = this.trials().find(({ isNow }) => isNow);
    return this.counties().map(({ id, name }) => ({
      id,
      name,
      cells: this.trials().map(({ parts }) => {
        const part = parts.get(id);
        return { part, differs: part !== undefined && part !== (now?.parts.get(id) ?? part) };
      }),
    }));
  });
}
