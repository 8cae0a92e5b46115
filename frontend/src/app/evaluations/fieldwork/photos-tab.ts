import {
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  output,
  signal,
} from '@angular/core';
import { FormControl, ReactiveFormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CountyFieldwork, FieldPhoto } from '@yuheng/shared/contract/fieldwork-papers';
import { Attempt } from '../../api/attempt';
import { addressOf, Client } from '../../api/client';
import { DayPipe } from '../../ui/day';
import { EmptyNotice } from '../../ui/empty-notice';
import { Field } from '../../ui/field';
import { focusFirstProblem } from '../../ui/focus-first-problem';
import { Modal } from '../../ui/modal';
import { MomentPipe } from '../../ui/moment';
import { ProblemNotice } from '../../ui/problem-notice';
import { IndicatorNames } from './indicator-names';
import { IndicatorSelect } from './indicator-select';

const text = () => new FormControl('', { nonNullable: true });

/** Photographs of a county, each of one indicator; what is shown and saved here carries no place. */
@Component({
  selector: 'yh-photos-tab',
  imports: [
    ReactiveFormsModule,
    TranslocoPipe,
    DayPipe,
    EmptyNotice,
    Field,
    IndicatorNames,
    IndicatorSelect,
    Modal,
    MomentPipe,
    ProblemNotice,
  ],
  templateUrl: './photos-tab.html',
  styleUrls: ['./fieldwork.css', './photos-tab.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PhotosTab {
  private readonly client = inject(Client);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  readonly work = input.required<CountyFieldwork>();
  readonly changed = output();
  protected readonly attempt = new Attempt();
  protected readonly adding = signal(false);
  protected readonly indicator = text();
  protected readonly note = text();
  protected readonly record = text();
  protected readonly declared = signal(false);
  protected readonly file = signal<File | null>(null);
  protected readonly visits = computed(() =>
    this.work().records.filter(({ content }) => content.kind === 'visit'),
  );

  protected readonly withdrawing = signal<FieldPhoto | null>(null);
  protected readonly withdrawal = new Attempt();
  protected readonly reason = text();

  protected address(photo: FieldPhoto, call: 'downloadFieldPhoto' | 'downloadFieldOriginal'): string {
    return addressOf(call, { params: { ...this.place(), photo: photo.id } });
  }

  protected choose(event: Event): void {
    this.file.set((event.target as HTMLInputElement).files?.[0] ?? null);
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.attempt.asked.set(true);
    const [indicator, note, record, file] = [
      this.indicator.value,
      this.note.value.trim(),
      this.record.value,
      this.file(),
    ];
    if (!indicator || !note || !file || !this.declared()) {
      focusFirstProblem(this.host.nativeElement, this.injector);
      return;
    }
    const isDone = await this.attempt.run(() =>
      this.client.call('storeFieldPhoto', {
        params: this.place(),
        query: { indicator, note, noSupervisedPerson: 'true', ...(record ? { record } : {}) },
        file,
      }),
    );
    if (!isDone) return;
    this.leave();
    this.changed.emit();
  }

  protected leave(): void {
    this.adding.set(false);
    this.attempt.clear();
    for (const control of [this.indicator, this.note, this.record]) control.reset();
    this.declared.set(false);
    this.file.set(null);
  }

  protected async withdraw(event: Event): Promise<void> {
    event.preventDefault();
    this.withdrawal.asked.set(true);
    const photo = this.withdrawing();
    const reason = this.reason.value.trim();
    if (!photo || !reason) return;
    const isDone = await this.withdrawal.run(() =>
      this.client.call('withdrawFieldPhoto', {
        params: { ...this.place(), photo: photo.id },
        body: { reason },
      }),
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

  private place(): { round: string; county: string } {
    const { round, county } = this.work();
    return { round, county: county.id };
  }
}
