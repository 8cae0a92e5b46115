import {
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AdministeredAccount } from '@yuheng/shared/contract/accounts';
import { Attempt } from '../../api/attempt';
import { Client, type Answer } from '../../api/client';
import { pageSource, type PageSource } from '../../api/page-source';
import { Session } from '../../api/session';
import { EmptyNotice } from '../../ui/empty-notice';
import { focusFirstProblem } from '../../ui/focus-first-problem';
import { Modal } from '../../ui/modal';
import { Page } from '../../ui/page';
import { ProblemNotice } from '../../ui/problem-notice';
import { useTexts } from '../../ui/texts';
import { ADMINISTRATION_TEXTS } from '../administration-texts';
import { ReasonField } from '../reason-field';
import { VersionConflict } from '../../ui/version-conflict';
import { canBeHandedOver } from './account-act';
import { handOverForm } from './account-entry-form';
import { accountSource } from './account-source';
import { AccountWords } from './account-words';
import { ACCOUNTS_TEXTS } from './accounts-texts';
import { FirstPassword } from './first-password';
import { PendingCounts } from './pending-counts';
import { PersonFields } from './person-fields';

/** 换人交接 in one act: what is pending comes first, then who takes over and why, then one confirmation. */
@Component({
  selector: 'yh-hand-over',
  imports: [
    RouterLink,
    TranslocoPipe,
    EmptyNotice,
    FirstPassword,
    Modal,
    Page,
    PendingCounts,
    PersonFields,
    ProblemNotice,
    ReasonField,
    VersionConflict,
  ],
  templateUrl: './hand-over-page.html',
  styleUrls: ['../form.css', './narrow-form.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HandOverPage {
  private readonly client = inject(Client);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  protected readonly words = inject(AccountWords);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  /** The id of the account, from the address. */
  readonly account = input.required<string>();

  private readonly read = accountSource(this.account);
  protected readonly waiting = pageSource('readPending', () => ({ params: { account: this.account() } }));
  /** The version that is handed over: the one that was read, until somebody else's change was seen. */
  protected readonly from = linkedSignal(() => this.read.value());
  protected readonly form = handOverForm();
  protected readonly attempt = new Attempt();
  protected readonly asking = signal(false);
  protected readonly made = signal<Answer<'handOverAccount'> | null>(null);
  protected readonly clash = signal<{ readonly now: AdministeredAccount | null } | null>(null);
  protected readonly conflictRows = computed(() => {
    const [from, now] = [this.from(), this.clash()?.now];
    return from && now ? this.words.conflict(from, now) : null;
  });
  protected readonly possible = computed(() => {
    const from = this.from();
    return from !== undefined && canBeHandedOver(from, this.session.account());
  });
  protected readonly count = computed(() =>
    (this.waiting.value()?.pending ?? []).reduce((sum, one) => sum + one.count, 0),
  );
  /** Nothing is offered before it is known what would be handed over. */
  protected readonly source: PageSource<unknown> = {
    value: computed(() => (this.from() ? this.waiting.value() : undefined)),
    problem: computed(() => this.read.problem() ?? this.waiting.problem()),
    loading: computed(() => this.read.loading() || this.waiting.loading()),
    reload: () => (this.read.problem() ? this.read : this.waiting).reload(),
  };

  constructor() {
    useTexts('administration', ADMINISTRATION_TEXTS);
    useTexts('accounts', ACCOUNTS_TEXTS);
  }

  protected ask(event: Event): void {
    event.preventDefault();
    this.attempt.asked.set(true);
    if (this.form.valid) this.asking.set(true);
    else focusFirstProblem(this.host.nativeElement, this.injector);
  }

  protected async confirm(from: AdministeredAccount): Promise<void> {
    const { username, name, phone, reason } = this.form.getRawValue();
    const done = await this.attempt.run(async () => {
      const successor = { username, name: name.trim(), ...(phone.trim() ? { phone: phone.trim() } : {}) };
      const body = { version: from.version, successor, reason: reason.trim() };
      this.made.set(await this.client.call('handOverAccount', { params: { account: from.id }, body }));
    });
    this.asking.set(false);
    if (!done) await this.readConflict();
  }

  /** What is stored now, after somebody else has changed it. A name that is taken says so with its field. */
  protected async readConflict(): Promise<void> {
    const problem = this.attempt.problem();
    if (problem && (problem.kind !== 'conflict' || problem.errors.length > 0)) return;
    this.attempt.problem.set(null);
    this.clash.set({ now: null });
    const params = { account: this.account() };
    const now = await this.client.call('readAdministeredAccount', { params }).catch(() => null);
    this.clash.set({ now });
  }

  protected goOn(): void {
    const now = this.clash()?.now;
    if (now) this.from.set(now);
    this.clash.set(null);
    this.waiting.reload();
  }

  protected async leave(): Promise<void> {
    const id = this.made()?.account.id;
    this.made.set(null);
    await this.router.navigate(['/administration/accounts', id], { replaceUrl: true });
  }
}
