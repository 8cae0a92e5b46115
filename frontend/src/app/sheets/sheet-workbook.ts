import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ImportPreview } from '@yuheng/shared/contract/imports';
import type { Sheet } from '@yuheng/shared/contract/sheets';
import { ApiProblem, networkProblem } from '../api/api-problem';
import { addressOf, Client } from '../api/client';
import { ProblemNotice } from '../ui/problem-notice';
import { useTexts } from '../ui/texts';
import { ImportItems } from './import-items';
import { placeOf } from './sheet-desk';
import { WORKBOOK_TEXTS } from './workbook-texts';

/**
 * A sheet by Excel: download its workbook, choose the filled one, see what each cell would do, take it over. Nothing is
 * written before that, and nothing at all of a workbook with a wrong cell.
 */
@Component({
  selector: 'yh-sheet-workbook',
  imports: [TranslocoPipe, ProblemNotice, ImportItems],
  templateUrl: './sheet-workbook.html',
  styleUrl: './sheet-workbook.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SheetWorkbook {
  private readonly client = inject(Client);
  readonly sheet = input.required<Sheet>();
  /** The sheet says something new and is to be read again. */
  readonly taken = output();

  private readonly place = computed(() => placeOf(this.sheet()));
  protected readonly download = computed(() => addressOf('downloadSheetWorkbook', this.place()));
  protected readonly busy = signal<'reading' | 'taking' | null>(null);
  protected readonly problem = signal<ApiProblem | null>(null);
  protected readonly preview = signal<ImportPreview | null>(null);
  protected readonly done = signal<number | null>(null);
  protected readonly result = computed(() => {
    const { params, query } = this.place();
    return addressOf('downloadImportResult', {
      params: { ...params, import: this.preview()?.id ?? '' },
      query,
    });
  });

  constructor() {
    useTexts('workbook', WORKBOOK_TEXTS);
  }

  protected async choose(event: Event): Promise<void> {
    const field = event.target as HTMLInputElement;
    const [file] = field.files ?? [];
    // The same file may be chosen again after it was corrected.
    field.value = '';
    if (!file) return;
    this.clear();
    await this.attempt('reading', async () => {
      this.preview.set(await this.client.call('previewSheetWorkbook', { ...this.place(), file }));
    });
  }

  protected async take({ id, changes }: ImportPreview): Promise<void> {
    const { params, query } = this.place();
    await this.attempt('taking', async () => {
      await this.client.call('applySheetWorkbook', { params: { ...params, import: id }, query });
      this.clear();
      this.done.set(changes);
      this.taken.emit();
    });
  }

  protected clear(): void {
    this.preview.set(null);
    this.problem.set(null);
    this.done.set(null);
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
