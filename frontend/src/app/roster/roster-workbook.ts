import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
} from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { RosterPreview } from '@yuheng/shared/contract/roster-imports';
import { ApiProblem, networkProblem } from '../api/api-problem';
import { addressOf, Client, type Answer } from '../api/client';
import { ProblemNotice } from '../ui/problem-notice';
import { SaidPipe } from '../ui/said';
import { useTexts } from '../ui/texts';
import { workbookOf } from '../ui/workbook-of';
import { ROSTER_WORKBOOK_TEXTS } from './roster-workbook-texts';

/**
 * The roster by Excel: download it, choose the filled one, see what each cell would do, take it over. The server keeps
 * nothing of a file in which people are named: the browser sends it again when that is confirmed.
 */
@Component({
  selector: 'yh-roster-workbook',
  imports: [TranslocoPipe, ProblemNotice, SaidPipe],
  templateUrl: './roster-workbook.html',
  styleUrl: './roster-workbook.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RosterWorkbook {
  private readonly client = inject(Client);
  readonly county = input.required<string>();
  /** The roster says something new and is to be read again. */
  readonly taken = output();

  private readonly place = computed(() => ({ query: { county: this.county() } }));
  protected readonly download = computed(() => addressOf('downloadRosterWorkbook', this.place()));
  protected readonly busy = signal<'reading' | 'taking' | null>(null);
  protected readonly problem = signal<ApiProblem | null>(null);
  protected readonly preview = signal<RosterPreview | null>(null);
  protected readonly done = signal<Answer<'importRoster'> | null>(null);
  /** The marked workbook, as the browser holds it. */
  protected readonly marked = signal<string | null>(null);
  private file: File | null = null;

  constructor() {
    useTexts('rosterWorkbook', ROSTER_WORKBOOK_TEXTS);
    inject(DestroyRef).onDestroy(() => this.forget());
    // What was read of one county says nothing of the next one.
    effect(() => {
      this.county();
      untracked(() => this.clear());
    });
  }

  protected async choose(event: Event): Promise<void> {
    const field = event.target as HTMLInputElement;
    const [file] = field.files ?? [];
    // The same file may be chosen again after it was corrected.
    field.value = '';
    if (!file) return;
    this.clear();
    this.file = file;
    await this.attempt('reading', async () => {
      const read = await this.client.call('previewRosterWorkbook', { ...this.place(), file });
      this.preview.set(read);
      if (read.marked !== null) this.marked.set(URL.createObjectURL(workbookOf(read.marked)));
    });
  }

  protected async take({ digest }: RosterPreview): Promise<void> {
    const { file } = this;
    if (!file) return;
    await this.attempt('taking', async () => {
      const query = { county: this.county(), digest };
      const done = await this.client.call('importRoster', { query, file });
      this.clear();
      this.done.set(done);
      this.taken.emit();
    });
  }

  protected clear(): void {
    this.forget();
    this.preview.set(null);
    this.problem.set(null);
    this.done.set(null);
    this.file = null;
  }

  private forget(): void {
    const address = this.marked();
    if (address !== null) URL.revokeObjectURL(address);
    this.marked.set(null);
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
