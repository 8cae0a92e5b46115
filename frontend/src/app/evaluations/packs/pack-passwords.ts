import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormBuilder } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Attempt } from '../../api/attempt';
import { Field } from '../../ui/field';
import { ProblemNotice } from '../../ui/problem-notice';

const LEAST = 12;

/** The password under which a pack is encrypted, twice: what is mistyped could never be opened. */
@Component({
  selector: 'yh-pack-passwords',
  imports: [TranslocoPipe, Field, ProblemNotice],
  template: `
    <form (submit)="choose($event)">
      <yh-field
        fieldId="pack-password"
        kind="password"
        autocomplete="new-password"
        [label]="'packs.password' | transloco"
        [control]="form.controls.password"
        [hint]="'packs.passwordHint' | transloco"
        [error]="asked() && isShort() ? ('packs.passwordProblem' | transloco) : ''"
      />
      <yh-field
        fieldId="pack-password-again"
        kind="password"
        autocomplete="new-password"
        [label]="'packs.again' | transloco"
        [control]="form.controls.again"
        [error]="asked() && differs() ? ('packs.againProblem' | transloco) : ''"
      />
      @if (attempt().problem(); as problem) {
        <yh-problem [problem]="problem" [canRetry]="false" />
      }
      <p class="acts">
        <button type="submit" class="button" data-kind="primary" [disabled]="attempt().busy()">
          {{ (attempt().busy() ? 'packs.making' : 'packs.make') | transloco }}
        </button>
        <button type="button" class="button" [disabled]="attempt().busy()" (click)="closed.emit()">
          {{ 'packs.cancel' | transloco }}
        </button>
      </p>
    </form>
  `,
  styleUrl: '../../ui/form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PackPasswords {
  readonly attempt = input.required<Attempt>();
  readonly chosen = output<string>();
  readonly closed = output();

  protected readonly form = inject(FormBuilder).nonNullable.group({ password: '', again: '' });
  private readonly typed = toSignal(this.form.valueChanges, { initialValue: this.form.value });
  protected readonly asked = signal(false);
  protected readonly isShort = computed(() => (this.typed().password ?? '').length < LEAST);
  protected readonly differs = computed(() => this.typed().password !== this.typed().again);

  protected choose(event: Event): void {
    event.preventDefault();
    this.asked.set(true);
    if (!this.isShort() && !this.differs()) this.chosen.emit(this.form.getRawValue().password);
  }
}
