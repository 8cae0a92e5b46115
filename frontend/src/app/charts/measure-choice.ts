import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { ViewState } from '../api/view-state';

/** A measure by which the counties can be coloured, and its name in the present language. */
export interface NamedMeasure {
  readonly id: string;
  readonly name: string;
}

/** Which measure colours the map; the choice stands in the address, so that a link shows the same map. */
@Component({
  selector: 'yh-measure-choice',
  template: `
    <label class="screen-only">
      <span>{{ label() }}</span>
      <select (change)="choose($event)">
        @for (one of measures(); track one.id) {
          <option [value]="one.id" [selected]="one.id === measure()">{{ one.name }}</option>
        }
      </select>
    </label>
  `,
  styles: `
    :host {
      display: block;
      margin-block: 8px 10px;
    }
    label {
      display: inline-flex;
      gap: 8px;
      align-items: center;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MeasureChoice {
  private readonly view = inject(ViewState);
  readonly label = input.required<string>();
  readonly measures = input.required<readonly NamedMeasure[]>();
  readonly measure = input.required<string>();

  protected choose(event: Event): void {
    void this.view.change({ measure: (event.target as HTMLSelectElement).value }, true);
  }
}

/** The measure that the address names, or else the page's own. */
export function measureOf<M extends string>(view: ViewState, measures: readonly M[], own: M): M {
  return measures.find((one) => one === view.query().get('measure')) ?? own;
}
