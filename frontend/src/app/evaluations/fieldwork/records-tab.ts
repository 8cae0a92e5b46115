import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { FormControl } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import type {
  CountyFieldwork,
  FieldRecordContent,
  FieldRecordEntry,
} from '@yuheng/shared/contract/fieldwork-papers';
import { Attempt } from '../../api/attempt';
import { addressOf, Client } from '../../api/client';
import { DayPipe } from '../../ui/day';
import { EmptyNotice } from '../../ui/empty-notice';
import { Field } from '../../ui/field';
import { Modal } from '../../ui/modal';
import { MomentPipe } from '../../ui/moment';
import { ProblemNotice } from '../../ui/problem-notice';
import { IndicatorNames } from './indicator-names';
import { RecordForm } from './record-form';
import { SlipPrint } from './slip-print';

/** 现场记录, 访谈记录 or 取证单 of a county. */
@Component({
  selector: 'yh-records-tab',
  imports: [
    TranslocoPipe,
    DayPipe,
    EmptyNotice,
    Field,
    IndicatorNames,
    Modal,
    MomentPipe,
    ProblemNotice,
    RecordForm,
    SlipPrint,
  ],
  templateUrl: './records-tab.html',
  styleUrls: ['./fieldwork.css', './records-tab.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RecordsTab {
  private readonly client = inject(Client);
  readonly kind = input.required<FieldRecordContent['kind']>();
  readonly work = input.required<CountyFieldwork>();
  readonly changed = output();
  protected readonly attempt = new Attempt();
  /** The id of the record whose form is open; `new` for one that is not there yet. */
  protected readonly writing = signal<string | null>(null);
  /** The scan that is to be withdrawn. */
  protected readonly withdrawing = signal<FieldRecordEntry['scans'][number] | null>(null);
  protected readonly withdrawal = new Attempt();
  protected readonly reason = new FormControl('', { nonNullable: true });
  /** The slip that is being printed. */
  protected readonly printing = signal<FieldRecordEntry | null>(null);
  protected readonly records = computed(() =>
    this.work().records.filter(({ content }) => content.kind === this.kind()),
  );

  protected names(record: FieldRecordEntry): string {
    const { evaluators } = this.work();
    return record.content.evaluators
      .map(
        (username) =>
          evaluators.find((one) => one.username === username)?.name ??
          record.signatures.find((one) => one.username === username)?.name ??
          username,
      )
      .join('、');
  }

  protected scanAddress(file: string): string {
    const { round, county } = this.work();
    return addressOf('downloadSlipScan', { params: { round, county: county.id, file } });
  }

  protected written(): void {
    this.writing.set(null);
    this.changed.emit();
  }

  protected async sign({ id, version }: FieldRecordEntry): Promise<void> {
    const isDone = await this.attempt.run(() =>
      this.client.call('signFieldRecord', { params: { ...this.place(), record: id }, version }),
    );
    if (isDone) this.changed.emit();
  }

  protected async scan({ id }: FieldRecordEntry, event: Event): Promise<void> {
    const field = event.target as HTMLInputElement;
    const [file] = field.files ?? [];
    // The same file may be chosen again after the connection was lost.
    field.value = '';
    if (!file) return;
    const isDone = await this.attempt.run(() =>
      this.client.call('storeSlipScan', { params: { ...this.place(), record: id }, file }),
    );
    if (isDone) this.changed.emit();
  }

  protected async withdraw(event: Event): Promise<void> {
    event.preventDefault();
    this.withdrawal.asked.set(true);
    const scan = this.withdrawing();
    const reason = this.reason.value.trim();
    if (!scan || !reason) return;
    const params = { ...this.place(), file: scan.id };
    const isDone = await this.withdrawal.run(() =>
      this.client.call('withdrawSlipScan', { params, body: { reason } }),
    );
    if (!isDone) return;
    this.keep();
    this.changed.emit();
  }

  protected keep(): void {
    this.withdrawing.set(null);
    this.withdrawal.clear();
    this.reason.reset();
  }

  /** The slip alone is on the paper; the dialogue of the browser opens once it stands there. */
  protected print(record: FieldRecordEntry): void {
    this.printing.set(record);
    setTimeout(() => {
      window.print();
      this.printing.set(null);
    });
  }

  private place(): { round: string; county: string } {
    const { round, county } = this.work();
    return { round, county: county.id };
  }
}
