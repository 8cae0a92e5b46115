import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Session } from '../api/session';

/** Ends the session and leads to the sign-in page. */
@Component({
  selector: 'yh-sign-out',
  imports: [TranslocoPipe],
  template: `
    <button type="button" class="button plain" (click)="signOut()">{{ 'shell.signOut' | transloco }}</button>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignOutButton {
  private readonly session = inject(Session);
  private readonly router = inject(Router);

  protected async signOut(): Promise<void> {
    await this.session.signOut();
    await this.router.navigate(['/sign-in']);
  }
}
