import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';

/** One field that somebody else changed, in the reader's words. */
export interface ConflictRow {
  readonly label: string;
  readonly before: string;
  readonly now: string;
  /** Absent where nothing of it was typed. */
  readonly typed?: string;
}

/**
 * Two people changed the same thing: what the other one changed stands beside what was typed here, which is kept.
 * `keep` goes on from the new version, `discard` shows it as it is. `rows` null: it could not be read yet.
 */
@Component({
  selector: 'yh-version-conflict',
  imports: [TranslocoPipe],
  template: `
    <div class="notice" data-kind="attention" role="alert">
      <p>
        <strong>{{ 'ui.conflict.title' | transloco }}</strong>
      </p>
      <p>{{ 'ui.conflict.text' | transloco }}</p>
      @if (rows(); as rows) {
        @if (rows.length > 0) {
          <div class="table-frame">
            <table class="data stacking" role="table">
              <thead role="rowgroup">
                <tr role="row">
                  <th scope="col" role="columnheader">{{ 'ui.conflict.field' | transloco }}</th>
                  <th scope="col" role="columnheader">{{ 'ui.conflict.before' | transloco }}</th>
                  <th scope="col" role="columnheader">{{ 'ui.conflict.now' | transloco }}</th>
                  @if (typing()) {
                    <th scope="col" role="columnheader">
                      {{ 'ui.conflict.typed' | transloco }}
                    </th>
                  }
                </tr>
              </thead>
              <tbody role="rowgroup">
                @for (row of rows; track row.label) {
                  <tr role="row">
                    <th scope="row" role="rowheader">{{ row.label }}</th>
                    <td role="cell" [attr.data-label]="'ui.conflict.before' | transloco">
                      {{ row.before }}
                    </td>
                    <td role="cell" [attr.data-label]="'ui.conflict.now' | transloco">
                      {{ row.now }}
                    </td>
                    @if (typing()) {
                      <td role="cell" [attr.data-label]="'ui.conflict.typed' | transloco">
                        {{ row.typed }}
                      </td>
                    }
                  </tr>
                }
              </tbody>
            </table>
          </div>
        } @else {
          <p>{{ 'ui.conflict.same' | transloco }}</p>
        }
        <p class="acts">
          <button type="button" class="button" data-kind="primary" (click)="keep.emit()">
            {{ (typing() ? 'ui.conflict.keep' : 'ui.conflict.goOn') | transloco }}
          </button>
          @if (typing()) {
            <button type="button" class="button" (click)="discard.emit()">
              {{ 'ui.conflict.reload' | transloco }}
            </button>
          }
        </p>
      } @else {
        <p>{{ 'ui.conflict.unknown' | transloco }}</p>
        <button type="button" class="button" (click)="retry.emit()">{{ 'ui.retry' | transloco }}</button>
      }
    </div>
  `,
  styleUrl: './form.css',
  styles: `
    .button {
      white-space: normal;
    }
    td {
      overflow-wrap: anywhere;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class VersionConflict {
  readonly rows = input.required<readonly ConflictRow[] | null>();
  readonly keep = output();
  readonly discard = output();
  readonly retry = output();
  protected readonly typing = computed(() => (this.rows() ?? []).some((row) => row.typed !== undefined));
}
