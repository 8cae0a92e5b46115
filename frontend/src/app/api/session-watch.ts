import { computed, effect, inject, Injectable, untracked } from '@angular/core';
import { NavigationEnd, Router } from '@angular/router';
import { filter, firstValueFrom } from 'rxjs';
import { OwnAccount } from './own-account';
import { pagedRestriction, RestrictedWay } from './restricted-way';
import { Session } from './session';
import { SessionLife } from './session-life';
import { SignInAgain } from './sign-in-again';

/** While somebody is signed in: what is due is asked for, and the end of the session does not come unannounced. */
@Injectable({ providedIn: 'root' })
export class SessionWatch {
  private readonly session = inject(Session);
  private readonly own = inject(OwnAccount);
  private readonly life = inject(SessionLife);
  private readonly again = inject(SignInAgain);
  private readonly way = inject(RestrictedWay);
  private readonly router = inject(Router);

  readonly endsSoon = computed(() => ['idleSoon', 'lifetimeSoon'].includes(this.life.phase()));

  constructor() {
    const username = computed(() => this.session.account()?.username);
    effect(() => {
      if (username()) untracked(() => void this.askWhatIsDue());
    });
    effect(() => {
      if (this.life.phase() === 'over') untracked(() => void this.again.ask('password'));
    });
  }

  private async askWhatIsDue(): Promise<void> {
    // Without an answer the pages still work, and say themselves what is due.
    const details = await this.own.load().catch(() => null);
    // Until the first page is there, the address does not say which one was wanted.
    if (!this.router.navigated) {
      await firstValueFrom(this.router.events.pipe(filter((event) => event instanceof NavigationEnd)));
    }
    // The sign-in page leads on by itself.
    if (!details || this.router.url.startsWith('/sign-in')) return;
    if (details.restriction === 'second-factor') await this.again.ask('code');
    const paged = pagedRestriction(details.restriction);
    if (paged) this.way.lead(paged);
  }
}
