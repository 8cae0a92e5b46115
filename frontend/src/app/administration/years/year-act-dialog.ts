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
import { FormControl } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ProgramId } from '@yuheng/shared/contract/values';
import { Attempt } from '../../api/attempt';
import { Client } from '../../api/client';
import { focusFirstProblem } from '../../ui/focus-first-problem';
import { Modal } from '../../ui/modal';
import { ProblemNotice } from '../../ui/problem-notice';
import { ReasonField } from '../reason-field';

/** What is to be done with a year, and the version on which the question rests. */
export interface YearAct {
  readonly act: 'open' | 'close' | 'reopen';
  readonly program: ProgramId;
  readonly year: number;
  readonly version: number;
}

/** Asks before a year is opened or closed: what happens, and why it is done. */
@Component({
  selector: 'yh-year-act',
  imports: [TranslocoPipe, Modal, ProblemNotice, ReasonField],
  template: `
    <yh-modal
      [open]="act() !== null"
      [heading]="act() ? ('years.act.' + act()?.act + '.title' | transloco: { year: act()?.year }) : ''"
      (escaped)="closed.emit()"
    >
      @if (act(); as asked) {
        <form (submit)="confirm($event, asked)">
          <p>{{ 'years.act.' + asked.act + '.text' | transloco: { year: asked.year } }}</p>
          <yh-reason
            fieldId="year-reason"
            [control]="reason"
            [wrong]="attempt.asked() && reason.value.trim() === ''"
          />
          @if (attempt.problem(); as problem) {
            <yh-problem [problem]="problem" [canRetry]="false" />
          }
          <p class="acts">
            <button type="submit" class="button" data-kind="primary" [disabled]="attempt.busy()">
              {{ (attempt.busy() ? 'years.act.working' : 'years.act.' + asked.act + '.confirm') | transloco }}
            </button>
            <button type="button" class="button" (click)="closed.emit()">
              {{ 'years.act.cancel' | transloco }}
            </button>
          </p>
        </form>
      }
    </yh-modal>
  `,
  styleUrl: '../form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class YearActDialog {
  private readonly client = inject(Client);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  readonly act = input.required<YearAct | null>();
  readonly done = output<YearAct>();
  readonly closed = output();
  protected readonly reason = new FormControl('', { nonNullable: true });
  protected readonly attempt = new Attempt();

  constructor() {
    effect(() => {
      this.act();
      untracked(() => {
        this.reason.reset();
        this.attempt.clear();
      });
    });
  }

  protected async confirm(event: Event, asked: YearAct): Promise<void> {
    event.preventDefault();
    this.attempt.asked.set(true);
    const reason = this.reason.value.trim();
    if (reason === '') return focusFirstProblem(this.host.nativeElement, this.injector);
    if (await this.attempt.run(() => this.send(asked, reason))) this.done.emit(asked);
  }

  private send({ act, program, year, version }: YearAct, reason: string): Promise<unknown> {
    if (act === 'open') return this.client.call('openYear', { body: { program, year, reason } });
    const body = { program, reason };
    return this.client.call(act === 'close' ? 'closeYear' : 'reopenYear', {
      params: { year },
      body,
      version,
    });
  }
}
