import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { FormControl, FormGroup } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import type { IsoDate } from '@yuheng/shared/domain/period/year-month';
import { Field } from '../ui/field';
import { needsText } from '../ui/needs-text';
import { SendingDialog } from '../ui/sending-dialog';

/** By which rule, document and day a policy is published. */
export interface PolicyPublication {
  readonly name: string;
  readonly basis: string;
  readonly documentNumber: string;
  readonly publishedOn: IsoDate;
}

const text = (least: number) => new FormControl('', { nonNullable: true, validators: needsText(least) });

/**
 * Asks once before settings become the policy for good, and stays open with everything that forbids it. The second
 * factor is asked for by the call itself, where it is due.
 */
@Component({
  selector: 'yh-publish-policy',
  imports: [TranslocoPipe, Field, SendingDialog],
  template: `
    <yh-sending-dialog
      #dialog
      [open]="open()"
      [heading]="'allocations.publication.title' | transloco: { next: next() }"
      [act]="'allocations.publication.confirm' | transloco"
      [form]="form"
      [send]="sending"
      (closed)="closed.emit()"
    >
      <p>{{ 'allocations.publication.text' | transloco }}</p>
      @for (field of fields; track field.key) {
        <yh-field
          [fieldId]="'policy-' + field.key"
          [kind]="field.key === 'publishedOn' ? 'date' : 'text'"
          [label]="'allocations.publication.' + field.words | transloco"
          [control]="form.controls[field.key]"
          [error]="
            dialog.asked() && form.controls[field.key].invalid
              ? ('allocations.publication.' + field.words + 'Need' | transloco)
              : ''
          "
        />
      }
    </yh-sending-dialog>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PublishPolicyDialog {
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
  /** As long as in the contract. */
  protected readonly form = new FormGroup({
    name: text(2),
    basis: text(2),
    documentNumber: text(4),
    publishedOn: text(10),
  });

  protected readonly sending = (): Promise<unknown> => {
    const { name, basis, documentNumber, publishedOn } = this.form.getRawValue();
    return this.send()({
      name: name.trim(),
      basis: basis.trim(),
      documentNumber: documentNumber.trim(),
      publishedOn: publishedOn as IsoDate,
    });
  };
}
