import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { ReactiveFormsModule, type FormControl } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';

/** Why something of a person is changed or shown; the trail keeps it. */
@Component({
  selector: 'yh-roster-reason',
  imports: [ReactiveFormsModule, TranslocoPipe],
  template: `
    <label for="roster-reason">{{ 'roster.reason' | transloco }}</label>
    <textarea
      id="roster-reason"
      rows="3"
      maxlength="500"
      aria-describedby="roster-reason-note"
      [formControl]="control()"
      [attr.aria-invalid]="wrong()"
    ></textarea>
    <p id="roster-reason-note" class="note" [class.problem]="wrong()">
      {{ (wrong() ? 'roster.reasonProblem' : 'roster.reasonHint') | transloco }}
    </p>
  `,
  styleUrl: './roster-form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RosterReason {
  readonly control = input.required<FormControl<string>>();
  /** The form was sent while this was empty. */
  readonly wrong = input.required<boolean>();
}
