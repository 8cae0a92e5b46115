import { ChangeDetectionStrategy, Component, effect, inject, input, output, untracked } from '@angular/core';
import { FormControl, ReactiveFormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { Attempt } from '../../api/attempt';
import { Client, type Answer } from '../../api/client';
import { formatMoney } from '../../ui/money';
import { Modal } from '../../ui/modal';
import { ProblemNotice } from '../../ui/problem-notice';

type Entry = Answer<'readLedger'>['entries'][number];

/** 红字冲销 of one act, with its reason. */
@Component({
  selector: 'yh-reversal',
  imports: [ReactiveFormsModule, TranslocoPipe, Modal, ProblemNotice],
  template: `
    <yh-modal
      [open]="entry() !== null"
      [heading]="'ledger.reversal.title' | transloco"
      (escaped)="closed.emit()"
    >
      @if (entry(); as one) {
        <p>
          {{ 'ledger.acts.' + one.link | transloco }} · {{ one.on }} · <strong>{{ yuan(one.fen) }}</strong>
        </p>
        <p>{{ 'ledger.reversal.hint' | transloco }}</p>
        <form (submit)="submit($event, one.id)">
          <label for="reversal-reason">{{ 'ledger.reversal.reason' | transloco }}</label>
          <textarea
            id="reversal-reason"
            rows="2"
            maxlength="500"
            aria-describedby="reversal-note"
            [formControl]="reason"
            [attr.aria-invalid]="wrong()"
          ></textarea>
          <p id="reversal-note" class="note" [class.problem]="wrong()">
            {{ wrong() ? ('ledger.reversal.reasonProblem' | transloco) : '' }}
          </p>
          @if (attempt.problem(); as problem) {
            <yh-problem [problem]="problem" [canRetry]="false" />
          }
          <p class="acts">
            <button type="submit" class="button" data-kind="primary" [disabled]="attempt.busy()">
              {{ (attempt.busy() ? 'ledger.reversal.working' : 'ledger.reversal.submit') | transloco }}
            </button>
            <button type="button" class="button" (click)="closed.emit()">
              {{ 'ledger.reversal.cancel' | transloco }}
            </button>
          </p>
        </form>
      }
    </yh-modal>
  `,
  styleUrl: './ledger-form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReversalDialog {
  private readonly client = inject(Client);
  readonly entry = input.required<Entry | null>();
  readonly closed = output();
  readonly reversed = output();
  protected readonly attempt = new Attempt();
  protected readonly reason = new FormControl('', { nonNullable: true });
  protected readonly yuan = (fen: number): string => formatMoney(fen, '元');

  constructor() {
    effect(() => {
      this.entry();
      untracked(() => {
        this.attempt.clear();
        this.reason.reset();
      });
    });
  }

  protected wrong(): boolean {
    return this.attempt.asked() && this.reason.value.trim() === '';
  }

  protected async submit(event: Event, entry: string): Promise<void> {
    event.preventDefault();
    this.attempt.asked.set(true);
    const reason = this.reason.value.replaceAll(/\s+/g, ' ').trim();
    if (!reason) return;
    const done = await this.attempt.run(() =>
      this.client.call('reverseLedgerEntry', { params: { entry }, body: { reason } }),
    );
    if (done) this.reversed.emit();
  }
}
