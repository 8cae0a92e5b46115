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
  untracked,
} from '@angular/core';
import { FormControl } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import type { IsoDate } from '@yuheng/shared/domain/period/year-month';
import { Attempt } from '../api/attempt';
import { Field } from '../ui/field';
import { focusFirstProblem } from '../ui/focus-first-problem';
import { Modal } from '../ui/modal';
import { ProblemNotice } from '../ui/problem-notice';

/** What is asked before something is done: a reason, or the document by which the table is issued. */
export interface GoalWords {
  readonly reason: string;
  readonly documentNumber: string;
  readonly issuedOn: IsoDate;
}

/** Asks once before an act, says what it brings about, and stays open with the problem where it is refused. */
@Component({
  selector: 'yh-goal-act',
  imports: [TranslocoPipe, Field, Modal, ProblemNotice],
  template: `
    <yh-modal
      [open]="act() !== null"
      [heading]="act() ? ('goals.act.' + act() | transloco) : ''"
      (escaped)="closed.emit()"
    >
      @if (act(); as act) {
        <p>{{ 'goals.ask.' + act | transloco }}</p>
        <form (submit)="confirm($event)">
          @if (needsReason()) {
            <yh-field
              fieldId="goal-reason"
              [label]="'goals.reason' | transloco"
              [control]="reason"
              [error]="
                attempt.asked() && reason.value.trim().length < 2 ? ('goals.reasonNeed' | transloco) : ''
              "
            />
          }
          @if (act === 'issue') {
            <yh-field
              fieldId="goal-document"
              [label]="'goals.documentNumber' | transloco"
              [control]="documentNumber"
              [error]="
                attempt.asked() && documentNumber.value.trim().length < 4
                  ? ('goals.documentNeed' | transloco)
                  : ''
              "
            />
            <yh-field
              fieldId="goal-day"
              kind="date"
              [label]="'goals.issuedOn' | transloco"
              [control]="issuedOn"
              [max]="today()"
              [error]="attempt.asked() && issuedOn.value === '' ? ('goals.dayNeed' | transloco) : ''"
            />
          }
          @if (attempt.problem(); as problem) {
            <yh-problem [problem]="problem" [canRetry]="false" />
          }
          <p class="acts">
            <button type="submit" class="button" data-kind="primary" [disabled]="attempt.busy()">
              {{ 'goals.confirm' | transloco }}
            </button>
            <button type="button" class="button" (click)="closed.emit()">
              {{ 'ui.cancel' | transloco }}
            </button>
          </p>
        </form>
      }
    </yh-modal>
  `,
  styleUrl: '../ui/form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class GoalActDialog {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  readonly act = input.required<string | null>();
  /** The day of the figures; nothing is issued after it. */
  readonly today = input<string | null>(null);
  readonly send = input.required<(words: GoalWords) => Promise<unknown>>();
  readonly closed = output();

  protected readonly reason = new FormControl('', { nonNullable: true });
  protected readonly documentNumber = new FormControl('', { nonNullable: true });
  protected readonly issuedOn = new FormControl('', { nonNullable: true });
  protected readonly attempt = new Attempt();
  protected readonly needsReason = computed(() => ['return', 'adjust'].includes(this.act() ?? ''));

  constructor() {
    effect(() => {
      this.act();
      untracked(() => {
        for (const control of [this.reason, this.documentNumber, this.issuedOn]) control.reset();
        this.attempt.clear();
      });
    });
  }

  protected async confirm(event: Event): Promise<void> {
    event.preventDefault();
    this.attempt.asked.set(true);
    const words = {
      reason: this.reason.value.trim(),
      documentNumber: this.documentNumber.value.trim(),
      issuedOn: this.issuedOn.value as IsoDate,
    };
    const isShort =
      (this.needsReason() && words.reason.length < 2) ||
      (this.act() === 'issue' && (words.documentNumber.length < 4 || this.issuedOn.value === ''));
    if (isShort) {
      focusFirstProblem(this.host.nativeElement, this.injector);
      return;
    }
    if (await this.attempt.run(() => this.send()(words))) this.closed.emit();
  }
}
