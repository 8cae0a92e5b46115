import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormControl } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { checkPassword } from '@yuheng/shared/domain/accounts/password-rule';
import { Field } from './field';
import { SaidPipe } from './said';

/** The rules as the installation is set; `history` where the account has had passwords before. */
export interface PasswordRules {
  readonly length: number;
  readonly classes: number;
  readonly history?: number;
}

/** Stands in no password: while no user name is typed yet, none can be inside. */
const NOBODY = '\u0000';

/** A new password, twice, with the rules that it has to follow; what it breaks is said while it is typed. */
@Component({
  selector: 'yh-new-password',
  imports: [TranslocoPipe, Field, SaidPipe],
  template: `
    <yh-field
      fieldId="password"
      kind="password"
      autocomplete="new-password"
      [label]="'ui.newPassword.password' | transloco"
      [hint]="'ui.newPassword.rules' | transloco: { length: rules().length, classes: rules().classes }"
      [control]="password"
      [error]="asked() && broken().length > 0 ? ('ui.newPassword.broken' | transloco) : ''"
    />
    <div aria-live="polite">
      @if (typed() !== '' || asked()) {
        <ul>
          @for (rule of broken(); track $index) {
            <li class="broken"><span aria-hidden="true">✗</span> {{ rule.detail | said }}</li>
          } @empty {
            <li class="kept"><span aria-hidden="true">✓</span> {{ 'ui.newPassword.kept' | transloco }}</li>
          }
        </ul>
      }
      @if (rules().history; as count) {
        <p>{{ 'ui.newPassword.history' | transloco: { count } }}</p>
      }
    </div>
    <yh-field
      fieldId="again"
      kind="password"
      autocomplete="new-password"
      [label]="'ui.newPassword.again' | transloco"
      [control]="again"
      [error]="asked() && differ() ? ('ui.newPassword.differ' | transloco) : ''"
    />
  `,
  styles: `
    :host {
      display: grid;
      gap: 4px;
    }
    ul {
      margin: 0 0 6px;
      padding: 0;
      font-size: 0.875rem;
      list-style: none;
    }
    p {
      margin: 0 0 6px;
      color: var(--ink-2);
      font-size: 0.875rem;
    }
    .broken {
      color: var(--warning);
    }
    .kept {
      color: var(--normal);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NewPassword {
  readonly username = input.required<string>();
  readonly rules = input.required<PasswordRules>();
  /** The form was sent once: what is missing is said from now on. */
  readonly asked = input.required<boolean>();

  protected readonly password = new FormControl('', { nonNullable: true });
  protected readonly again = new FormControl('', { nonNullable: true });
  protected readonly typed = toSignal(this.password.valueChanges, { initialValue: '' });
  private readonly typedAgain = toSignal(this.again.valueChanges, { initialValue: '' });
  protected readonly broken = computed(() => {
    const outcome = checkPassword(this.typed(), this.username() || NOBODY, this.rules());
    return outcome.ok ? [] : outcome.refusals;
  });
  protected readonly differ = computed(() => this.typed() !== this.typedAgain());

  /** The password, once it keeps the rules and was typed twice the same; null until then. */
  readonly value = computed(() => (this.broken().length > 0 || this.differ() ? null : this.typed()));

  clear(): void {
    this.password.reset();
    this.again.reset();
  }
}
