import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Mailbox } from '@yuheng/shared/contract/mailboxes';

type State = NonNullable<Mailbox['last']>['state'];

/** The colours of lights, each with its own shape. */
const LIGHTS = { sent: 'normal', waiting: 'attention', givenUp: 'warning' } as const satisfies Record<
  State,
  string
>;

/** 已送出 / 待发送 / 未送出: circle, half circle, square; the word always stands with it. */
@Component({
  selector: 'yh-mail-state',
  imports: [TranslocoPipe],
  template: `
    <span class="mark" [attr.data-light]="light()">
      <svg viewBox="0 0 12 12" aria-hidden="true">
        @switch (state()) {
          @case ('sent') {
            <circle cx="6" cy="6" r="5" fill="currentColor" />
          }
          @case ('waiting') {
            <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" stroke-width="1.5" />
            <path d="M6 1.5a4.5 4.5 0 0 1 0 9z" fill="currentColor" />
          }
          @case ('givenUp') {
            <rect x="1" y="1" width="10" height="10" fill="currentColor" />
          }
        }
      </svg>
      <span>{{ 'mailboxes.state.' + state() | transloco }}</span>
    </span>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MailStateMark {
  readonly state = input.required<State>();
  protected readonly light = computed(() => LIGHTS[this.state()]);
}
