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
import type { Assistant } from '@yuheng/shared/contract/roster';
import { Attempt } from '../api/attempt';
import { Client, type Answer } from '../api/client';
import { Field } from '../ui/field';
import { focusFirstProblem } from '../ui/focus-first-problem';
import { Modal } from '../ui/modal';
import { ProblemNotice } from '../ui/problem-notice';
import { RosterReason } from './reason-field';
import { RosterWords } from './roster-words';

export interface AssistantAct {
  readonly kind: 'offPost' | 'disclose';
  readonly person: Assistant;
}

/** Asks before a person leaves a post or whole numbers are shown: what happens then, the reason, one confirmation. */
@Component({
  selector: 'yh-assistant-act',
  imports: [TranslocoPipe, Field, Modal, ProblemNotice, RosterReason],
  template: `
    <yh-modal
      [open]="act() !== null"
      [heading]="act() ? ('roster.act.' + act()?.kind + '.title' | transloco: { name: name() }) : ''"
      (escaped)="closed.emit()"
    >
      @if (numbers(); as numbers) {
        <dl>
          <dt>{{ 'roster.identityNumber' | transloco }}</dt>
          <dd class="whole">{{ numbers.identityNumber ?? '—' }}</dd>
          <dt>{{ 'roster.bankCard' | transloco }}</dt>
          <dd class="whole">{{ numbers.bankCard ?? '—' }}</dd>
        </dl>
        <p>{{ 'roster.act.whole' | transloco }}</p>
        <p class="acts">
          <button type="button" class="button" data-kind="primary" (click)="closed.emit()">
            {{ 'roster.act.close' | transloco }}
          </button>
        </p>
      } @else if (act(); as act) {
        <form (submit)="confirm($event, act)">
          <p>{{ 'roster.act.' + act.kind + '.text' | transloco }}</p>
          @if (act.kind === 'offPost') {
            <yh-field
              fieldId="last-day"
              kind="date"
              [label]="'roster.act.lastDay' | transloco"
              [control]="lastDay"
              [max]="today()"
              [error]="attempt.asked() && !lastDay.value ? ('roster.act.lastDayProblem' | transloco) : ''"
            />
          }
          <yh-roster-reason [control]="reason" [wrong]="attempt.asked() && reason.value.trim() === ''" />
          @if (attempt.problem(); as problem) {
            <yh-problem [problem]="problem" [canRetry]="false" />
          }
          <p class="acts">
            <button type="submit" class="button" data-kind="primary" [disabled]="attempt.busy()">
              {{
                (attempt.busy() ? 'roster.act.working' : 'roster.act.' + act.kind + '.confirm') | transloco
              }}
            </button>
            <button type="button" class="button" (click)="closed.emit()">
              {{ 'ui.cancel' | transloco }}
            </button>
          </p>
        </form>
      }
    </yh-modal>
  `,
  styleUrl: './roster-form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AssistantActDialog {
  private readonly client = inject(Client);
  private readonly words = inject(RosterWords);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  readonly act = input.required<AssistantAct | null>();
  /** The day that the figures stand for; nobody leaves after it. */
  readonly today = input.required<string>();
  readonly done = output();
  readonly closed = output();
  protected readonly reason = new FormControl('', { nonNullable: true });
  protected readonly lastDay = new FormControl('', { nonNullable: true });
  protected readonly attempt = new Attempt();
  /** Both whole numbers, once they were asked for with their reason. */
  protected readonly numbers = signal<Answer<'discloseAssistant'> | null>(null);
  protected readonly name = computed(() => {
    const act = this.act();
    return act ? this.words.name(act.person) : '';
  });

  constructor() {
    effect(() => {
      this.act();
      untracked(() => {
        this.reason.reset();
        this.lastDay.reset();
        this.attempt.clear();
        this.numbers.set(null);
      });
    });
  }

  protected async confirm(event: Event, { kind, person }: AssistantAct): Promise<void> {
    event.preventDefault();
    this.attempt.asked.set(true);
    const [reason, lastDay] = [this.reason.value.trim(), this.lastDay.value];
    if (!reason || (kind === 'offPost' && !lastDay)) {
      focusFirstProblem(this.host.nativeElement, this.injector);
      return;
    }
    const params = { assistant: person.id };
    if (kind === 'disclose') {
      await this.attempt.run(async () =>
        this.numbers.set(await this.client.call('discloseAssistant', { params, body: { reason } })),
      );
      return;
    }
    const { version } = person;
    const left = await this.attempt.run(() =>
      this.client.call('takeOffPost', { params, version, body: { lastDay, reason } }),
    );
    if (left) this.done.emit();
  }
}
