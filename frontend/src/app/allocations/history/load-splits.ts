import { ChangeDetectionStrategy, Component, computed, inject, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { SplitTablePreview } from '@yuheng/shared/contract/allocation-history';
import { Attempt } from '../../api/attempt';
import { Client } from '../../api/client';
import { DataTable, type Column } from '../../ui/data-table';
import { Display } from '../../ui/display';
import { Language } from '../../ui/language';
import { formatMoney } from '../../ui/money';
import { ProblemNotice } from '../../ui/problem-notice';
import { SaidPipe } from '../../ui/said';

type PreviewRow = SplitTablePreview['rows'][number];

/** What a table holds of one year and program. */
interface YearSum {
  readonly key: string;
  readonly year: number;
  readonly program: PreviewRow['program'];
  readonly posts: number | null;
  readonly fen: number;
}

/** Sums by year and program, in the order of years; posts are null where one of the rows does not state them. */
export function sumsOf(rows: readonly PreviewRow[]): YearSum[] {
  const sums = new Map<string, YearSum>();
  for (const { year, program, posts, fen } of rows) {
    const key = `${year}/${program}`;
    const before = sums.get(key) ?? { key, year, program, posts: 0, fen: 0 };
    const both = before.posts === null || posts === null ? null : before.posts + posts;
    sums.set(key, { ...before, posts: both, fen: before.fen + fen });
  }
  return [...sums.values()].sort((a, b) => a.year - b.year || a.program.localeCompare(b.program));
}

/** Loading a table of past splits: choose the file, see what was read of it, confirm; nothing is stored before. */
@Component({
  selector: 'yh-load-splits',
  imports: [TranslocoPipe, DataTable, ProblemNotice, SaidPipe],
  templateUrl: './load-splits.html',
  styleUrls: ['../../ui/form.css', './history.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LoadSplits {
  private readonly client = inject(Client);
  private readonly language = inject(Language);
  private readonly display = inject(Display);
  readonly stored = output();

  private readonly file = signal<File | null>(null);
  protected readonly attempt = new Attempt();
  protected readonly preview = signal<SplitTablePreview | null>(null);
  protected readonly done = signal<readonly number[] | null>(null);
  protected readonly sums = computed(() => sumsOf(this.preview()?.rows ?? []));

  protected readonly columns = computed<readonly Column<YearSum>[]>(() => [
    { id: 'year', heading: this.text('history.load.year'), text: ({ year }) => String(year) },
    {
      id: 'program',
      heading: this.text('history.load.program'),
      text: ({ program }) => this.text(`ui.program.${program}`),
    },
    {
      id: 'posts',
      heading: this.text('history.load.posts'),
      end: true,
      text: ({ posts }) => this.posts(posts),
    },
    {
      id: 'amount',
      heading: this.text('history.load.amount', { unit: this.text(`ui.unit.${this.display.unit()}`) }),
      end: true,
      text: ({ fen }) => formatMoney(fen, this.display.unit()),
    },
  ]);
  protected readonly rowColumns = computed<readonly Column<PreviewRow>[]>(() => [
    { id: 'county', heading: this.text('history.county'), chinese: true, text: ({ name }) => name },
    { id: 'year', heading: this.text('history.load.year'), text: ({ year }) => String(year) },
    {
      id: 'program',
      heading: this.text('history.load.program'),
      text: ({ program }) => this.text(`ui.program.${program}`),
    },
    {
      id: 'posts',
      heading: this.text('history.load.posts'),
      end: true,
      text: ({ posts }) => this.posts(posts),
    },
    {
      id: 'amount',
      heading: this.text('history.load.amount', { unit: this.text(`ui.unit.${this.display.unit()}`) }),
      end: true,
      text: ({ fen }) => formatMoney(fen, this.display.unit()),
    },
    {
      id: 'source',
      heading: this.text('history.load.source'),
      chinese: true,
      wide: true,
      text: ({ source }) => source,
    },
  ]);

  protected years(years: readonly number[]): string {
    return years.map((year) => this.text('history.year', { year })).join(this.text('history.load.and'));
  }

  protected async choose(event: Event): Promise<void> {
    const field = event.target as HTMLInputElement;
    const [file] = field.files ?? [];
    // The same file may be chosen again after it was corrected.
    field.value = '';
    if (!file) return;
    this.clear();
    this.done.set(null);
    this.file.set(file);
    await this.attempt.run(async () => {
      this.preview.set(await this.client.call('previewSplitTable', { file }));
    });
  }

  protected async confirm(): Promise<void> {
    const [file, preview] = [this.file(), this.preview()];
    if (!file || !preview || preview.alreadyLoaded) return;
    await this.attempt.run(async () => {
      const { years } = await this.client.call('loadSplitTable', { file, query: { sha256: preview.sha256 } });
      this.clear();
      this.done.set(years);
      this.stored.emit();
    });
  }

  protected clear(): void {
    this.file.set(null);
    this.preview.set(null);
    this.attempt.clear();
  }

  private posts(posts: number | null): string {
    return posts === null ? this.text('history.load.unsaid') : String(posts);
  }

  private text(key: string, values?: Record<string, string | number>): string {
    return this.language.text(key, values);
  }
}
