import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Method } from '@yuheng/shared/domain/scoring/method';
import {
  LEAST_LEVELS,
  levelHeading,
  methodRows,
  type MethodColumn,
} from '@yuheng/shared/domain/scoring/method-table/method-table';
import { methodTree } from '@yuheng/shared/domain/scoring/method-diff/method-tree';
import { ZERO } from '@yuheng/shared/domain/numbers/rational';
import { printNumber } from '@yuheng/shared/domain/scoring/numbers/numeral';

const SHOWN = [
  'nature',
  'target',
  'unit',
  'marks',
  'criteria',
  'kind',
  'source',
  'responsible',
] as const satisfies readonly MethodColumn[];

interface LevelCell {
  readonly text: string;
  readonly marks: string;
  readonly rows: number;
  readonly columns: number;
  readonly isHeading: boolean;
}

/** The method as the official table prints it: headings stand once beside all that is below them. */
@Component({
  selector: 'yh-method-official',
  imports: [TranslocoPipe],
  template: `
    <div
      class="table-frame"
      tabindex="0"
      role="region"
      [attr.aria-label]="'methods.official.title' | transloco"
    >
      <table class="official" lang="zh-CN">
        <thead>
          <tr>
            @for (heading of levels(); track heading) {
              <th scope="col">{{ heading }}</th>
            }
            @for (column of shown; track column) {
              <th scope="col">{{ 'methods.official.' + column | transloco }}</th>
            }
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.id) {
            <tr>
              @for (cell of row.levels; track $index) {
                <th
                  [attr.scope]="cell.isHeading ? 'rowgroup' : 'row'"
                  [attr.rowspan]="cell.rows"
                  [attr.colspan]="cell.columns"
                  [class.heading]="cell.isHeading"
                >
                  {{ cell.text }}
                  @if (cell.isHeading) {
                    <small>{{ cell.marks }}分</small>
                  }
                </th>
              }
              @for (column of shown; track column) {
                <td
                  [class]="column"
                  [class.none]="row.cells[column] === ''"
                  [attr.data-label]="'methods.official.' + column | transloco"
                >
                  {{ row.cells[column] }}
                </td>
              }
            </tr>
          }
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" [attr.colspan]="levels().length + 3">
              {{ 'methods.official.total' | transloco }}
            </th>
            <td class="marks">{{ total() }}</td>
            <td class="rest" [attr.colspan]="4"></td>
          </tr>
        </tfoot>
      </table>
    </div>
  `,
  styleUrl: './method-official.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MethodOfficial {
  readonly method = input.required<Method>();
  protected readonly shown = SHOWN;
  private readonly tree = computed(() => methodTree(this.method()));
  private readonly plain = computed(() => methodRows(this.method()));
  private readonly depth = computed(() =>
    Math.max(LEAST_LEVELS, ...this.plain().map(({ levels }) => levels.length)),
  );
  protected readonly levels = computed(() =>
    Array.from({ length: this.depth() }, (_, level) => levelHeading(level + 1)),
  );
  protected readonly total = computed(() => printNumber(this.tree().total));

  protected readonly rows = computed(() => {
    const rows = this.plain();
    const paths = rows.map(({ cells }) => cells.path.split('/'));
    const prefix = (at: number, level: number): string => (paths[at] ?? []).slice(0, level + 1).join('/');
    return rows.map(({ levels, cells }, at) => ({
      id: cells.path,
      cells,
      levels: levels.flatMap((text, level): LevelCell[] => {
        const isHeading = level < levels.length - 1;
        if (isHeading && at > 0 && prefix(at - 1, level) === prefix(at, level)) return [];
        const id = paths[at]?.[level] ?? '';
        let count = 1;
        while (isHeading && at + count < rows.length && prefix(at + count, level) === prefix(at, level))
          count += 1;
        return [
          {
            text,
            marks: printNumber(this.tree().marks.get(id) ?? ZERO),
            rows: count,
            columns: isHeading ? 1 : this.depth() - level,
            isHeading,
          },
        ];
      }),
    }));
  });
}
