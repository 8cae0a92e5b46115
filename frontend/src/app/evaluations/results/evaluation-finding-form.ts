import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output } from '@angular/core';
import { FormControl, ReactiveFormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import type { EvaluationResults } from '@yuheng/shared/contract/evaluation-results';
import { addDays, isoDate } from '@yuheng/shared/domain/period/year-month';
import type { Attempt } from '../../api/attempt';
import type { CallOptions } from '../../api/client';
import { Field } from '../../ui/field';
import { SaidPipe } from '../../ui/said';

export type EvaluationFinding = NonNullable<CallOptions<'raiseEvaluationFinding'>['body']>;

/** Thirty days, unless the bureau says otherwise. */
const USUAL_DAYS = 30;
const text = (value = ''): FormControl<string> => new FormControl(value, { nonNullable: true });

/** A problem that the evaluation found: of which county and indicator, against which clause, until when to be put right. */
@Component({
  selector: 'yh-evaluation-finding',
  imports: [ReactiveFormsModule, TranslocoPipe, Field, SaidPipe],
  template: `
    <form (submit)="send($event)">
      <h2>{{ 'results.finding' | transloco }}</h2>
      <p class="note">{{ 'results.findingHint' | transloco }}</p>
      <label for="finding-county">{{ 'results.county' | transloco }}</label>
      <select id="finding-county" [formControl]="county()">
        @for (one of page().counties; track one.county) {
          <option [value]="one.county" lang="zh-CN">{{ one.name }}</option>
        }
      </select>
      <label for="finding-indicator">{{ 'results.indicator' | transloco }}</label>
      <select id="finding-indicator" [formControl]="indicator()">
        @for (one of page().leaves; track one.id) {
          <option [value]="one.id">{{ one.name | said }}</option>
        }
      </select>
      @for (one of fields; track one.id) {
        <yh-field
          [fieldId]="'finding-' + one.id"
          [label]="'results.' + one.id | transloco"
          [control]="one.control"
          [error]="isEmpty(one) ? ('results.required' | transloco) : ''"
        />
      }
      <yh-field
        fieldId="finding-deadline"
        kind="date"
        [label]="'results.deadline' | transloco"
        [control]="deadline()"
        [min]="page().asOf"
      />
      <p class="acts">
        <button type="submit" class="button" [disabled]="attempt().busy()">
          {{ (attempt().busy() ? 'results.saving' : 'results.raise') | transloco }}
        </button>
      </p>
    </form>
  `,
  styles: `
    form {
      max-inline-size: 560px;
    }
    label {
      display: block;
      margin-block-start: 8px;
    }
    select {
      min-block-size: 40px;
      inline-size: 100%;
    }
  `,
  styleUrl: '../../ui/form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EvaluationFindingForm {
  readonly page = input.required<EvaluationResults>();
  readonly attempt = input.required<Attempt>();
  readonly sent = output<EvaluationFinding>();

  private readonly summary = text();
  private readonly clause = text();
  private readonly responsible = text();
  protected readonly fields = [
    { id: 'summary', control: this.summary, needed: true },
    { id: 'clause', control: this.clause, needed: true },
    { id: 'responsible', control: this.responsible, needed: false },
  ];
  private readonly first = computed(() => this.page().counties[0]?.county ?? '');
  protected readonly county = linkedSignal(() => text(this.first()));
  protected readonly indicator = linkedSignal(() => text(this.page().leaves[0]?.id ?? ''));
  protected readonly deadline = linkedSignal(() => text(addDays(isoDate(this.page().asOf), USUAL_DAYS)));

  protected isEmpty({ control, needed }: (typeof this.fields)[number]): boolean {
    return needed && this.attempt().asked() && control.value.trim() === '';
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.attempt().asked.set(true);
    if (this.fields.some((one) => this.isEmpty(one)) || !this.deadline().value) return;
    const responsible = this.responsible.value.trim();
    this.sent.emit({
      county: this.county().value,
      indicator: this.indicator().value,
      summary: this.summary.value.trim(),
      clause: this.clause.value.trim(),
      deadline: isoDate(this.deadline().value),
      ...(responsible ? { responsible } : {}),
    });
  }
}
