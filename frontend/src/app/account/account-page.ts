import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { OwnAccount } from '../api/own-account';
import { Page } from '../ui/page';
import { useTexts } from '../ui/texts';
import { ACCOUNT_TEXTS } from './account-texts';
import { HandOvers } from './hand-overs';
import { PasswordSection } from './passwords/password-section';
import { PhoneSection } from './phone-section';
import { SealSection } from './seal-section';
import { SecondFactorSection } from './second-factor/second-factor-section';
import { SessionsSection } from './sessions/sessions-section';
import { TokensSection } from './tokens/tokens-section';

/** One's own account: who one is, how one signs in, where one is signed in, and what was handed over. */
@Component({
  selector: 'yh-account-page',
  imports: [
    TranslocoPipe,
    Page,
    HandOvers,
    PasswordSection,
    PhoneSection,
    SealSection,
    SecondFactorSection,
    SessionsSection,
    TokensSection,
  ],
  templateUrl: './account-page.html',
  styleUrl: './account-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AccountPage {
  protected readonly own = inject(OwnAccount);
  /** Nothing of it can be read while something is due first; who comes then is led there. */
  protected readonly free = computed(() => {
    const account = this.own.value();
    return account?.restriction === null ? account : null;
  });

  constructor() {
    useTexts('account', ACCOUNT_TEXTS);
    // What was read when the program opened may have changed since.
    this.own.reload();
  }
}
