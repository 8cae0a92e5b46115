import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { FormControl } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PackPreview } from '@yuheng/shared/contract/score-packs';
import { Attempt } from '../../api/attempt';
import { addressOf, Client } from '../../api/client';
import { Field } from '../../ui/field';
import { ProblemNotice } from '../../ui/problem-notice';
import { SaidPipe } from '../../ui/said';
import { PackPhotos, type OpenedPack } from './pack-photos';

type Row = PackPreview['rows'][number];
type Take = 'workbook' | 'stored';

const keyOf = ({ county, indicator }: Pick<Row, 'county' | 'indicator'>): string => `${county}/${indicator}`;

/** A pack that comes back: its file, what each row would do, and which side stands where both were written. */
@Component({
  selector: 'yh-pack-return',
  imports: [TranslocoPipe, Field, PackPhotos, ProblemNotice, SaidPipe],
  templateUrl: './pack-return.html',
  styleUrl: './score-packs.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PackReturn {
  private readonly client = inject(Client);
  readonly round = input.required<string>();
  readonly taken = output();

  /** A whole pack, which waits for its password. */
  protected readonly sealed = signal<File | null>(null);
  /** A whole pack that was opened: its photographs are offered beside its marks. */
  protected readonly opened = signal<OpenedPack | null>(null);
  protected readonly password = new FormControl('', { nonNullable: true });
  protected readonly reading = new Attempt();
  protected readonly taking = new Attempt();
  protected readonly preview = signal<PackPreview | null>(null);
  protected readonly done = signal(false);
  protected readonly choices = linkedSignal<PackPreview | null, ReadonlyMap<string, Take>>({
    source: this.preview,
    computation: () => new Map(),
  });
  protected readonly counts = computed(() => {
    const counts = { new: 0, changed: 0, conflict: 0, refused: 0, same: 0 };
    for (const { change } of this.preview()?.rows ?? []) counts[change] += 1;
    return counts;
  });
  protected readonly rows = computed(() =>
    (this.preview()?.rows ?? []).filter(({ change }) => change !== 'same'),
  );
  protected readonly undecided = computed(
    () => this.counts().conflict - this.rows().filter((row) => this.choices().has(keyOf(row))).length,
  );
  protected readonly result = computed(() =>
    addressOf('downloadScorePackResult', {
      params: { round: this.round(), preview: this.preview()?.id ?? '' },
    }),
  );
  protected readonly keyOf = keyOf;

  protected async choose(event: Event): Promise<void> {
    const field = event.target as HTMLInputElement;
    const [file] = field.files ?? [];
    // The same file may be chosen again after it was corrected.
    field.value = '';
    if (!file) return;
    this.clear();
    this.opened.set(null);
    if (/\.zip$/i.test(file.name)) this.sealed.set(file);
    else await this.read(file);
  }

  protected async unseal(event: Event, file: File): Promise<void> {
    event.preventDefault();
    const password = this.password.value;
    if (await this.read(file, password)) this.sealed.set(null);
    // Photographs are taken over also where the marks of the same pack were before, or cannot be any more.
    const isLocked = this.reading.problem()?.errors.some(({ pointer }) => pointer === '/password') ?? false;
    if (!isLocked) this.opened.set({ file, password });
  }

  protected decide(row: Row, take: Take): void {
    this.choices.set(new Map(this.choices()).set(keyOf(row), take));
  }

  protected async take({ id }: PackPreview): Promise<void> {
    this.taking.asked.set(true);
    if (this.undecided() > 0) return;
    const choices = this.rows()
      .filter((row) => this.choices().has(keyOf(row)))
      .map((row) => ({
        county: row.county,
        indicator: row.indicator,
        take: this.choices().get(keyOf(row)) ?? ('stored' as const),
      }));
    const params = { round: this.round(), preview: id };
    const isDone = await this.taking.run(() =>
      this.client.call('applyScorePack', { params, body: { choices } }),
    );
    if (!isDone) return;
    this.clear();
    this.done.set(true);
    this.taken.emit();
  }

  protected clear(): void {
    this.sealed.set(null);
    this.password.setValue('');
    this.preview.set(null);
    this.done.set(false);
    this.reading.clear();
    this.taking.clear();
  }

  private read(file: File, password?: string): Promise<boolean> {
    const params = { round: this.round() };
    return this.reading.run(async () => {
      const body = password ? { password } : {};
      this.preview.set(await this.client.call('previewScorePack', { params, body, file }));
    });
  }
}
