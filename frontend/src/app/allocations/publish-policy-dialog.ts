import {
  ChangeDetectionStrategy,
  Component,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  output,
  untracked,
} from '@angular/core';
import { FormControl, FormGroup } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import type { IsoDate } from '@yuheng/shared/domain/period/year-month';
import { Attempt } from '../api/attempt';
import { Field } from '../ui/field';
import { focusFirstProblem } from '../ui/focus-first-problem';
import { Modal } from '../ui/modal';
import { ProblemNotice } from '../ui/problem-notice';

/** By which rule, document and day a policy is published. */
export interface PolicyPublication {
  readonly name: string;
  readonly basis: string;
  readonly documentNumber: string;
  readonly publishedOn: IsoDate;
}

const text = () => new FormControl('', { nonNullable: true });
/** As in the contract. */
const LEAST = { name: 2, basis: 2, documentNumber: 4, publishedOn: 10 } as const;

/**
 * Asks once before settings become the policy for good, and stays open with everything that forbids it. The second
 * factor is asked for by the call itself, where it is due.
 */
@Component({
  selector: 'yh-publish-policy',
  imports: [TranslocoPipe, Field, Modal, ProblemNotice],
  template: `
    <yh-modal
      [open]="open()"
      [heading]="'allocations.publication.title' | transloco: { next: next() }"
      (escaped)="closed.emit()"
    >
      @if (open()) {
        <p>{{ 'allocations.publication.text' | transloco }}</p>
        <form (submit)="confirm($event)">
          @for (field of fields; track field.key) {
            <yh-field
              [fieldId]="'policy-' + field.key"
              [kind]="field.key === 'publishedOn' ? 'date' : 'text'"
              [label]="'allocations.publication.' + field.words | transloco"
              [control]="form.controls[field.key]"
              [error]="
                attempt.asked() && isShort(field.key)
                  ? ('allocations.publication.' + field.words + 'Need' | transloco)
                  : ''
              "
            />
          }
          @if (attempt.problem(); as problem) {
            <yh-problem [problem]="problem" [canRetry]="false" />
          }
          <p class="acts">
            <button type="submit" class="button" data-kind="primary" [disabled]="attempt.busy()">
              {{ 'allocations.publication.confirm' | transloco }}
            </button>
            <button type="button" class="button" (click)="closed.emit()">
              {{ 'ui.cancel' | transloco }}
            </button>
          </p>
        </form>
      }
    </yh-modal>
  `,
  styleUrl: '../ui/form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PublishPolicyDialog {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  readonly open = input.required<boolean>();
  /** The version that it will be. */
  readonly next = input.required<number>();
  readonly send = input.required<(publication: PolicyPublication) => Promise<unknown>>();
  readonly closed = output();

  protected readonly fields = [
    { key: 'name', words: 'name' },
    { key: 'basis', words: 'basis' },
    { key: 'documentNumber', words: 'document' },
    { key: 'publishedOn', words: 'day' },
  ] as const;
  protected readonly form = new FormGroup({
    name: text(),
    basis: text(),
    documentNumber: text(),
    publishedOn: text(),
  });
  protected readonly attempt = new Attempt();

  constructor() {
    effect(() => {
      this.open();
      untracked(() => {
        this.form.reset();
        this.attempt.clear();
      });
    });
  }

  protected isShort(key: keyof typeof LEAST): boolean {
    return this.form.controls[key].value.trim().length < LEAST[key];
  }

  protected async confirm(event: Event): Promise<void> {
    event.preventDefault();
    this.attempt.asked.set(true);
    if (this.fields.some(({ key }) => this.isShort(key))) {
      focusFirstProblem(this.host.nativeElement, this.injector);
      return;
    }
    const { name, basis, documentNumber, publishedOn } = this.form.getRawValue();
    const publication = {
      name: name.trim(),
      basis: basis.trim(),
      documentNumber: documentNumber.trim(),
      publishedOn: publishedOn as IsoDate,
    };
    await this.attempt.run(() => this.send()(publication));
  }
}
