import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';

export interface Choice {
  readonly value: string;
  readonly words: string;
}

/** One of a few: label, the choices in words, and what the one that is chosen means. */
@Component({
  selector: 'yh-setting-choice',
  template: `
    <label [for]="fieldId()">{{ label() }}</label>
    <select
      [id]="fieldId()"
      [disabled]="disabled()"
      [attr.aria-describedby]="fieldId() + '-note'"
      (change)="choose($event)"
    >
      @for (choice of choices(); track choice.value) {
        <option [value]="choice.value" [selected]="choice.value === value()">{{ choice.words }}</option>
      }
    </select>
    <p [id]="fieldId() + '-note'" [class.problem]="error() !== ''" aria-live="polite">
      {{ error() || help() }}
    </p>
  `,
  styleUrl: './controls.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SettingChoice {
  readonly fieldId = input.required<string>();
  readonly label = input.required<string>();
  readonly help = input.required<string>();
  readonly choices = input.required<readonly Choice[]>();
  readonly value = input.required<string>();
  readonly disabled = input(false);
  readonly error = input('');
  readonly chosen = output<string>();

  protected choose(event: Event): void {
    this.chosen.emit((event.target as HTMLSelectElement).value);
  }
}
