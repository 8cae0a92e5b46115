import {
  ChangeDetectionStrategy,
  Component,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  output,
  untracked,
} from '@angular/core';
import { FormControl, ReactiveFormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Attempt } from '../api/attempt';
import { Field } from '../ui/field';
import { focusFirstProblem } from '../ui/focus-first-problem';
import { Modal } from '../ui/modal';
import { ProblemNotice } from '../ui/problem-notice';
import { needsReason, type ActGiven, type SheetAct } from './sheet-act';

/** Asks before something is done to a whole sheet: what happens then, the reason where one is needed, one confirmation. */
@Component({
  selector: 'yh-sheet-act',
  imports: [ReactiveFormsModule, TranslocoPipe, Field, Modal, ProblemNotice],
  template: `
    <yh-modal
      [open]="act() !== null"
      [heading]="(act() ? 'sheet.act.title.' + act() : 'ui.loading') | transloco"
      (escaped)="closed.emit()"
    >
      @if (act(); as act) {
        <form (submit)="confirm($event, act)">
          <p>{{ 'sheet.act.text.' + act | transloco: { name: name() } }}</p>
          @if (needsReason(act)) {
            <label for="act-reason">{{ 'sheet.act.reason' | transloco }}</label>
            <textarea
              id="act-reason"
              rows="3"
              maxlength="500"
              aria-describedby="act-reason-note"
              [formControl]="reason"
              [attr.aria-invalid]="wrongReason()"
            ></textarea>
            <p id="act-reason-note" class="note" [class.problem]="wrongReason()">
              {{ (wrongReason() ? 'sheet.act.reasonProblem' : 'sheet.act.reasonHint') | transloco }}
            </p>
          }
          @if (act === 'reopen') {
            <yh-field
              fieldId="act-until"
              kind="date"
              [label]="'sheet.act.until' | transloco"
              [control]="until"
              [min]="from()"
              [error]="attempt().asked() && !until.value ? ('sheet.act.untilProblem' | transloco) : ''"
            />
          }
          @if (attempt().problem(); as problem) {
            <yh-problem [problem]="problem" [canRetry]="false" />
          }
          <p class="acts">
            <button type="submit" class="button" data-kind="primary" [disabled]="attempt().busy()">
              {{ (attempt().busy() ? 'sheet.act.working' : 'sheet.act.' + act) | transloco }}
            </button>
            <button type="button" class="button" (click)="closed.emit()">
              {{ 'sheet.act.cancel' | transloco }}
            </button>
          </p>
        </form>
      }
    </yh-modal>
  `,
  styleUrl: '../ui/form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SheetActDialog {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  readonly act = input.required<SheetAct | null>();
  /** In whose name it is done. */
  readonly name = input.required<string>();
  /** The day from which a reopening may end. */
  readonly from = input.required<string>();
  readonly attempt = input.required<Attempt>();
  readonly confirmed = output<ActGiven>();
  readonly closed = output();
  protected readonly reason = new FormControl('', { nonNullable: true });
  protected readonly until = new FormControl('', { nonNullable: true });
  protected readonly needsReason = needsReason;

  constructor() {
    effect(() => {
      this.act();
      untracked(() => {
        this.reason.setValue('');
        this.until.setValue('');
        this.attempt().clear();
      });
    });
  }

  protected wrongReason(): boolean {
    return this.attempt().asked() && this.reason.value.trim() === '';
  }

  protected confirm(event: Event, act: SheetAct): void {
    event.preventDefault();
    this.attempt().asked.set(true);
    const given = { reason: this.reason.value.trim(), until: this.until.value };
    if ((needsReason(act) && !given.reason) || (act === 'reopen' && !given.until)) {
      focusFirstProblem(this.host.nativeElement, this.injector);
      return;
    }
    this.confirmed.emit(given);
  }
}
