import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { OwnAccount, type AccountDetails } from '../../api/own-account';
import { useTexts } from '../../ui/texts';
import { EnrolSecondFactor } from './enrol-second-factor';
import { RecoveryCodes } from './recovery-codes';
import { SECOND_FACTOR_TEXTS } from './second-factor-texts';
import { SecuredAct } from './secured-act';

/** With so few left it is time for new ones. */
const FEW_CODES = 3;

/** Whether the account has a second factor, and the ways to enrol it, to take new recovery codes, to give it up. */
@Component({
  selector: 'yh-second-factor-section',
  imports: [TranslocoPipe, EnrolSecondFactor, RecoveryCodes, SecuredAct],
  template: `
    <section aria-labelledby="second-factor-heading">
      <h2 id="second-factor-heading">{{ 'second-factor.heading' | transloco }}</h2>
      @let factor = account().secondFactor;
      <p>
        <small>{{ 'second-factor.text' | transloco }}</small>
      </p>
      @if (factor.enrolled) {
        <p>
          {{ 'second-factor.on' | transloco: { count: factor.recoveryCodesLeft } }}
          @if (factor.recoveryCodesLeft <= few) {
            <strong>{{ 'second-factor.few' | transloco }}</strong>
          }
        </p>
      } @else {
        <p>{{ (factor.required ? 'second-factor.offRequired' : 'second-factor.off') | transloco }}</p>
      }
      @switch (doing()) {
        @case ('enrol') {
          <yh-enrol-second-factor [account]="account()" (enrolled)="finish()">
            <button type="button" class="button" (click)="doing.set(null)">
              {{ 'ui.cancel' | transloco }}
            </button>
          </yh-enrol-second-factor>
        }
        @case ('renew') {
          <p>{{ 'second-factor.renewText' | transloco }}</p>
          <yh-secured-act act="renew" (done)="show($event)" (cancelled)="doing.set(null)" />
        }
        @case ('remove') {
          <p>
            {{ (factor.required ? 'second-factor.removeRequired' : 'second-factor.removeText') | transloco }}
          </p>
          <yh-secured-act act="remove" (done)="removed.set(true); finish()" (cancelled)="doing.set(null)" />
        }
        @case ('codes') {
          <yh-recovery-codes [codes]="codes()" [username]="account().username" (finished)="finish()" />
        }
        @default {
          @if (!account().demonstration) {
            <p class="acts">
              @if (factor.enrolled) {
                <button type="button" class="button" (click)="begin('renew')">
                  {{ 'second-factor.renew' | transloco }}
                </button>
                <button type="button" class="button" (click)="begin('remove')">
                  {{ 'second-factor.remove' | transloco }}
                </button>
              } @else {
                <button type="button" class="button" data-kind="primary" (click)="begin('enrol')">
                  {{ 'second-factor.enrol' | transloco }}
                </button>
              }
            </p>
          }
        }
      }
      <p role="status">
        @if (removed()) {
          {{ 'second-factor.removed' | transloco }}
        }
      </p>
    </section>
  `,
  styleUrl: '../account-form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SecondFactorSection {
  private readonly own = inject(OwnAccount);
  readonly account = input.required<AccountDetails>();
  protected readonly few = FEW_CODES;
  protected readonly doing = signal<'enrol' | 'renew' | 'remove' | 'codes' | null>(null);
  protected readonly codes = signal<readonly string[]>([]);
  protected readonly removed = signal(false);

  constructor() {
    useTexts('second-factor', SECOND_FACTOR_TEXTS);
  }

  protected begin(what: 'enrol' | 'renew' | 'remove'): void {
    this.removed.set(false);
    this.doing.set(what);
  }

  protected show(codes: readonly string[]): void {
    this.codes.set(codes);
    this.doing.set('codes');
  }

  protected finish(): void {
    this.codes.set([]);
    this.doing.set(null);
    this.own.reload();
  }
}
