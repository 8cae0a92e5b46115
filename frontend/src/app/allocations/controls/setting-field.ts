import { ChangeDetectionStrategy, Component, computed, input, linkedSignal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { SaidPipe } from '../../ui/said';
import type { SplitDesk } from '../split-desk';
import { typedFigure, type SettingFigure } from './setting-fields';

/**
 * One figure of the settings: label, unit, what it means, and in place of that what is wrong with it. What was typed
 * stays as it was typed, also where it is refused; undo and presets put their own in its place.
 */
@Component({
  selector: 'yh-setting-field',
  imports: [TranslocoPipe, SaidPipe],
  template: `
    <label [for]="fieldId()" [class.visually-hidden]="isBare()"
      >{{ label() }}
      @if (whose(); as name) {
        <span lang="zh-CN">{{ name }}</span>
      }
    </label>
    <span class="box">
      <input
        type="text"
        inputmode="decimal"
        autocomplete="off"
        [id]="fieldId()"
        [value]="text()"
        [disabled]="disabled()"
        [attr.aria-describedby]="fieldId() + '-note'"
        [attr.aria-invalid]="errors().length > 0"
        (input)="type($event)"
      />
      @if (!isBare()) {
        <span class="unit">{{ 'allocation-controls.figure.' + figure().id + '.unit' | transloco }}</span>
      }
    </span>
    <p [id]="fieldId() + '-note'" [class.problem]="errors().length > 0" aria-live="polite">
      @for (error of errors(); track $index) {
        <span>{{ error.detail | said }}</span>
      } @empty {
        @if (!isBare()) {
          {{ 'allocation-controls.figure.' + figure().id + '.help' | transloco }}
        }
      }
    </p>
  `,
  styleUrl: './controls.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SettingField {
  readonly desk = input.required<SplitDesk>();
  readonly figure = input.required<SettingFigure>();
  readonly label = input.required<string>();
  readonly disabled = input(false);
  /** In a table, whose heading says what it is. */
  readonly isBare = input(false);
  /** Where several fields have the same figure, such as one a county. */
  readonly of = input('');
  /** The name of who has it. */
  readonly whose = input('');

  protected readonly fieldId = computed(
    () => `setting-${this.figure().id.replaceAll('.', '-')}${this.of() ? `-${this.of()}` : ''}`,
  );
  protected readonly text = linkedSignal<AllocationText, string>({
    source: () => ({ settings: this.desk().settings(), value: this.figure().read(this.desk().settings()) }),
    computation: ({ settings, value }, previous) => {
      const typed = previous?.value;
      if (typed === undefined) return value;
      // What was typed means the same as what is set: it stays, with its full-width digits or its half-typed number.
      return this.figure().read(this.figure().write(settings, typedFigure(typed))) === value ? typed : value;
    },
  });
  protected readonly errors = computed(() => {
    const pointer = this.figure().pointer(this.desk().settings());
    return this.desk()
      .refusals()
      .filter((one) => one.pointer.replace(/^\/settings/, '') === pointer);
  });

  protected type(event: Event): void {
    const text = (event.target as HTMLInputElement).value;
    this.text.set(text);
    const { settings } = this.desk();
    this.desk().change(this.figure().write(settings(), typedFigure(text)), this.fieldId());
  }
}

interface AllocationText {
  readonly settings: ReturnType<SplitDesk['settings']>;
  readonly value: string;
}
