import { ChangeDetectionStrategy, Component, input, output, signal } from '@angular/core';
import { FormControl } from '@angular/forms';
import { NgTemplateOutlet } from '@angular/common';
import { TranslocoPipe } from '@jsverse/transloco';
import { isoDate } from '@yuheng/shared/domain/period/year-month';
import type { Attempt } from '../../api/attempt';
import type { Answer, CallOptions } from '../../api/client';
import { DayPipe } from '../../ui/day';
import { Field } from '../../ui/field';
import { Modal } from '../../ui/modal';
import { ProblemNotice } from '../../ui/problem-notice';

export type Opening = NonNullable<CallOptions<'openReplies'>['body']>;

/** Opens the draft result for replies. On a finalised round that means to evaluate again: folded away, and asked about first. */
@Component({
  selector: 'yh-open-replies',
  imports: [NgTemplateOutlet, TranslocoPipe, DayPipe, Field, Modal, ProblemNotice],
  template: `
    @if (page().finalisedOn; as finalisedOn) {
      <details>
        <summary>{{ 'replies.again.title' | transloco }}</summary>
        <ng-container [ngTemplateOutlet]="form" />
      </details>
      <yh-modal [open]="asking()" [heading]="'replies.again.title' | transloco" (escaped)="asking.set(false)">
        <p>{{ 'replies.again.text' | transloco: { day: finalisedOn | day, until: replyBy.value | day } }}</p>
        <p class="acts">
          <button type="button" class="button" data-kind="primary" (click)="send()">
            {{ 'replies.again.confirm' | transloco }}
          </button>
          <button type="button" class="button" (click)="asking.set(false)">
            {{ 'replies.cancel' | transloco }}
          </button>
        </p>
      </yh-modal>
    } @else {
      <ng-container [ngTemplateOutlet]="form" />
    }
    <ng-template #form>
      <form class="open" (submit)="ask($event)">
        @if (!page().finalisedOn) {
          <h2>{{ 'replies.open' | transloco }}</h2>
        }
        <p class="note">
          {{ (page().finalisedOn ? 'replies.again.hint' : 'replies.openHint') | transloco }}
        </p>
        <yh-field
          fieldId="reply-by"
          kind="date"
          [label]="'replies.replyBy' | transloco"
          [control]="replyBy"
          [min]="page().asOf"
          [error]="attempt().asked() && !replyBy.value ? ('replies.required' | transloco) : ''"
        />
        <yh-field
          fieldId="draft-document"
          [label]="'replies.documentNumber' | transloco"
          [control]="documentNumber"
        />
        @if (attempt().problem(); as problem) {
          <yh-problem [problem]="problem" [canRetry]="false" />
        }
        <p class="acts">
          <button
            type="submit"
            class="button"
            [attr.data-kind]="page().finalisedOn ? null : 'primary'"
            [disabled]="attempt().busy()"
          >
            {{ (page().finalisedOn ? 'replies.again.open' : 'replies.open') | transloco }}
          </button>
        </p>
      </form>
    </ng-template>
  `,
  styles: `
    .open {
      max-inline-size: 480px;
      margin-block-start: 14px;
    }
  `,
  styleUrl: '../../ui/form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OpenRepliesForm {
  readonly page = input.required<Answer<'readReplies'>>();
  readonly attempt = input.required<Attempt>();
  readonly sent = output<Opening>();
  protected readonly asking = signal(false);
  protected readonly replyBy = new FormControl('', { nonNullable: true });
  protected readonly documentNumber = new FormControl('', { nonNullable: true });

  protected ask(event: Event): void {
    event.preventDefault();
    this.attempt().asked.set(true);
    if (!this.replyBy.value) return;
    if (this.page().finalisedOn) this.asking.set(true);
    else this.send();
  }

  protected send(): void {
    this.asking.set(false);
    const documentNumber = this.documentNumber.value.trim();
    this.sent.emit({
      replyBy: isoDate(this.replyBy.value),
      ...(documentNumber ? { documentNumber } : {}),
    });
  }
}
