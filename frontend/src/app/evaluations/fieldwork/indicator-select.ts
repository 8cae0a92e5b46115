import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { ReactiveFormsModule, type FormControl } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CountyFieldwork } from '@yuheng/shared/contract/fieldwork-papers';
import { SaidPipe } from '../../ui/said';

/** Which indicator of the round something is of; the empty choice is none, or not chosen yet where one is required. */
@Component({
  selector: 'yh-indicator-select',
  imports: [ReactiveFormsModule, SaidPipe, TranslocoPipe],
  template: `
    <label [for]="selectId()">{{ 'fieldwork.indicator' | transloco }}</label>
    <select [id]="selectId()" [formControl]="control()" [attr.aria-invalid]="wrong()">
      <option value="">
        {{ (isRequired() ? 'fieldwork.choose' : 'fieldwork.anyIndicator') | transloco }}
      </option>
      @for (one of all(); track one.id) {
        <option [value]="one.id">{{ one.name | said }}</option>
      }
    </select>
  `,
  styleUrl: './fieldwork.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class IndicatorSelect {
  readonly selectId = input.required<string>();
  readonly all = input.required<CountyFieldwork['indicators']>();
  readonly control = input.required<FormControl<string>>();
  readonly isRequired = input(false);
  readonly wrong = input(false);
}
