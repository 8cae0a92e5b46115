import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  inject,
  Injector,
  input,
  type OnInit,
  output,
  signal,
} from '@angular/core';
import { FormControl, ReactiveFormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import type {
  CountyFieldwork,
  FieldRecordContent,
  FieldRecordEntry,
} from '@yuheng/shared/contract/fieldwork-papers';
import { Attempt } from '../../api/attempt';
import { Client } from '../../api/client';
import { Field } from '../../ui/field';
import { focusFirstProblem } from '../../ui/focus-first-problem';
import { ProblemNotice } from '../../ui/problem-notice';
import { IndicatorSelect } from './indicator-select';
import { emptyDraft, contentOf, draftOf, LONG_FIELDS, type RecordDraft, SHORT_FIELDS } from './record-draft';

/** Enters a record of fieldwork, or writes one anew that is not locked yet. */
@Component({
  selector: 'yh-record-form',
  imports: [ReactiveFormsModule, TranslocoPipe, Field, IndicatorSelect, ProblemNotice],
  templateUrl: './record-form.html',
  styleUrl: './fieldwork.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RecordForm implements OnInit {
  private readonly client = inject(Client);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  readonly work = input.required<CountyFieldwork>();
  readonly kind = input.required<FieldRecordContent['kind']>();
  /** Null: a new one. */
  readonly record = input<FieldRecordEntry | null>(null);
  readonly done = output();
  readonly left = output();

  protected readonly attempt = new Attempt();
  protected readonly draft = signal<RecordDraft>(emptyDraft());
  protected readonly controls: Readonly<Record<string, FormControl<string>>> = Object.fromEntries(
    [
      ...new Set([
        ...Object.values(SHORT_FIELDS).flat(),
        ...Object.values(LONG_FIELDS).flat(),
        'on',
        'indicator',
      ]),
    ].map((name) => [name, new FormControl('', { nonNullable: true })]),
  );
  protected readonly shortFields = SHORT_FIELDS;
  protected readonly longFields = LONG_FIELDS;

  ngOnInit(): void {
    const record = this.record();
    const draft = record ? draftOf(record.content) : emptyDraft(this.work().asOf);
    this.draft.set(draft);
    for (const [name, control] of Object.entries(this.controls)) control.setValue(draft.fields[name] ?? '');
  }

  protected control(name: string): FormControl<string> {
    const control = this.controls[name];
    if (!control) throw new Error(`The form has no field ${name}.`);
    return control;
  }

  /** Attachments alone may stay empty. */
  protected wrong(name: string): boolean {
    return this.attempt.asked() && name !== 'attachments' && this.control(name).value.trim() === '';
  }

  protected toggle(username: string): void {
    this.draft.update(({ evaluators, ...rest }) => ({
      ...rest,
      evaluators: evaluators.includes(username)
        ? evaluators.filter((one) => one !== username)
        : [...evaluators, username],
    }));
  }

  protected ask(index: number, key: 'question' | 'answer', event: Event): void {
    const { value } = event.target as HTMLInputElement;
    this.draft.update(({ questions, ...rest }) => ({
      ...rest,
      questions: questions.map((one, at) => (at === index ? { ...one, [key]: value } : one)),
    }));
  }

  protected addQuestion(): void {
    this.draft.update(({ questions, ...rest }) => ({
      ...rest,
      questions: [...questions, { question: '', answer: '' }],
    }));
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.attempt.asked.set(true);
    const fields = Object.fromEntries(
      Object.entries(this.controls).map(([name, { value }]) => [name, value]),
    );
    const content = contentOf(this.kind(), { ...this.draft(), fields });
    if (!content) {
      focusFirstProblem(this.host.nativeElement, this.injector);
      return;
    }
    const { round, county } = this.work();
    const params = { round, county: county.id };
    const record = this.record();
    const isDone = await this.attempt.run(() =>
      record
        ? this.client.call('changeFieldRecord', {
            params: { ...params, record: record.id },
            version: record.version,
            body: content,
          })
        : this.client.call('enterFieldRecord', { params, body: content }),
    );
    if (isDone) this.done.emit();
  }
}
