import { ChangeDetectionStrategy, Component, computed, input, linkedSignal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { SaidPipe } from '../../ui/said';
import type { SplitDesk } from '../split-desk';
import { boundFigure } from './setting-fields';
import { SettingField } from './setting-field';

/** Floor and cap of single counties, which a document states beside the general ones: a table, most of it empty. */
@Component({
  selector: 'yh-county-bounds',
  imports: [TranslocoPipe, SaidPipe, SettingField],
  template: `
    <details [open]="hasAny()">
      <summary>{{ 'allocation-controls.bounds.title' | transloco }}</summary>
      <p>{{ 'allocation-controls.bounds.help' | transloco }}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{{ 'allocation-controls.bounds.county' | transloco }}</th>
            <th scope="col">{{ 'allocation-controls.bounds.floor' | transloco }}</th>
            <th scope="col">{{ 'allocation-controls.bounds.cap' | transloco }}</th>
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.id) {
            <tr>
              <th scope="row" lang="zh-CN">{{ row.name }}</th>
              @for (figure of row.figures; track figure.id) {
                <td>
                  <yh-setting-field
                    [desk]="desk()"
                    [figure]="figure"
                    [of]="row.id"
                    [isBare]="true"
                    [label]="'allocation-controls.' + figure.id | transloco"
                    [whose]="row.name"
                  />
                </td>
              }
            </tr>
          }
        </tbody>
      </table>
      @for (error of ofLines(); track $index) {
        <p class="problem" role="alert">{{ error.detail | said }}</p>
      }
    </details>
  `,
  styles: `
    summary {
      padding-block: 4px;
      font-size: 0.875rem;
      cursor: pointer;
    }
    table {
      inline-size: 100%;
      border-collapse: collapse;
      font-size: 0.875rem;
    }
    th {
      padding-block: 2px;
      font-weight: 400;
      text-align: start;
      vertical-align: top;
    }
    td {
      padding: 2px 0 2px 6px;
      vertical-align: top;
    }
    td ::ng-deep input[type='text'] {
      inline-size: 4.5em;
    }
    p {
      margin: 0 0 4px;
      color: var(--ink-2);
      font-size: 0.8125rem;
    }
    p.problem {
      color: var(--warning);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CountyBounds {
  readonly desk = input.required<SplitDesk>();
  /** Once open it stays open: whoever empties the last line goes on typing. */
  protected readonly hasAny = linkedSignal<boolean, boolean>({
    source: () => this.desk().settings().bounds.length > 0,
    computation: (any, previous) => any || previous?.value === true,
  });
  protected readonly rows = computed(() =>
    (this.desk().question()?.counties ?? []).map(({ id, name }) => ({
      id,
      name,
      figures: [boundFigure(id, 'floor'), boundFigure(id, 'cap')],
    })),
  );
  /** Of a line as a whole, or of a county that is not among those of the year. */
  protected readonly ofLines = computed(() =>
    this.desk()
      .refusals()
      .filter(({ pointer }) => /^(\/settings)?\/bounds(\/\d+(\/county)?)?$/.test(pointer)),
  );
}
