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
import { FormControl, ReactiveFormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DecisionHead } from '@yuheng/shared/contract/allocation-decisions';
import { Attempt } from '../../api/attempt';
import { DayPipe } from '../../ui/day';
import { Field } from '../../ui/field';
import { focusFirstProblem } from '../../ui/focus-first-problem';
import { Modal } from '../../ui/modal';
import { ProblemNotice } from '../../ui/problem-notice';
import { USUALLY_AMENDED } from './usually-amended';

export type ScenarioAct = 'rename' | 'withdraw' | 'submit';

/** What is sent: of each act only its own words count. */
export interface ScenarioWords {
  readonly name: string;
  readonly amends: string;
  /** The decided split that is corrected. */
  readonly corrects: string | null;
}

/** The order of 2014 on which the split in force rests; an officer names another where another is amended. */
const LONGEST_NAME = 80;

/** Asks once before a scenario is renamed, taken off the list or submitted, and stays open with what is refused. */
@Component({
  selector: 'yh-scenario-act',
  imports: [ReactiveFormsModule, TranslocoPipe, DayPipe, Field, Modal, ProblemNotice],
  template: `
    <yh-modal
      [open]="act() !== null"
      [heading]="act() ? ('scenarios.' + act() + '.title' | transloco) : ''"
      (escaped)="closed.emit()"
    >
      @if (act(); as act) {
        <form (submit)="confirm($event)">
          @switch (act) {
            @case ('rename') {
              <yh-field
                fieldId="scenario-name"
                [label]="'scenarios.rename.label' | transloco"
                [control]="name"
                [error]="attempt.asked() && !isNamed() ? ('scenarios.rename.need' | transloco) : ''"
              />
            }
            @case ('withdraw') {
              <p>{{ 'scenarios.withdraw.text' | transloco: { name: scenarioName() } }}</p>
            }
            @case ('submit') {
              <p>{{ 'scenarios.submit.text' | transloco }}</p>
              @if (personsReduced() > 0) {
                <p class="problem">
                  {{ 'scenarios.submit.staffing' | transloco: { count: personsReduced() } }}
                </p>
              }
              <yh-field
                fieldId="scenario-amends"
                [label]="'scenarios.submit.amends' | transloco"
                [hint]="'scenarios.submit.amendsHint' | transloco"
                [control]="amends"
                [error]="
                  attempt.asked() && amends.value.trim().length < 4
                    ? ('scenarios.submit.amendsNeed' | transloco)
                    : ''
                "
              />
              @if (correctable().length > 0) {
                <label for="scenario-corrects">{{ 'scenarios.submit.corrects' | transloco }}</label>
                <p>
                  <select id="scenario-corrects" [formControl]="corrects">
                    <option value="">{{ 'scenarios.submit.correctsNone' | transloco }}</option>
                    @for (one of correctable(); track one.id) {
                      <option [value]="one.id" lang="zh-CN">
                        {{
                          'scenarios.submit.correctsOption'
                            | transloco: { document: one.documentNumber, day: one.decidedOn | day }
                        }}
                      </option>
                    }
                  </select>
                </p>
              }
            }
          }
          @if (attempt.problem(); as problem) {
            <yh-problem [problem]="problem" [canRetry]="false" />
          }
          <p class="acts">
            <button type="submit" class="button" data-kind="primary" [disabled]="attempt.busy()">
              {{ 'scenarios.' + act + '.confirm' | transloco }}
            </button>
            <button type="button" class="button" (click)="closed.emit()">
              {{ 'ui.cancel' | transloco }}
            </button>
          </p>
        </form>
      }
    </yh-modal>
  `,
  styleUrl: '../../ui/form.css',
  styles: `
    .problem {
      color: var(--warning);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ScenarioActDialog {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  readonly act = input.required<ScenarioAct | null>();
  readonly scenarioName = input.required<string>();
  readonly personsReduced = input(0);
  /** Decisions of the same program and year. */
  readonly decisions = input<readonly DecisionHead[]>([]);
  readonly send = input.required<(act: ScenarioAct, words: ScenarioWords) => Promise<unknown>>();
  readonly closed = output();

  protected readonly name = new FormControl('', { nonNullable: true });
  protected readonly amends = new FormControl(USUALLY_AMENDED, { nonNullable: true });
  protected readonly corrects = new FormControl('', { nonNullable: true });
  protected readonly attempt = new Attempt();
  /** Promulgated, and nothing corrected them yet. */
  protected readonly correctable = computed(() =>
    this.decisions().filter((one) => one.stage === 'decided' && one.correctedBy === null),
  );

  constructor() {
    effect(() => {
      this.act();
      untracked(() => {
        this.name.reset(this.scenarioName());
        this.amends.reset(USUALLY_AMENDED);
        this.attempt.clear();
      });
    });
    // A year that has its decision can only be decided anew as a correction of it.
    effect(() => this.corrects.reset(this.correctable()[0]?.id ?? ''));
  }

  protected isNamed(): boolean {
    const { length } = this.name.value.trim();
    return length > 0 && length <= LONGEST_NAME;
  }

  protected async confirm(event: Event): Promise<void> {
    event.preventDefault();
    const act = this.act();
    if (act === null) return;
    this.attempt.asked.set(true);
    const words = {
      name: this.name.value.trim(),
      amends: this.amends.value.trim(),
      corrects: this.corrects.value === '' ? null : this.corrects.value,
    };
    if ((act === 'rename' && !this.isNamed()) || (act === 'submit' && words.amends.length < 4)) {
      focusFirstProblem(this.host.nativeElement, this.injector);
      return;
    }
    if (await this.attempt.run(() => this.send()(act, words))) this.closed.emit();
  }
}
