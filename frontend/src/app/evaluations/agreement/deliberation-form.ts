import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output } from '@angular/core';
import { FormControl, ReactiveFormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AgreementGapShown } from '@yuheng/shared/contract/deliberations';
import { isoDate } from '@yuheng/shared/domain/period/year-month';
import type { Attempt } from '../../api/attempt';
import type { CallOptions } from '../../api/client';
import { Field } from '../../ui/field';

export type Deliberation = NonNullable<CallOptions<'recordDeliberation'>['body']>;

const text = (value = ''): FormControl<string> => new FormControl(value, { nonNullable: true });

/** The record of 合议 on one leaf: when, who was there, what was said and settled. */
@Component({
  selector: 'yh-deliberation',
  imports: [ReactiveFormsModule, TranslocoPipe, Field],
  template: `
    <form (submit)="send($event)">
      <h3>{{ 'agreement.record' | transloco }}</h3>
      <yh-field
        kind="date"
        [fieldId]="id('day')"
        [label]="'agreement.heldOn' | transloco"
        [control]="heldOn()"
        [max]="today()"
      />
      @for (one of fields(); track one.key) {
        <yh-field
          [fieldId]="id(one.key)"
          [label]="'agreement.' + one.key | transloco"
          [control]="one.control"
          [error]="isEmpty(one) ? ('agreement.required' | transloco) : ''"
        />
      }
      <p class="acts">
        <button type="submit" class="button" data-kind="primary" [disabled]="attempt().busy()">
          {{ (attempt().busy() ? 'agreement.saving' : 'agreement.record') | transloco }}
        </button>
      </p>
    </form>
  `,
  styles: `
    form {
      max-inline-size: 560px;
    }
  `,
  styleUrl: '../../ui/form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DeliberationForm {
  readonly gap = input.required<AgreementGapShown>();
  readonly today = input.required<string>();
  readonly attempt = input.required<Attempt>();
  readonly sent = output<Deliberation>();

  protected readonly heldOn = linkedSignal(() => text(this.today()));
  private readonly controls = {
    members: text(),
    minutes: text(),
    text: text(),
    reason: text(),
    finalScore: text(),
  };
  /** Where a value of the rule’s own shape is settled on, it is entered with the score sheet’s own form. */
  protected readonly fields = computed(() =>
    (['members', 'minutes', 'text', 'reason', 'finalScore'] as const)
      .filter((key) => key !== 'finalScore' || this.gap().takes === 'score')
      .map((key) => ({ key, control: this.controls[key], needed: key !== 'finalScore' })),
  );

  protected id(of: string): string {
    return `held-${this.gap().county}-${this.gap().indicator}-${of}`;
  }

  protected isEmpty({ control, needed }: { control: FormControl<string>; needed: boolean }): boolean {
    return needed && this.attempt().asked() && control.value.trim() === '';
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.attempt().asked.set(true);
    if (this.fields().some((one) => this.isEmpty(one)) || !this.heldOn().value) return;
    const { members, minutes, text: said, reason, finalScore } = this.controls;
    const score = finalScore.value.trim();
    this.sent.emit({
      county: this.gap().county,
      indicator: this.gap().indicator,
      heldOn: isoDate(this.heldOn().value),
      members: members.value
        .split(/[、，,;；]/)
        .map((one) => one.trim())
        .filter((one) => one !== ''),
      minutesNumber: minutes.value.trim(),
      text: said.value.trim(),
      reason: reason.value.trim(),
      ...(score ? { finalScore: score } : {}),
    });
  }
}
