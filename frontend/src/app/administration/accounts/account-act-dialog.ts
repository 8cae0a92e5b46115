import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  output,
  signal,
  untracked,
} from '@angular/core';
import { FormControl } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AdministeredAccount } from '@yuheng/shared/contract/accounts';
import { Attempt } from '../../api/attempt';
import { Client } from '../../api/client';
import { CopyButton } from '../../ui/copy-button';
import { focusFirstProblem } from '../../ui/focus-first-problem';
import { Modal } from '../../ui/modal';
import { ProblemNotice } from '../../ui/problem-notice';
import { ReasonField } from '../reason-field';
import { VersionConflict } from '../../ui/version-conflict';
import type { AccountAct } from './account-act';
import { AccountWords } from './account-words';
import type { WithFirstPassword } from './first-password';

/** What an act brought about; a first password where it made one. */
export interface Done {
  readonly act: AccountAct;
  readonly made?: WithFirstPassword;
}

/**
 * Asks before something is done to an account: what happens, why it is done, one confirmation. A second factor that is
 * due is asked for over it by the program itself.
 */
@Component({
  selector: 'yh-account-act',
  imports: [TranslocoPipe, CopyButton, Modal, ProblemNotice, ReasonField, VersionConflict],
  templateUrl: './account-act-dialog.html',
  styleUrl: '../form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AccountActDialog {
  private readonly client = inject(Client);
  private readonly words = inject(AccountWords);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  readonly act = input.required<AccountAct | null>();
  readonly account = input.required<AdministeredAccount>();
  readonly done = output<Done>();
  readonly closed = output();

  protected readonly reason = new FormControl('', { nonNullable: true });
  protected readonly attempt = new Attempt();
  /** The whole telephone number, once it was asked for with its reason. */
  protected readonly phone = signal<string | null>(null);
  /** The version that the question is about. */
  private readonly opened = signal<AdministeredAccount | null>(null);
  protected readonly clash = signal<{ readonly now: AdministeredAccount | null } | null>(null);
  protected readonly conflictRows = computed(() => {
    const [opened, now] = [this.opened(), this.clash()?.now];
    return opened && now ? this.words.conflict(opened, now) : null;
  });
  protected readonly needsReason = computed(() => this.act() !== 'approve');
  protected readonly values = computed(() => {
    const { username, name, roles, place } = this.opened() ?? this.account();
    return { username, name, roles: this.words.roles(roles), place: place.name };
  });

  constructor() {
    effect(() => {
      this.act();
      untracked(() => this.startOver());
    });
  }

  protected async confirm(event: Event, act: AccountAct): Promise<void> {
    event.preventDefault();
    this.attempt.asked.set(true);
    if (this.needsReason() && this.reason.value.trim() === '') {
      focusFirstProblem(this.host.nativeElement, this.injector);
      return;
    }
    const done = await this.attempt.run(() => this.send(act));
    if (!done) await this.readConflict();
  }

  protected async readConflict(): Promise<void> {
    const problem = this.attempt.problem();
    if (problem && problem.kind !== 'conflict') return;
    this.attempt.problem.set(null);
    this.clash.set({ now: null });
    const params = { account: this.account().id };
    const now = await this.client.call('readAdministeredAccount', { params }).catch(() => null);
    this.clash.set({ now });
  }

  protected goOn(): void {
    const now = this.clash()?.now;
    if (now) this.opened.set(now);
    this.clash.set(null);
  }

  private async send(act: AccountAct): Promise<void> {
    const { id, version } = this.opened() ?? this.account();
    const [params, reason] = [{ account: id }, this.reason.value.trim()];
    switch (act) {
      case 'approve':
        await this.client.call('approveAccount', { params, body: { version } });
        return this.done.emit({ act });
      case 'disable':
        await this.client.call('disableAccount', { params, body: { version, reason } });
        return this.done.emit({ act });
      case 'unlock':
        await this.client.call('unlockAccount', { params, body: { reason } });
        return this.done.emit({ act });
      case 'resetSecondFactor':
        await this.client.call('resetSecondFactor', { params, body: { reason } });
        return this.done.emit({ act });
      case 'resetPassword':
        return this.done.emit({
          act,
          made: await this.client.call('resetPassword', { params, body: { reason } }),
        });
      case 'disclosePhone':
        this.phone.set((await this.client.call('disclosePhone', { params, body: { reason } })).phone);
    }
  }

  private startOver(): void {
    this.opened.set(this.account());
    this.reason.reset();
    this.attempt.clear();
    this.phone.set(null);
    this.clash.set(null);
  }
}
