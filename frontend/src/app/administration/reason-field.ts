import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { ReactiveFormsModule, type FormControl } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';

/** Why something is done: every act of administration says it, and the trail keeps it. */
@Component({
  selector: 'yh-reason',
  imports: [ReactiveFormsModule, TranslocoPipe],
  template: `
    <label [for]="fieldId()">{{ 'administration.reason' | transloco }}</label>
    <textarea
      rows="3"
      maxlength="500"
      [id]="fieldId()"
      [formControl]="control()"
      [attr.aria-describedby]="noteId()"
      [attr.aria-invalid]="wrong()"
    ></textarea>
    <p class="note" [id]="noteId()" [class.problem]="wrong()">
      {{ (wrong() ? 'administration.reasonProblem' : 'administration.reasonHint') | transloco }}
    </p>
  `,
  styleUrl: './form.css',
  styles: `
    :host {
      display: grid;
      gap: 4px;
    }
    label {
      font-size: 0.9375rem;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReasonField {
  readonly fieldId = input('reason');
  readonly control = input.required<FormControl<string>>();
  /** The form was sent while this was empty. */
  readonly wrong = input.required<boolean>();
  protected readonly noteId = computed(() => `${this.fieldId()}-note`);
}
