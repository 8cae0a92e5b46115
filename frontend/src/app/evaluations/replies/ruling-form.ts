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
import type { ReplyLeaf } from '@yuheng/shared/contract/replies';
import type { Attempt } from '../../api/attempt';
import type { CallOptions } from '../../api/client';
import { Field } from '../../ui/field';

export type RulingGiven = NonNullable<CallOptions<'ruleOnReply'>['body']>;
const RULINGS = ['accepted', 'partlyAccepted', 'notAccepted'] as const;

/** 采纳, 部分采纳 or 不予采纳, by how much and why. */
@Component({
  selector: 'yh-ruling-form',
  imports: [ReactiveFormsModule, TranslocoPipe, Field],
  template: `
    <form (submit)="send($event)">
      <fieldset>
        <legend>{{ 'replies.ruling' | transloco }}</legend>
        @for (one of rulings; track one) {
          <label>
            <input
              type="radio"
              [name]="id('ruling')"
              [value]="one"
              [checked]="ruling() === one"
              (change)="choose(one)"
            />
            {{ 'replies.rulings.' + one | transloco }}
          </label>
        }
      </fieldset>
      @if (setsScore()) {
        <yh-field
          [fieldId]="id('score')"
          [label]="'replies.finalScore' | transloco"
          [control]="score()"
          [error]="attempt().asked() && !score().value.trim() ? ('replies.required' | transloco) : ''"
        />
      }
      <label [for]="id('reason')">{{ 'replies.reason' | transloco }}</label>
      <textarea
        rows="2"
        maxlength="2000"
        [id]="id('reason')"
        [formControl]="reason"
        [attr.aria-invalid]="wrong()"
      ></textarea>
      <p class="note problem">{{ wrong() ? ('replies.required' | transloco) : '' }}</p>
      <p class="acts">
        <button type="submit" class="button" data-kind="primary" [disabled]="attempt().busy()">
          {{ (attempt().busy() ? 'replies.saving' : 'replies.rule') | transloco }}
        </button>
        <button type="button" class="button" (click)="closed.emit()">
          {{ 'replies.cancel' | transloco }}
        </button>
      </p>
    </form>
  `,
  styles: `
    fieldset {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 18px;
      margin: 0 0 8px;
      padding: 6px 10px;
      border: 1px solid var(--line);
    }
    fieldset label {
      display: inline-flex;
      gap: 6px;
      align-items: center;
      min-block-size: 36px;
    }
  `,
  styleUrl: '../../ui/form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RulingForm {
  readonly leaf = input.required<ReplyLeaf>();
  readonly attempt = input.required<Attempt>();
  readonly sent = output<RulingGiven>();
  readonly closed = output();

  protected readonly rulings = RULINGS;
  protected readonly ruling = signal<RulingGiven['ruling']>('accepted');
  protected readonly setsScore = computed(() => this.ruling() !== 'notAccepted');
  /** Accepted, the score is the one that the county asked for: it stands there already. */
  protected readonly score = linkedSignal(
    () => new FormControl(this.leaf().reply?.askedScore ?? '', { nonNullable: true }),
  );
  protected readonly reason = new FormControl('', { nonNullable: true });

  protected id(of: string): string {
    return `ruling-${this.leaf().id}-${of}`;
  }

  protected choose(ruling: RulingGiven['ruling']): void {
    this.ruling.set(ruling);
    this.score().setValue(ruling === 'accepted' ? (this.leaf().reply?.askedScore ?? '') : '');
  }

  protected wrong(): boolean {
    return this.attempt().asked() && this.reason.value.trim() === '';
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.attempt().asked.set(true);
    const finalScore = this.score().value.trim();
    if (this.wrong() || (this.setsScore() && !finalScore)) return;
    this.sent.emit({
      ruling: this.ruling(),
      reason: this.reason.value.trim(),
      ...(this.setsScore() ? { finalScore } : {}),
    });
  }
}
