import { ChangeDetectionStrategy, Component, effect, input, output, untracked } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Answer, CallOptions } from '../../api/client';
import { Attempt } from '../../api/attempt';
import { DayPipe } from '../../ui/day';
import { ProblemNotice } from '../../ui/problem-notice';

export type SentSettings = CallOptions<'changeEvaluation'>['body'];
/** As it stands in the fields: days and months may still be missing. */
export type RoundSettings = {
  readonly [Key in keyof SentSettings]: SentSettings[Key] extends string ? string : SentSettings[Key];
};

type Method = Answer<'listEvaluations'>['methods'][number];

const text = (value = ''): FormControl<string> => new FormControl(value, { nonNullable: true });
const count = (value: number): FormControl<number> => new FormControl(value, { nonNullable: true });

/** Method, window, dates and settings of a round, new or not yet scored. What is wrong with them is said by the server. */
@Component({
  selector: 'yh-round-settings',
  imports: [ReactiveFormsModule, TranslocoPipe, DayPipe, ProblemNotice],
  template: `
    @if (methods().length === 0) {
      <p class="notice">{{ 'rounds.noMethod' | transloco }}</p>
    } @else {
      <form [formGroup]="form" (submit)="save($event)">
        <div class="grid">
          <label
            ><span>{{ 'rounds.method' | transloco }}</span>
            <select formControlName="methodVersion">
              @for (method of methods(); track method.version) {
                <option [ngValue]="method.version">
                  {{
                    'rounds.methodOf'
                      | transloco: { version: method.version, day: (method.publishedOn | day) }
                  }}
                </option>
              }
            </select>
          </label>
          @for (one of dates; track one.key) {
            <label
              ><span>{{ 'rounds.' + one.key | transloco }}</span>
              <input [type]="one.type" [formControlName]="one.key" required />
            </label>
          }
          <label
            ><span>{{ 'rounds.gapMarks' | transloco }}</span>
            <input formControlName="gapMarks" inputmode="decimal" />
          </label>
          <label
            ><span>{{ 'rounds.markers' | transloco }}</span>
            <input type="number" min="1" max="5" formControlName="markers" />
          </label>
          <label
            ><span>{{ 'rounds.secondShare' | transloco }}</span>
            <input type="number" min="0" max="100" formControlName="secondShare" />
          </label>
          <label class="tick">
            <input type="checkbox" formControlName="rotate" />
            <span>{{ 'rounds.rotate' | transloco }}</span>
          </label>
        </div>
        @if (attempt.problem(); as problem) {
          <yh-problem [problem]="problem" [canRetry]="false" />
        }
        <p class="acts">
          <button type="submit" class="button" data-kind="primary" [disabled]="attempt.busy()">
            {{ (isNew() ? 'rounds.confirmCreate' : 'rounds.save') | transloco }}
          </button>
          <button type="button" class="button" (click)="closed.emit()">
            {{ 'rounds.cancel' | transloco }}
          </button>
        </p>
      </form>
    }
  `,
  styleUrl: './rounds.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RoundSettingsForm {
  readonly methods = input.required<readonly Method[]>();
  readonly initial = input.required<RoundSettings>();
  readonly isNew = input(false);
  readonly send = input.required<(settings: SentSettings) => Promise<unknown>>();
  readonly closed = output();
  protected readonly attempt = new Attempt();
  protected readonly dates = [
    { key: 'windowFrom', type: 'month' },
    { key: 'windowTo', type: 'month' },
    { key: 'scoreBy', type: 'date' },
    { key: 'replyBy', type: 'date' },
  ] as const;
  protected readonly form = new FormGroup({
    methodVersion: count(1),
    windowFrom: text(),
    windowTo: text(),
    scoreBy: text(),
    replyBy: text(),
    gapMarks: text('3'),
    markers: count(1),
    secondShare: count(0),
    rotate: new FormControl(true, { nonNullable: true }),
    seed: count(1),
  });

  constructor() {
    effect(() => {
      const initial = this.initial();
      untracked(() => this.form.setValue(initial));
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if (await this.attempt.run(() => this.send()(this.form.getRawValue() as SentSettings)))
      this.closed.emit();
  }
}
