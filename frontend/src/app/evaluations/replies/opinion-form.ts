import { ChangeDetectionStrategy, Component, input, linkedSignal, output } from '@angular/core';
import { FormControl, ReactiveFormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ReplyLeaf } from '@yuheng/shared/contract/replies';
import type { Attempt } from '../../api/attempt';
import type { Answer, CallOptions } from '../../api/client';
import { EvidenceUpload } from '../../ui/evidence-upload';
import { Field } from '../../ui/field';

export type Opinion = NonNullable<CallOptions<'saveReply'>['body']>;
type Evidence = NonNullable<
  NonNullable<Answer<'readReplies'>['counties'][number]['leaves'][number]['reply']>['evidence'][number]
>;

/** A county’s opinion on one score: the reason, the score that it asks for, and where that can be seen. */
@Component({
  selector: 'yh-opinion-form',
  imports: [ReactiveFormsModule, TranslocoPipe, EvidenceUpload, Field],
  template: `
    <form (submit)="send($event)">
      <label [for]="id('text')">{{ 'replies.opinion' | transloco }}</label>
      <textarea
        rows="3"
        maxlength="2000"
        [id]="id('text')"
        [formControl]="text()"
        [attr.aria-describedby]="id('note')"
        [attr.aria-invalid]="wrong()"
      ></textarea>
      <p class="note" [id]="id('note')" [class.problem]="wrong()">
        {{ (wrong() ? 'replies.required' : 'replies.opinionHint') | transloco }}
      </p>
      <yh-field [fieldId]="id('score')" [label]="'replies.askedScore' | transloco" [control]="score()" />
      <yh-field [fieldId]="id('source')" [label]="'replies.source' | transloco" [control]="source()" />
      <yh-field [fieldId]="id('page')" [label]="'replies.page' | transloco" [control]="page()" />
      <yh-evidence-upload [county]="county()" (stored)="keep($event)" />
      <p class="acts">
        <button type="submit" class="button" data-kind="primary" [disabled]="attempt().busy()">
          {{ (attempt().busy() ? 'replies.saving' : 'replies.save') | transloco }}
        </button>
        <button type="button" class="button" (click)="closed.emit()">
          {{ 'replies.cancel' | transloco }}
        </button>
      </p>
    </form>
  `,
  styleUrl: '../../ui/form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OpinionForm {
  readonly leaf = input.required<ReplyLeaf>();
  readonly county = input.required<string>();
  readonly attempt = input.required<Attempt>();
  readonly sent = output<Opinion>();
  readonly closed = output();

  protected readonly text = linkedSignal(() => control(this.leaf().reply?.text));
  protected readonly score = linkedSignal(() => control(this.leaf().reply?.askedScore));
  protected readonly source = linkedSignal(() => control(this.leaf().reply?.evidence[0]?.source));
  protected readonly page = linkedSignal(() => control(this.leaf().reply?.evidence[0]?.page));
  private readonly file = linkedSignal(() => this.leaf().reply?.evidence[0]?.file);

  protected id(of: string): string {
    return `opinion-${this.leaf().id}-${of}`;
  }

  protected wrong(): boolean {
    return this.attempt().asked() && this.text().value.trim() === '';
  }

  protected keep({ source, file }: Evidence): void {
    this.source().setValue(source);
    this.file.set(file);
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.attempt().asked.set(true);
    if (this.wrong()) return;
    const [source, page, score] = [this.source(), this.page(), this.score()].map((one) => one.value.trim());
    const file = this.file();
    this.sent.emit({
      text: this.text().value.trim(),
      ...(score ? { askedScore: score } : {}),
      evidence: source ? [{ source, ...(page ? { page } : {}), ...(file ? { file } : {}) }] : [],
    });
  }
}

const control = (value: string | null | undefined): FormControl<string> =>
  new FormControl(value ?? '', { nonNullable: true });
