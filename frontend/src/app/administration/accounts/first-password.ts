import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Answer } from '../../api/client';
import { CopyButton } from '../../ui/copy-button';
import { Modal } from '../../ui/modal';

export type WithFirstPassword = Answer<'createAccount'>;

/** The first password of an account, which is shown this once: only its own button closes it. */
@Component({
  selector: 'yh-first-password',
  imports: [TranslocoPipe, CopyButton, Modal],
  template: `
    <yh-modal [open]="made() !== null" [heading]="'accounts.password.title' | transloco">
      @if (made(); as made) {
        <dl>
          <dt>{{ 'accounts.username' | transloco }}</dt>
          <dd class="secret">{{ made.account.username }}</dd>
          <dt>{{ 'accounts.details.password' | transloco }}</dt>
          <dd>
            <span class="secret" id="first-password">{{ made.initialPassword }}</span>
          </dd>
        </dl>
        <yh-copy [text]="made.initialPassword" />
        <p class="said">{{ 'accounts.password.text' | transloco: { name: made.account.name } }}</p>
        <p>
          {{
            (made.account.state === 'pending' ? 'accounts.password.pending' : 'accounts.password.must')
              | transloco
          }}
        </p>
        <ng-content />
        <p class="acts">
          <button type="button" class="button" data-kind="primary" (click)="noted.emit()">
            {{ 'accounts.password.close' | transloco }}
          </button>
        </p>
      }
    </yh-modal>
  `,
  styleUrl: '../form.css',
  styles: `
    .said {
      margin-block-start: 12px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FirstPassword {
  readonly made = input.required<WithFirstPassword | null>();
  readonly noted = output();
}
