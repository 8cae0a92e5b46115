import { ChangeDetectionStrategy, Component, effect, input, output, untracked } from '@angular/core';
import { FormControl } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { SUBMISSION_STATEMENT } from '@yuheng/shared/domain/evaluating/submission-statement';
import type { Attempt } from '../../api/attempt';
import { Field } from '../../ui/field';
import { Modal } from '../../ui/modal';
import { ProblemNotice } from '../../ui/problem-notice';
import { SaidPipe } from '../../ui/said';

/** The statement that is signed, and the password once more as the signature. */
@Component({
  selector: 'yh-score-sign',
  imports: [TranslocoPipe, Field, Modal, ProblemNotice, SaidPipe],
  template: `
    <yh-modal
      [open]="county() !== null"
      [heading]="'score.sign.title' | transloco: { county: county() ?? '' }"
      (escaped)="closed.emit()"
    >
      <form (submit)="sign($event)">
        <p class="figures">{{ total() }}</p>
        <p>
          <strong>{{ 'score.sign.statement' | transloco }}</strong><br />
          {{ statement | said }}
        </p>
        <yh-field
          fieldId="sign-password"
          kind="password"
          autocomplete="current-password"
          [label]="'score.sign.password' | transloco"
          [control]="password"
          [hint]="'score.sign.passwordHint' | transloco: { name: name() }"
          [error]="attempt().asked() && !password.value ? ('score.sign.passwordProblem' | transloco) : ''"
        />
        @if (attempt().problem(); as problem) {
          <yh-problem [problem]="problem" [canRetry]="false" />
        }
        <p class="acts">
          <button type="submit" class="button" data-kind="primary" [disabled]="attempt().busy()">
            {{ 'score.sign.submit' | transloco }}
          </button>
          <button type="button" class="button" (click)="closed.emit()">
            {{ 'score.sign.cancel' | transloco }}
          </button>
        </p>
      </form>
    </yh-modal>
  `,
  styleUrl: '../../ui/form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ScoreSign {
  /** The county whose sheet is signed, by its name; null: nothing is. */
  readonly county = input.required<string | null>();
  /** Who signs. */
  readonly name = input.required<string>();
  /** What it comes to, in words. */
  readonly total = input.required<string>();
  readonly attempt = input.required<Attempt>();
  readonly signed = output<string>();
  readonly closed = output();
  protected readonly password = new FormControl('', { nonNullable: true });
  protected readonly statement = SUBMISSION_STATEMENT;

  constructor() {
    effect(() => {
      this.county();
      untracked(() => {
        this.password.setValue('');
        this.attempt().clear();
      });
    });
  }

  protected sign(event: Event): void {
    event.preventDefault();
    this.attempt().asked.set(true);
    if (this.password.value) this.signed.emit(this.password.value);
  }
}
