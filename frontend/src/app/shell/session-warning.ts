import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Attempt } from '../api/attempt';
import { OwnAccount } from '../api/own-account';
import { Session } from '../api/session';
import { SessionLife } from '../api/session-life';
import { SignInAgain } from '../api/sign-in-again';
import { DurationPipe } from '../ui/duration';
import { Modal } from '../ui/modal';
import { ProblemNotice } from '../ui/problem-notice';
import { useTexts } from '../ui/texts';
import { SESSION_TEXTS } from './session-texts';

/**
 * Says some minutes before that the session ends. A session that idles is kept by one call; one that has reached its
 * longest time is opened anew by the password.
 */
@Component({
  selector: 'yh-session-warning',
  imports: [TranslocoPipe, DurationPipe, Modal, ProblemNotice],
  template: `
    <yh-modal [open]="open()" [heading]="'session.' + kind() + '.title' | transloco" (escaped)="keep()">
      <p role="timer">
        {{ 'session.' + kind() + '.text' | transloco: { time: (life.secondsLeft() ?? 0 | duration) } }}
      </p>
      @if (attempt.problem(); as problem) {
        <yh-problem [problem]="problem" [canRetry]="false" />
      }
      <p class="acts">
        @if (kind() === 'idle') {
          <button
            type="button"
            class="button"
            data-kind="primary"
            [disabled]="attempt.busy()"
            (click)="keep()"
          >
            {{ (attempt.busy() ? 'session.idle.keeping' : 'session.idle.keep') | transloco }}
          </button>
          <button type="button" class="button" (click)="signOut()">
            {{ 'session.signOut' | transloco }}
          </button>
        } @else {
          <button type="button" class="button" data-kind="primary" (click)="signInNow()">
            {{ 'session.lifetime.now' | transloco }}
          </button>
          <button type="button" class="button" (click)="keep()">
            {{ 'session.lifetime.later' | transloco }}
          </button>
        }
      </p>
    </yh-modal>
  `,
  styles: `
    .acts {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      margin: 14px 0 0;
    }
    .acts .button {
      min-block-size: 40px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SessionWarning {
  private readonly session = inject(Session);
  private readonly own = inject(OwnAccount);
  private readonly again = inject(SignInAgain);
  private readonly router = inject(Router);
  protected readonly life = inject(SessionLife);
  protected readonly attempt = new Attempt();
  /** The longest time of a session is said once; what ends it then is said when it has ended. */
  private readonly put = signal<string | null>(null);
  private readonly endOfSession = computed(() => this.own.value()?.session.expiresAt ?? null);

  protected readonly kind = computed(() => (this.life.phase() === 'lifetimeSoon' ? 'lifetime' : 'idle'));
  protected readonly open = computed(() => {
    if (this.again.demand() !== null) return false;
    if (this.life.phase() === 'idleSoon') return true;
    return this.life.phase() === 'lifetimeSoon' && this.put() !== this.endOfSession();
  });

  constructor() {
    useTexts('session', SESSION_TEXTS);
  }

  /** Esc says that somebody is there, which is all that a session that idles wants to know. */
  protected async keep(): Promise<void> {
    if (this.kind() === 'lifetime') this.put.set(this.endOfSession());
    else await this.attempt.run(() => this.own.load());
  }

  protected signInNow(): void {
    void this.again.ask('password');
  }

  protected async signOut(): Promise<void> {
    const done = await this.attempt.run(() => this.session.signOut());
    if (done) await this.router.navigate(['/sign-in']);
  }
}
