import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { ApiProblem, networkProblem } from '../api/api-problem';
import { Client, type Answer } from '../api/client';
import { ViewState } from '../api/view-state';
import { formatMoney } from '../ui/money';
import { ProblemNotice } from '../ui/problem-notice';
import { SaidPipe } from '../ui/said';
import { PublishedPrograms } from './published-programs';
import { differencesOf, type TextDifference } from './text-differences';

type Preview = Answer<'previewPublication'>;

interface Comparison {
  readonly year: number;
  readonly differences: readonly TextDifference[];
}

/**
 * Loading another year's text: choose the file, see what was read of it, confirm, stored. Nothing is stored before
 * the confirmation, and nothing at all of a text that was refused.
 */
@Component({
  selector: 'yh-load-text',
  imports: [RouterLink, TranslocoPipe, ProblemNotice, SaidPipe, PublishedPrograms],
  templateUrl: './load-text.html',
  styleUrl: './load-text.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LoadText {
  private readonly client = inject(Client);
  protected readonly view = inject(ViewState);
  /** The newest year that is stored: what a new year is compared with. */
  readonly latestYear = input.required<number | null>();
  readonly stored = output();

  private readonly file = signal<File | null>(null);
  protected readonly busy = signal<'reading' | 'storing' | null>(null);
  protected readonly problem = signal<ApiProblem | null>(null);
  protected readonly preview = signal<Preview | null>(null);
  protected readonly done = signal<{ readonly title: string; readonly year: number } | null>(null);
  /** Undefined while it is read; null where it could not be. */
  protected readonly comparison = signal<Comparison | null | undefined>(undefined);
  protected readonly canCompare = computed(() => this.latestYear() !== null);
  protected readonly amounts = computed(() =>
    (this.preview()?.programs ?? []).reduce((sum, program) => sum + program.amounts.length, 0),
  );
  protected readonly yuan = (fen: number): string => formatMoney(fen, '元');

  protected async choose(event: Event): Promise<void> {
    const field = event.target as HTMLInputElement;
    const [file] = field.files ?? [];
    // The same file may be chosen again after it was corrected.
    field.value = '';
    if (!file) return;
    this.clear();
    this.done.set(null);
    this.file.set(file);
    await this.attempt('reading', async () => {
      const preview = await this.client.call('previewPublication', { file });
      this.preview.set(preview);
      await this.compare(preview);
    });
  }

  protected async confirm(): Promise<void> {
    const [file, preview] = [this.file(), this.preview()];
    if (!file || !preview || preview.alreadyLoaded) return;
    await this.attempt('storing', async () => {
      const text = await this.client.call('loadPublication', { file, query: { sha256: preview.sha256 } });
      this.clear();
      this.done.set({ title: text.title, year: text.year });
      this.stored.emit();
    });
  }

  protected clear(): void {
    this.file.set(null);
    this.preview.set(null);
    this.problem.set(null);
    this.comparison.set(undefined);
  }

  private async compare(preview: Preview): Promise<void> {
    const year = preview.alreadyLoaded ? preview.year : this.latestYear();
    if (year === null) return;
    try {
      const stored = await this.client.call('readPublication', { params: { year: String(year) } });
      this.comparison.set({ year, differences: differencesOf(stored.programs, preview.programs) });
    } catch {
      this.comparison.set(null);
    }
  }

  private async attempt(what: 'reading' | 'storing', act: () => Promise<void>): Promise<void> {
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
