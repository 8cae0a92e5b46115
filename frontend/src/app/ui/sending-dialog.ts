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
import type { FormGroup } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { Attempt } from '../api/attempt';
import { focusFirstProblem } from './focus-first-problem';
import { Modal } from './modal';
import { ProblemNotice } from './problem-notice';

/**
 * A dialogue that asks for something, sends it, and stays open with everything that forbids it. Each opening begins
 * with empty fields. Its caller gives the fields as content, their controls as `form`, and closes it once it is done.
 * Fields say what is wrong with them from the first sending on, and the focus goes to the first that is.
 *
 *     <yh-sending-dialog #dialog [open]="open()" [heading]="…" [act]="…" [form]="form" [send]="sending" (closed)="…">
 *       <yh-field fieldId="name" … [control]="form.controls.name"
 *         [error]="dialog.asked() && form.controls.name.invalid ? … : ''" />
 *     </yh-sending-dialog>
 */
@Component({
  selector: 'yh-sending-dialog',
  imports: [TranslocoPipe, Modal, ProblemNotice],
  template: `
    <yh-modal [open]="open()" [heading]="heading()" (escaped)="closed.emit()">
      @if (open()) {
        <form (submit)="confirm($event)">
          <ng-content />
          @if (attempt.problem(); as problem) {
            <yh-problem [problem]="problem" [canRetry]="false" />
          }
          <p class="acts">
            <button type="submit" class="button" data-kind="primary" [disabled]="attempt.busy()">
              {{ act() }}
            </button>
            <button type="button" class="button" (click)="closed.emit()">
              {{ 'ui.cancel' | transloco }}
            </button>
          </p>
        </form>
      }
    </yh-modal>
  `,
  styleUrl: './form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SendingDialog {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  readonly open = input.required<boolean>();
  readonly heading = input.required<string>();
  /** What its button does, in words. */
  readonly act = input.required<string>();
  /** Nothing is sent while it is invalid. */
  readonly form = input.required<FormGroup>();
  /** Called once at a time, with a valid form only. */
  readonly send = input.required<() => Promise<unknown>>();
  readonly closed = output();

  protected readonly attempt = new Attempt();
  /** It was sent once since it opened. */
  readonly asked = this.attempt.asked.asReadonly();

  constructor() {
    effect(() => {
      this.open();
      untracked(() => {
        this.form().reset();
        this.attempt.clear();
      });
    });
  }

  protected async confirm(event: Event): Promise<void> {
    event.preventDefault();
    this.attempt.asked.set(true);
    if (this.form().invalid) {
      focusFirstProblem(this.host.nativeElement, this.injector);
      return;
    }
    await this.attempt.run(() => this.send()());
  }
}
