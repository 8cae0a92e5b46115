import {
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Sheet } from '@yuheng/shared/contract/sheets';
import { Attempt } from '../api/attempt';
import { Client } from '../api/client';
import { ProblemNotice } from '../ui/problem-notice';
import { placeOf } from './sheet-desk';
import { SaveMark } from '../ui/save-mark';

type Check = NonNullable<Sheet['check']>;

/** How an inspection is made: chosen once, kept at once; a visit as soon as the number of its plan is there. */
@Component({
  selector: 'yh-inspection-check',
  imports: [TranslocoPipe, ProblemNotice, SaveMark],
  template: `
    <fieldset>
      <legend>{{ 'sheet.check.title' | transloco }}</legend>
      <p class="choices">
        @for (one of modes; track one) {
          <label [class.chosen]="mode() === one">
            <input
              type="radio"
              name="check-mode"
              [value]="one"
              [checked]="mode() === one"
              [attr.aria-describedby]="asked() && mode() === null ? 'check-note' : null"
              (change)="choose(one)"
            />
            {{ 'sheet.check.' + one | transloco }}
          </label>
        }
      </p>
      @if (mode() === 'visit') {
        <label for="check-plan">{{ 'sheet.check.plan' | transloco }}</label>
        <input
          id="check-plan"
          type="text"
          autocomplete="off"
          maxlength="80"
          aria-describedby="check-note"
          [value]="plan()"
          [attr.aria-invalid]="asked() && plan().trim() === ''"
          (input)="type($event)"
          (change)="save()"
          (keydown.enter)="$event.preventDefault(); save()"
        />
      }
      <p id="check-note" class="note" [class.problem]="asked() && !complete()">
        {{
          (asked() && mode() === null ? 'sheet.check.needed' : 'sheet.check.hint.' + (mode() ?? 'none'))
            | transloco
        }}
      </p>
      @if (attempt.problem(); as problem) {
        <yh-problem [problem]="problem" [canRetry]="true" (retry)="save()" />
      }
      @if (state(); as state) {
        <p class="note" role="status"><yh-save-state [state]="state" /></p>
      }
    </fieldset>
  `,
  styleUrl: './inspection-check.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class InspectionCheckFields {
  private readonly client = inject(Client);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly sheet = input.required<Sheet>();
  /** Kept; or somebody else was faster, and the sheet is to be read again. */
  readonly kept = output<Sheet>();
  readonly stale = output();

  protected readonly modes = ['online', 'visit'] as const;
  protected readonly attempt = new Attempt();
  protected readonly asked = signal(false);
  private readonly stored = computed<Check | null>(() => this.sheet().check, {
    equal: (one, other) => one?.mode === other?.mode && one?.visitPlan === other?.visitPlan,
  });
  protected readonly mode = linkedSignal<Check['mode'] | null>(() => this.stored()?.mode ?? null);
  protected readonly plan = linkedSignal(() => this.stored()?.visitPlan ?? '');
  protected readonly complete = computed(
    () => this.mode() === 'online' || (this.mode() === 'visit' && this.plan().trim() !== ''),
  );
  private readonly isKept = computed(() => {
    const stored = this.stored();
    const plan = this.mode() === 'visit' ? this.plan().trim() : null;
    return stored !== null && stored.mode === this.mode() && stored.visitPlan === plan;
  });
  protected readonly state = computed(() => {
    if (this.attempt.busy()) return 'saving' as const;
    if (this.isKept()) return 'saved' as const;
    return this.mode() === null ? null : ('incomplete' as const);
  });

  protected choose(mode: Check['mode']): void {
    this.mode.set(mode);
    if (this.complete()) void this.save();
    else setTimeout(() => this.host.nativeElement.querySelector<HTMLElement>('#check-plan')?.focus());
  }

  protected type(event: Event): void {
    this.plan.set((event.target as HTMLInputElement).value);
  }

  /** What is chosen and typed is kept, if it is whole and not kept yet. True when nothing of it is left to keep. */
  async save(): Promise<boolean> {
    const mode = this.mode();
    if (this.isKept()) return true;
    if (mode === null || !this.complete()) return false;
    const sheet = this.sheet();
    const worked = await this.attempt.run(async () => {
      const body = { mode, visitPlan: mode === 'visit' ? this.plan().trim() : null };
      const options = { ...placeOf(sheet), version: sheet.version, body };
      this.kept.emit(await this.client.call('setInspectionCheck', options));
    });
    if (!worked && this.attempt.problem()?.kind === 'conflict') this.stale.emit();
    return worked;
  }

  /** Before the sheet is submitted: what is missing is said and takes the focus. */
  async settle(): Promise<boolean> {
    this.asked.set(true);
    if (await this.save()) return true;
    const wanting = this.mode() === 'visit' ? '#check-plan' : 'input[type="radio"]';
    this.host.nativeElement.querySelector<HTMLElement>(wanting)?.focus();
    return false;
  }
}
