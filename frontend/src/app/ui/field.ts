import {
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  signal,
} from '@angular/core';
import { ReactiveFormsModule, type FormControl } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';

/**
 * One field of a form: its label above, below it a hint or, in its place, what is wrong. Words come in the reader's
 * language. A password can be shown; a `code` is what an authenticator shows.
 *
 *     <yh-field fieldId="name" [label]="'x.name' | transloco" [control]="form.controls.name"
 *       [error]="asked() && form.controls.name.invalid ? ('x.nameProblem' | transloco) : ''" />
 */
@Component({
  selector: 'yh-field',
  imports: [ReactiveFormsModule, TranslocoPipe],
  template: `
    <label [for]="fieldId()">{{ label() }}</label>
    <span class="box">
      <input
        autocapitalize="none"
        spellcheck="false"
        [id]="fieldId()"
        [type]="type()"
        [formControl]="control()"
        [autocomplete]="autocomplete()"
        [attr.inputmode]="kind() === 'code' ? 'numeric' : kind() === 'tel' ? 'tel' : null"
        [attr.min]="min()"
        [attr.max]="max()"
        [attr.aria-describedby]="noteId()"
        [attr.aria-invalid]="error() !== ''"
      />
      @if (kind() === 'password') {
        <button
          type="button"
          class="button"
          [attr.aria-controls]="fieldId()"
          [attr.aria-pressed]="shown()"
          (click)="shown.set(!shown())"
        >
          {{ (shown() ? 'ui.field.hide' : 'ui.field.show') | transloco }}
        </button>
      }
    </span>
    <p [id]="noteId()" [class.problem]="error()">{{ error() || hint() }}</p>
  `,
  styleUrl: './field.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Field {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly fieldId = input.required<string>();
  readonly label = input.required<string>();
  readonly control = input.required<FormControl<string>>();
  readonly kind = input<'text' | 'password' | 'code' | 'tel' | 'date'>('text');
  readonly autocomplete = input('off');
  readonly hint = input('');
  /** What is wrong with the field; empty: nothing that is to be said now. */
  readonly error = input('');
  /** First and last day of a `date`. */
  readonly min = input<string | null>(null);
  readonly max = input<string | null>(null);

  protected readonly shown = signal(false);
  protected readonly noteId = computed(() => `${this.fieldId()}-note`);
  protected readonly type = computed(() => {
    if (this.kind() === 'code') return 'text';
    return this.kind() === 'password' && this.shown() ? 'text' : this.kind();
  });

  focus(): void {
    this.host.nativeElement.querySelector('input')?.focus();
  }
}
