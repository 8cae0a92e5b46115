import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
} from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Answer, CallOptions } from '../../api/client';
import { Attempt } from '../../api/attempt';
import { DayPipe, formatDay } from '../../ui/day';
import { Language } from '../../ui/language';
import { ProblemNotice } from '../../ui/problem-notice';
import { changedKeys, rebase } from '../../ui/rebase';
import { VersionConflict, type ConflictRow } from '../../ui/version-conflict';

export type SentSettings = CallOptions<'changeEvaluation'>['body'];
/** As it stands in the fields: days and months may still be missing. */
export type RoundSettings = {
  readonly [Key in keyof SentSettings]: SentSettings[Key] extends string ? string : SentSettings[Key];
};

/** Settings as they are stored, in which version. */
export interface StoredSettings {
  readonly version: number;
  readonly settings: RoundSettings;
}

type Method = Answer<'listEvaluations'>['methods'][number];

const text = (value = ''): FormControl<string> => new FormControl(value, { nonNullable: true });
const count = (value: number): FormControl<number> => new FormControl(value, { nonNullable: true });

/**
 * Method, window, dates and settings of a round, new or not yet scored. What is wrong with them is said by the server; what
 * somebody else changed meanwhile stands beside what was typed, which is kept.
 */
@Component({
  selector: 'yh-round-settings',
  imports: [ReactiveFormsModule, TranslocoPipe, DayPipe, ProblemNotice, VersionConflict],
  template: `
    @if (methods().length === 0) {
      <p class="notice">{{ 'rounds.noMethod' | transloco }}</p>
    } @else {
      @if (clash()) {
        <yh-version-conflict
          [rows]="conflictRows()"
          (keep)="keepTyped()"
          (discard)="discardTyped()"
          (retry)="readConflict()"
        />
      }
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
          <button
            type="submit"
            class="button"
            data-kind="primary"
            [disabled]="attempt.busy() || clash() !== null"
          >
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
  /** The version that the settings were read in; of a new round none. */
  readonly version = input<number | null>(null);
  readonly isNew = computed(() => this.version() === null);
  readonly send = input.required<(settings: SentSettings, version: number) => Promise<unknown>>();
  /** Reads the settings once more; of a new round there is nothing to be read. */
  readonly reread = input<(() => Promise<StoredSettings>) | null>(null);
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

  private readonly language = inject(Language);
  /** What is being changed, as it was read. */
  private readonly opened = signal<StoredSettings | null>(null);
  /** Somebody else changed it: the settings of now, null while they could not be read. */
  protected readonly clash = signal<{ readonly now: StoredSettings | null } | null>(null);
  protected readonly conflictRows = computed((): readonly ConflictRow[] | null => {
    const [opened, now] = [this.opened(), this.clash()?.now];
    if (!opened || !now) return null;
    const typed = this.form.getRawValue();
    return changedKeys(opened.settings, now.settings).map((key) => ({
      label: this.language.text(`rounds.${LABELS[key] ?? key}`),
      before: this.worded(key, opened.settings),
      now: this.worded(key, now.settings),
      typed: this.worded(key, typed),
    }));
  });

  constructor() {
    effect(() => {
      const stored = { settings: this.initial(), version: this.version() ?? 0 };
      // What was typed stays, whatever else is done on the page meanwhile.
      if (!this.form.dirty) untracked(() => this.show(stored));
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const version = this.opened()?.version ?? 0;
    const settings = this.form.getRawValue() as SentSettings;
    if (await this.attempt.run(() => this.send()(settings, version))) this.closed.emit();
    else if (this.attempt.problem()?.kind === 'conflict' && this.reread()) await this.readConflict();
  }

  /** A conflict of another kind than of versions is said by the server: the settings stand as they were read. */
  protected async readConflict(): Promise<void> {
    const reread = this.reread();
    if (!reread) return;
    const now = await reread().catch(() => null);
    if (now && now.version === this.opened()?.version) return;
    this.attempt.problem.set(null);
    this.clash.set({ now });
  }

  protected keepTyped(): void {
    const [opened, now] = [this.opened(), this.clash()?.now];
    if (!opened || !now) return;
    this.form.setValue(rebase(opened.settings, now.settings, this.form.getRawValue()));
    this.opened.set(now);
    this.clash.set(null);
  }

  protected discardTyped(): void {
    const now = this.clash()?.now;
    if (now) this.show(now);
  }

  private show(stored: StoredSettings): void {
    this.form.reset(stored.settings);
    this.opened.set(stored);
    this.clash.set(null);
  }

  private worded(key: keyof RoundSettings, settings: RoundSettings): string {
    const value = settings[key];
    if (key === 'methodVersion') return this.language.text('rounds.version', { version: value });
    if (typeof value === 'boolean') return this.language.text(value ? 'rounds.yes' : 'rounds.no');
    return DAYS.includes(key) ? formatDay(String(value), this.language.current()) : String(value);
  }
}

/** Where a setting is not called by its own key. */
const LABELS: Readonly<Partial<Record<keyof RoundSettings, string>>> = { methodVersion: 'method' };
const DAYS: readonly (keyof RoundSettings)[] = ['windowFrom', 'windowTo', 'scoreBy', 'replyBy'];
