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
import type { Mailbox } from '@yuheng/shared/contract/mailboxes';
import { isMailAddress } from '@yuheng/shared/domain/duties/mail-address';
import { Attempt } from '../../api/attempt';
import { Client } from '../../api/client';
import { Field } from '../../ui/field';
import { focusFirstProblem } from '../../ui/focus-first-problem';
import { Language } from '../../ui/language';
import { Modal } from '../../ui/modal';
import { ProblemNotice } from '../../ui/problem-notice';
import { VersionConflict, type ConflictRow } from '../../ui/version-conflict';

/** Enters, changes or removes the mailbox of one bureau; what somebody else changed meanwhile is shown beside what was typed. */
@Component({
  selector: 'yh-mailbox-dialog',
  imports: [TranslocoPipe, Field, Modal, ProblemNotice, VersionConflict],
  template: `
    <yh-modal
      [open]="mailbox() !== null"
      [heading]="mailbox() ? ('mailboxes.dialog.heading' | transloco: { unit: mailbox()?.name }) : ''"
      (escaped)="closed.emit()"
    >
      @if (opened(); as mailbox) {
        @if (clash(); as clash) {
          <yh-version-conflict
            [rows]="conflictRows()"
            (keep)="goOn(clash.now, typed())"
            (discard)="goOn(clash.now, clash.now?.address ?? '')"
            (retry)="readConflict(mailbox)"
          />
        } @else {
          <form (submit)="save($event, mailbox)">
            <yh-field
              fieldId="mailbox-address"
              [label]="'mailboxes.address' | transloco"
              [hint]="'mailboxes.dialog.hint' | transloco"
              [control]="address"
              [error]="wrong() ? ('mailboxes.dialog.problem' | transloco) : ''"
            />
            @if (attempt.problem(); as problem) {
              <yh-problem [problem]="problem" [canRetry]="false" />
            }
            <p class="acts">
              <button type="submit" class="button" data-kind="primary" [disabled]="attempt.busy()">
                {{ (attempt.busy() ? 'mailboxes.dialog.working' : 'mailboxes.dialog.save') | transloco }}
              </button>
              @if (mailbox.address !== null) {
                <button
                  type="button"
                  class="button"
                  [disabled]="attempt.busy()"
                  (click)="send(mailbox, null)"
                >
                  {{ 'mailboxes.dialog.remove' | transloco }}
                </button>
              }
              <button type="button" class="button" (click)="closed.emit()">
                {{ 'mailboxes.dialog.cancel' | transloco }}
              </button>
            </p>
          </form>
        }
      }
    </yh-modal>
  `,
  styleUrl: '../form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MailboxDialog {
  private readonly client = inject(Client);
  private readonly language = inject(Language);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  readonly mailbox = input.required<Mailbox | null>();
  /** The mailbox with the address that is stored now. */
  readonly done = output<Mailbox>();
  readonly closed = output();
  protected readonly address = new FormControl('', { nonNullable: true });
  protected readonly attempt = new Attempt();
  /** The version that is changed. */
  protected readonly opened = signal<Mailbox | null>(null);
  /** Somebody else changed it: the version of now, null while it could not be read. */
  protected readonly clash = signal<{ readonly now: Mailbox | null } | null>(null);
  protected readonly conflictRows = computed((): readonly ConflictRow[] | null => {
    const [opened, now] = [this.opened(), this.clash()?.now];
    if (!opened || !now) return null;
    if (now.address === opened.address) return [];
    const words = (address: string | null): string => address || this.language.text('mailboxes.none');
    return [
      {
        label: this.language.text('mailboxes.address'),
        before: words(opened.address),
        now: words(now.address),
        typed: words(this.typed()),
      },
    ];
  });

  constructor() {
    effect(() => {
      const mailbox = this.mailbox();
      untracked(() => this.goOn(mailbox, mailbox?.address ?? ''));
    });
  }

  protected typed(): string {
    return this.address.value.trim();
  }

  protected wrong(): boolean {
    return this.attempt.asked() && !isMailAddress(this.typed());
  }

  /** Goes on from a version with an address in the field. */
  protected goOn(mailbox: Mailbox | null, address: string): void {
    this.opened.set(mailbox);
    this.address.setValue(address);
    this.clash.set(null);
    this.attempt.clear();
  }

  protected async save(event: Event, mailbox: Mailbox): Promise<void> {
    event.preventDefault();
    this.attempt.asked.set(true);
    if (this.wrong()) return focusFirstProblem(this.host.nativeElement, this.injector);
    await this.send(mailbox, this.typed());
  }

  protected async send(mailbox: Mailbox, address: string | null): Promise<void> {
    const { party, place, version } = mailbox;
    const isSaved = await this.attempt.run(() =>
      this.client.call('changeMailbox', { params: { party, place }, body: { address }, version }),
    );
    if (isSaved) this.done.emit({ ...mailbox, address });
    else if (this.attempt.problem()?.kind === 'conflict') await this.readConflict(mailbox);
  }

  /** What is stored now, after somebody else has changed it. */
  protected async readConflict({ party, place }: Mailbox): Promise<void> {
    this.attempt.problem.set(null);
    this.clash.set({ now: null });
    const now = await this.client.call('listMailboxes', {}).catch(() => null);
    this.clash.set({
      now: now?.mailboxes.find((one) => one.party === party && one.place === place) ?? null,
    });
  }
}
