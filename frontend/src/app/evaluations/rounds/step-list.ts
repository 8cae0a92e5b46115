import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import type { EvaluationRoundRecord } from '@yuheng/shared/contract/evaluation-rounds';
import type { IsoDate } from '@yuheng/shared/domain/period/year-month';
import { Attempt } from '../../api/attempt';
import { Client } from '../../api/client';
import { DayPipe } from '../../ui/day';
import { Language } from '../../ui/language';
import { ProblemNotice } from '../../ui/problem-notice';
import { SaidPipe } from '../../ui/said';

type Step = EvaluationRoundRecord['steps'][number];

const text = (): FormControl<string> => new FormControl('', { nonNullable: true });

/** 委托 … 归档, one below the other with day, number and scan; who organises the round takes the next one here. */
@Component({
  selector: 'yh-step-list',
  imports: [ReactiveFormsModule, TranslocoPipe, DayPipe, ProblemNotice, SaidPipe],
  templateUrl: './step-list.html',
  styleUrls: ['./rounds.css', './step-list.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StepList {
  private readonly client = inject(Client);
  private readonly language = inject(Language);
  readonly round = input.required<EvaluationRoundRecord>();
  readonly changed = output<EvaluationRoundRecord>();
  protected readonly opened = signal<Step | null>(null);
  protected readonly attempt = new Attempt();
  protected readonly form = new FormGroup({
    takenOn: text(),
    documentNumber: text(),
    note: text(),
    passedOver: new FormControl(false, { nonNullable: true }),
  });
  private readonly scan = signal<File | null>(null);
  /** The furthest step, which can be registered once more where its day or number was wrong. */
  protected readonly last = computed(() => this.round().steps.findLast(({ taken }) => taken !== null));

  protected open(step: Step): void {
    const { asOf } = this.round();
    this.form.setValue({
      takenOn: step.taken?.takenOn ?? asOf,
      documentNumber: step.taken?.documentNumber ?? '',
      note: step.taken?.note ?? '',
      passedOver: step.taken?.passedOver ?? false,
    });
    this.scan.set(null);
    this.attempt.clear();
    this.opened.set(step);
  }

  protected canMend(step: Step): boolean {
    return step === this.last() && !step.ownAct && !this.round().finalisedOn;
  }

  protected label(step: Step): string {
    const name = this.language.say(step.name);
    if (step.step === 'scoring') return this.language.text('rounds.steps.start');
    return this.language.text(step.taken ? 'rounds.steps.correct' : 'rounds.steps.register', { step: name });
  }

  protected choose(event: Event): void {
    this.scan.set((event.target as HTMLInputElement).files?.[0] ?? null);
  }

  protected async send(event: Event, { step, ownAct }: Step): Promise<void> {
    event.preventDefault();
    this.attempt.asked.set(true);
    const { takenOn, documentNumber, note, passedOver } = this.form.getRawValue();
    if (takenOn === '') return;
    const params = { round: this.round().id };
    const isDone = await this.attempt.run(async () => {
      const scan = this.scan();
      const file = scan ? (await this.client.call('storeRoundFile', { params, file: scan })).id : undefined;
      const taking = {
        takenOn: takenOn as IsoDate,
        ...(documentNumber.trim() ? { documentNumber: documentNumber.trim() } : {}),
        ...(note.trim() ? { note: note.trim() } : {}),
        ...(file ? { file } : {}),
      };
      this.changed.emit(
        ownAct
          ? await this.client.call('startScoring', { params, body: taking })
          : await this.client.call('registerStep', { params, body: { step, ...taking, passedOver } }),
      );
    });
    if (isDone) this.opened.set(null);
  }
}
