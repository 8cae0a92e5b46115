import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { SCALE, type Judgements } from './weigh-ahp';

/** One expert's pairwise comparisons: only the upper half is chosen, the lower follows. */
@Component({
  selector: 'yh-ahp-matrix',
  imports: [TranslocoPipe],
  template: `
    <div class="table-frame" tabindex="0" role="region" [attr.aria-label]="label()">
      <table class="data">
        <caption>
          {{
            label()
          }}
        </caption>
        <thead>
          <tr>
            <td></td>
            @for (name of names(); track $index) {
              <th scope="col">{{ name }}</th>
            }
          </tr>
        </thead>
        <tbody>
          @for (name of names(); track $index; let row = $index) {
            <tr>
              <th scope="row">{{ name }}</th>
              @for (other of names(); track $index; let column = $index) {
                <td>
                  @if (row === column) {
                    1
                  } @else if (row < column) {
                    <select
                      [attr.aria-label]="'methods.advisers.compare' | transloco: { one: name, other }"
                      (change)="choose(row, column, $event)"
                    >
                      @for (value of scale; track value) {
                        <option [value]="value" [selected]="judgements()[row]?.[column] === value">
                          {{ value }}
                        </option>
                      }
                    </select>
                  } @else {
                    {{ mirrored(judgements()[column]?.[row] ?? '1') }}
                  }
                </td>
              }
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    select {
      min-block-size: 32px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AhpMatrix {
  readonly names = input.required<readonly string[]>();
  readonly judgements = input.required<Judgements>();
  readonly label = input.required<string>();
  readonly judged = output<Judgements>();
  protected readonly scale = SCALE;

  protected mirrored(judgement: string): string {
    if (judgement === '1') return '1';
    return judgement.startsWith('1/') ? judgement.slice(2) : `1/${judgement}`;
  }

  protected choose(row: number, column: number, event: Event): void {
    const value = (event.target as HTMLSelectElement).value;
    this.judged.emit(
      this.judgements().map((cells, at) =>
        at === row ? cells.map((cell, place) => (place === column ? value : cell)) : cells,
      ),
    );
  }
}
