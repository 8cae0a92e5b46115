import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  inject,
  Injector,
  input,
  linkedSignal,
  output,
} from '@angular/core';
import { FormControl, ReactiveFormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { addDays, isoDate, type IsoDate } from '@yuheng/shared/domain/period/year-month';
import type { Attempt } from '../api/attempt';
import { Field } from '../ui/field';
import { focusFirstProblem } from '../ui/focus-first-problem';

/** What a finding begins with. */
export interface Conversion {
  readonly summary: string;
  readonly deadline: IsoDate;
  readonly responsible?: string;
}

/** Thirty days, unless the inspector says otherwise. */
const USUAL_DAYS = 30;

/** Makes a finding of a doubt: what it is, until when and by whom it is to be put right. */
@Component({
  selector: 'yh-conversion',
  imports: [ReactiveFormsModule, TranslocoPipe, Field],
  template: `
    <form (submit)="send($event)">
      <h3>{{ 'findings.convert' | transloco }}</h3>
      <p class="note">{{ 'findings.convertHint' | transloco }}</p>
      <yh-field
        fieldId="conversion-summary"
        [label]="'findings.summary' | transloco"
        [control]="summary"
        [error]="wrong(summary) ? ('findings.required' | transloco) : ''"
      />
      <yh-field
        fieldId="conversion-deadline"
        kind="date"
        [label]="'findings.deadline' | transloco"
        [control]="deadline()"
        [min]="from()"
        [error]="wrong(deadline()) ? ('findings.required' | transloco) : ''"
      />
      <yh-field
        fieldId="conversion-responsible"
        [label]="'findings.responsible' | transloco"
        [control]="responsible"
      />
      <p class="acts">
        <button type="submit" class="button" [disabled]="attempt().busy()">
          {{ (attempt().busy() ? 'findings.working' : 'findings.convert') | transloco }}
        </button>
      </p>
    </form>
  `,
  styleUrl: './form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConversionForm {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  /** The first day that the deadline can be. */
  readonly from = input.required<string>();
  readonly attempt = input.required<Attempt>();
  readonly sent = output<Conversion>();
  protected readonly summary = new FormControl('', { nonNullable: true });
  protected readonly responsible = new FormControl('', { nonNullable: true });
  protected readonly deadline = linkedSignal(
    () => new FormControl<string>(addDays(isoDate(this.from()), USUAL_DAYS), { nonNullable: true }),
  );

  protected wrong(control: FormControl<string>): boolean {
    return this.attempt().asked() && control.value.trim() === '';
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.attempt().asked.set(true);
    if (this.wrong(this.summary) || this.wrong(this.deadline())) {
      focusFirstProblem(this.host.nativeElement, this.injector);
      return;
    }
    const responsible = this.responsible.value.trim();
    this.sent.emit({
      summary: this.summary.value.trim(),
      deadline: isoDate(this.deadline().value),
      ...(responsible ? { responsible } : {}),
    });
  }
}
