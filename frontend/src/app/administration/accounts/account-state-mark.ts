import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AdministeredAccount } from '@yuheng/shared/contract/accounts';

/** What an account is now; a lock is over by itself, so it counts by the clock of the reader's computer. */
export const stateOf = (
  { state, lockedUntil }: Pick<AdministeredAccount, 'state' | 'lockedUntil'>,
  now: number,
): 'active' | 'pending' | 'disabled' | 'locked' =>
  state === 'active' && lockedUntil !== null && Date.parse(lockedUntil) > now ? 'locked' : state;

/** The colours of lights, each with its own shape. */
const LIGHTS = { active: 'normal', pending: 'attention', locked: 'warning', disabled: 'none' } as const;

/** 在用 / 待审批 / 已停用 / 暂锁定: circle, half circle, dash, square; the word always stands with it. */
@Component({
  selector: 'yh-account-state',
  imports: [TranslocoPipe],
  template: `
    <span class="mark" [attr.data-light]="light()">
      <svg viewBox="0 0 12 12" aria-hidden="true">
        @switch (state()) {
          @case ('active') {
            <circle cx="6" cy="6" r="5" fill="currentColor" />
          }
          @case ('pending') {
            <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" stroke-width="1.5" />
            <path d="M6 1.5a4.5 4.5 0 0 1 0 9z" fill="currentColor" />
          }
          @case ('locked') {
            <rect x="1" y="1" width="10" height="10" fill="currentColor" />
          }
          @case ('disabled') {
            <path d="M1.5 6h9" stroke="currentColor" stroke-width="2" />
          }
        }
      </svg>
      <span>{{ 'accounts.states.' + state() | transloco }}</span>
    </span>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AccountStateMark {
  readonly account = input.required<Pick<AdministeredAccount, 'state' | 'lockedUntil'>>();
  protected readonly state = computed(() => stateOf(this.account(), Date.now()));
  protected readonly light = computed(() => LIGHTS[this.state()]);
}
