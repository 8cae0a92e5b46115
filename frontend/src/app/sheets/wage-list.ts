import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Sheet } from '@yuheng/shared/contract/sheets';
import type { WageListPreview } from '@yuheng/shared/contract/wage-lists';
import { ApiProblem, networkProblem } from '../api/api-problem';
import { Client } from '../api/client';
import { MomentPipe } from '../ui/moment';
import { ProblemNotice } from '../ui/problem-notice';
import { SaidPipe } from '../ui/said';
import { useTexts } from '../ui/texts';
import { workbookOf } from '../ui/workbook-of';
import { ImportItems } from './import-items';
import { placeOf } from './sheet-desk';
import { WAGE_LIST_TEXTS } from './wage-list-texts';
import { WORKBOOK_TEXTS } from './workbook-texts';

type Field = NonNullable<WageListPreview['columns'][number]['field']>;

const FIELDS: readonly Field[] = [
  ...(['name', 'identityNumber', 'cityPart', 'countyAdvance', 'countyPart', 'gross'] as const),
  ...(['socialInsurance', 'paidOn', 'month', 'county', 'amount', 'source', 'ignored'] as const),
];

/**
 * The spending of a month from the county's own wage list: its columns are understood or asked about, wrong cells are
 * handed back marked, and the sums are taken over when that is confirmed.
 */
@Component({
  selector: 'yh-wage-list',
  imports: [TranslocoPipe, ImportItems, MomentPipe, ProblemNotice, SaidPipe],
  templateUrl: './wage-list.html',
  styleUrls: ['./sheet-workbook.css', './wage-list.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WageList {
  private readonly client = inject(Client);
  readonly sheet = input.required<Sheet>();
  /** The sheet says something new and is to be read again. */
  readonly taken = output();

  protected readonly fields = FIELDS;
  protected readonly busy = signal<'reading' | 'taking' | null>(null);
  protected readonly problem = signal<ApiProblem | null>(null);
  protected readonly preview = signal<WageListPreview | null>(null);
  protected readonly file = signal<File | null>(null);
  protected readonly done = signal<number | null>(null);
  /** What the person says of columns, by letter. */
  protected readonly said = signal<Readonly<Record<string, Field>>>({});
  protected readonly unknown = computed(
    () => this.preview()?.columns.filter(({ field }) => field === null).length ?? 0,
  );
  /** Columns are asked about, or the person wants to say them otherwise. */
  protected readonly correcting = signal(false);
  protected readonly asks = computed(() => {
    const read = this.preview();
    return read !== null && (this.unknown() > 0 || read.missing.length > 0 || this.correcting());
  });
  /** The marked workbook, as the browser holds it. */
  protected readonly marked = signal<string | null>(null);

  constructor() {
    useTexts('wageList', WAGE_LIST_TEXTS);
    useTexts('workbook', WORKBOOK_TEXTS);
    inject(DestroyRef).onDestroy(() => this.forget());
  }

  protected async choose(event: Event): Promise<void> {
    const field = event.target as HTMLInputElement;
    const [file] = field.files ?? [];
    // The same file may be chosen again after it was corrected.
    field.value = '';
    if (!file) return;
    this.clear();
    this.file.set(file);
    await this.attempt('reading', () => this.read(file));
  }

  protected mean(letter: string, event: Event): void {
    const field = (event.target as HTMLSelectElement).value as Field | '';
    const { [letter]: _, ...rest } = this.said();
    this.said.set(field === '' ? rest : { ...rest, [letter]: field });
  }

  /** Tells the server what the columns mean and has the list read again. */
  protected async remember(read: WageListPreview): Promise<void> {
    const file = this.file();
    const columns = read.columns.flatMap(({ letter, heading }) => {
      const field = this.said()[letter];
      return field ? [{ heading: heading.slice(0, 100), field }] : [];
    });
    if (!file || columns.length === 0) return;
    await this.attempt('reading', async () => {
      await this.client.call('nameWageColumns', {
        params: { county: this.sheet().county },
        body: { columns },
      });
      await this.read(file);
    });
  }

  protected async take({ id, changes }: NonNullable<WageListPreview['import']>): Promise<void> {
    const { params, query } = placeOf(this.sheet());
    await this.attempt('taking', async () => {
      await this.client.call('applySheetWorkbook', { params: { ...params, import: id }, query });
      this.clear();
      this.done.set(changes);
      this.taken.emit();
    });
  }

  protected clear(): void {
    this.forget();
    this.preview.set(null);
    this.problem.set(null);
    this.done.set(null);
    this.file.set(null);
  }

  private async read(file: File): Promise<void> {
    const { params, query } = placeOf(this.sheet());
    const { county, month } = params;
    const read = await this.client.call('previewWageList', { params: { county, month }, query, file });
    this.forget();
    this.preview.set(read);
    if (read.marked !== null) this.marked.set(URL.createObjectURL(workbookOf(read.marked)));
  }

  private forget(): void {
    const address = this.marked();
    if (address !== null) URL.revokeObjectURL(address);
    this.marked.set(null);
    this.said.set({});
    this.correcting.set(false);
  }

  private async attempt(what: 'reading' | 'taking', act: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(what);
    this.problem.set(null);
    try {
      await act();
    } catch (failure) {
      this.problem.set(failure instanceof ApiProblem ? failure : networkProblem());
    } finally {
      this.busy.set(null);
    }
  }
}
