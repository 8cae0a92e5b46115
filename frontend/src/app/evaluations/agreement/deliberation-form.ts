import {
  ChangeDetectionStrategy,
  Component,
  computed,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { FormControl, ReactiveFormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AgreementGapShown } from '@yuheng/shared/contract/deliberations';
import { isoDate } from '@yuheng/shared/domain/period/year-month';
import type { Attempt } from '../../api/attempt';
import type { CallOptions } from '../../api/client';
import { Field } from '../../ui/field';
import { SaidPipe } from '../../ui/said';
import { ScoreBox } from '../score/score-box';
import { EMPTY, valueOf, type Draft } from '../score/score-draft';

export type Deliberation = NonNullable<CallOptions<'recordDeliberation'>['body']>;

const text = (value = ''): FormControl<string> => new FormControl(value, { nonNullable: true });

/** The record of 合议 on one leaf: when, who was there, what was said and settled. */
@Component({
  selector: 'yh-deliberation',
  imports: [ReactiveFormsModule, TranslocoPipe, Field, SaidPipe, ScoreBox],
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
      @if (gap().leaf; as leaf) {
        <p class="label" [id]="id('value')">{{ 'agreement.value' | transloco }}</p>
        @if (leaf.criteria; as criteria) {
          <p class="note">{{ criteria | said }}</p>
        }
        <yh-score-box
          [boxId]="id('box')"
          [leaf]="leaf"
          [county]="gap().name"
          [draft]="draft()"
          [locked]="false"
          [wrong]="isWithoutValue()"
          (typed)="draft.set($event)"
        />
        <p class="note problem">{{ isWithoutValue() ? ('agreement.valueNeeded' | transloco) : '' }}</p>
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
    .label {
      margin: 8px 0 4px;
      font-weight: 600;
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
  /** What is typed where a value of the rule’s own shape is settled on; its field is the one of the workspace. */
  protected readonly draft = signal<Draft>(EMPTY);
  private readonly value = computed(() => {
    const { leaf } = this.gap();
    return leaf && valueOf(leaf, this.draft());
  });
  protected readonly isWithoutValue = computed(
    () => this.attempt().asked() && this.gap().leaf !== null && this.value() === null,
  );
  /** A score is asked for only where one is settled. */
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
    if (this.fields().some((one) => this.isEmpty(one)) || !this.heldOn().value || this.isWithoutValue())
      return;
    const value = this.value();
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
      ...(value ? { value: value as NonNullable<Deliberation['value']> } : {}),
    });
  }
}
