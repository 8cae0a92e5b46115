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
import { toSignal } from '@angular/core/rxjs-interop';
import { FormControl, ReactiveFormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AllocationDecision } from '@yuheng/shared/contract/allocation-decisions';
import { addressOf } from '../../api/client';
import { Attempt } from '../../api/attempt';
import { DayPipe } from '../../ui/day';
import { Field } from '../../ui/field';
import { focusFirstProblem } from '../../ui/focus-first-problem';
import { Modal } from '../../ui/modal';
import { ProblemNotice } from '../../ui/problem-notice';
import { SaidPipe } from '../../ui/said';
import { fieldsOf, wrongFields, type DecisionAct, type DecisionWords } from './decision-act';

const text = (): FormControl<string> => new FormControl('', { nonNullable: true });

/**
 * Asks what an act needs and stays open with whatever is refused. When somebody else changed the decision meanwhile, what was
 * typed stays, the newest state is loaded behind it, and it can be sent again, unless the act is no longer there to be done.
 */
@Component({
  selector: 'yh-decision-dialog',
  imports: [ReactiveFormsModule, TranslocoPipe, DayPipe, Field, Modal, ProblemNotice, SaidPipe],
  templateUrl: './decision-dialog.html',
  styleUrls: ['../../ui/form.css', './decision-dialog.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DecisionDialog {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  readonly act = input.required<DecisionAct | null>();
  /** As it stands now, also after somebody else changed it. */
  readonly decision = input.required<AllocationDecision>();
  readonly send = input.required<(act: DecisionAct, words: DecisionWords) => Promise<unknown>>();
  readonly closed = output();

  protected readonly on = text();
  protected readonly documentNumber = text();
  protected readonly reason = text();
  protected readonly agreed = new FormControl(true, { nonNullable: true });
  protected readonly file = signal<File | null>(null);
  protected readonly attempt = new Attempt();
  private readonly agrees = toSignal(this.agreed.valueChanges, { initialValue: true });

  protected readonly fields = computed(() => {
    const act = this.act();
    return act ? fieldsOf(act, this.agrees()) : null;
  });
  /** Whether it can still be done. */
  protected readonly isOffered = computed(() => {
    const act = this.act();
    return this.decision().acts.some((one) => one.act === act?.act && one.step === act?.step);
  });
  protected readonly heading = computed(() => {
    const act = this.act();
    return act === null ? '' : `decisions.act.${nameOf(act)}`;
  });
  protected readonly ask = computed(() => {
    const act = this.act();
    if (!act) return '';
    const isOwn = act.act === 'take' || (act.act === 'check' && act.step === 'promulgation');
    return `decisions.ask.${isOwn ? `${act.act}_${act.step}` : act.act}`;
  });
  protected readonly numberLabel = computed(() => {
    const act = this.act();
    if (act?.step === 'promulgation') return 'decisions.form.number';
    if (act?.act === 'enterPaper') return 'decisions.form.numberPaper';
    return act?.step === 'collectiveDecision' ? 'decisions.form.meeting' : 'decisions.form.numberOptional';
  });
  protected readonly scan = computed(() => {
    const { id, awaitingCheck } = this.decision();
    const file = awaitingCheck?.file;
    return file ? addressOf('readDecisionFile', { params: { decision: id, file: file.id } }) : null;
  });

  constructor() {
    effect(() => {
      this.act();
      untracked(() => {
        this.on.reset(this.decision().asOf);
        this.documentNumber.reset();
        this.reason.reset();
        this.agreed.reset(true);
        this.file.set(null);
        this.attempt.clear();
      });
    });
  }

  protected choose(event: Event): void {
    this.file.set((event.target as HTMLInputElement).files?.[0] ?? null);
  }

  protected isWrong(field: string): boolean {
    const fields = this.fields();
    return this.attempt.asked() && fields !== null && this.wrong().has(field);
  }

  private wrong(): ReadonlySet<string> {
    const fields = this.fields();
    return fields ? wrongFields(fields, this.words(), this.decision().asOf) : new Set();
  }

  private words(): DecisionWords {
    return {
      agreed: this.agreed.value,
      on: this.on.value,
      documentNumber: this.documentNumber.value,
      reason: this.reason.value,
      file: this.file(),
    };
  }

  protected async confirm(event: Event): Promise<void> {
    event.preventDefault();
    const act = this.act();
    if (!act) return;
    this.attempt.asked.set(true);
    if (this.wrong().size > 0) {
      focusFirstProblem(this.host.nativeElement, this.injector);
      return;
    }
    if (await this.attempt.run(() => this.send()(act, this.words()))) this.closed.emit();
  }
}

/** 印发 is entered, not agreed to. */
export const nameOf = ({ act, step }: DecisionAct): string =>
  act === 'take' && step === 'promulgation' ? 'take_promulgation' : act;
