import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { FormControl, FormGroup } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import type { IsoDate } from '@yuheng/shared/domain/period/year-month';
import { Field } from '../ui/field';
import { needsText } from '../ui/needs-text';
import { SendingDialog } from '../ui/sending-dialog';

/** By which document, and on which day. */
export interface Publication {
  readonly documentNumber: string;
  readonly publishedOn: IsoDate;
}

/** Asks once before a method is published for good, and stays open with everything that forbids it. */
@Component({
  selector: 'yh-publish-method',
  imports: [TranslocoPipe, Field, SendingDialog],
  template: `
    <yh-sending-dialog
      #dialog
      [open]="open()"
      [heading]="'methods.publish.title' | transloco"
      [act]="'methods.publish.confirm' | transloco"
      [form]="form"
      [send]="sending"
      (closed)="closed.emit()"
    >
      <p>{{ 'methods.publish.text' | transloco: { version: next() } }}</p>
      @if (next() > 1) {
        <p>{{ 'methods.publish.supersedes' | transloco: { version: next() - 1 } }}</p>
      }
      <yh-field
        fieldId="method-document"
        [label]="'methods.publish.document' | transloco"
        [control]="form.controls.documentNumber"
        [error]="
          dialog.asked() && form.controls.documentNumber.invalid
            ? ('methods.publish.documentNeed' | transloco)
            : ''
        "
      />
      <yh-field
        fieldId="method-day"
        kind="date"
        [label]="'methods.publish.day' | transloco"
        [control]="form.controls.publishedOn"
        [error]="
          dialog.asked() && form.controls.publishedOn.invalid ? ('methods.publish.dayNeed' | transloco) : ''
        "
      />
    </yh-sending-dialog>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PublishDialog {
  readonly open = input.required<boolean>();
  /** The version that it will be. */
  readonly next = input.required<number>();
  readonly send = input.required<(publication: Publication) => Promise<unknown>>();
  readonly closed = output();

  protected readonly form = new FormGroup({
    documentNumber: new FormControl('', { nonNullable: true, validators: needsText(4) }),
    publishedOn: new FormControl('', { nonNullable: true, validators: needsText(10) }),
  });

  protected readonly sending = (): Promise<unknown> => {
    const { documentNumber, publishedOn } = this.form.getRawValue();
    return this.send()({ documentNumber: documentNumber.trim(), publishedOn: publishedOn as IsoDate });
  };
}
