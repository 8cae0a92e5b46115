import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { ProblemNotice } from '../ui/problem-notice';
import { texts, useTexts } from '../ui/texts';
import { ApiProblem, networkProblem } from './api-problem';
import { Client, type CallOptions } from './client';
import type { Call } from './routes';
import { saveAs } from './save-as';

const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
} as const;

const EXPORT_TEXTS = texts(
  { xlsx: '导出 Excel', csv: '导出 CSV', busy: '正在导出……' },
  { xlsx: 'Save as Excel', csv: 'Save as CSV', busy: 'Saving…' },
);

/** Saves a list as .xlsx or CSV, all of it, however many pages it has. */
@Component({
  selector: 'yh-export',
  imports: [TranslocoPipe, ProblemNotice],
  template: `
    <span class="buttons screen-only">
      @for (form of forms; track form) {
        <button type="button" class="button" [disabled]="busy() !== null" (click)="save(form)">
          {{ 'export.' + (busy() === form ? 'busy' : form) | transloco }}
        </button>
      }
    </span>
    @if (problem(); as problem) {
      <yh-problem [problem]="problem" [canRetry]="false" />
    }
  `,
  styles: `
    .buttons {
      display: inline-flex;
      flex-wrap: wrap;
      gap: 10px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ExportButtons {
  private readonly client = inject(Client);
  /** The call of the page whose list it is, and its filters. */
  readonly call = input.required<Call>();
  readonly query = input.required<object>();
  /** What its address names, where it names anything. */
  readonly params = input<object>();

  protected readonly forms = ['xlsx', 'csv'] as const;
  protected readonly busy = signal<keyof typeof TYPES | null>(null);
  protected readonly problem = signal<ApiProblem | null>(null);

  constructor() {
    useTexts('export', EXPORT_TEXTS);
  }

  protected async save(form: keyof typeof TYPES): Promise<void> {
    this.busy.set(form);
    this.problem.set(null);
    try {
      const { name, content } = await this.client.download(
        this.call(),
        { query: this.query(), ...(this.params() ? { params: this.params() } : {}) } as CallOptions<Call>,
        TYPES[form],
      );
      saveAs(name, content);
    } catch (failure) {
      this.problem.set(failure instanceof ApiProblem ? failure : networkProblem());
    } finally {
      this.busy.set(null);
    }
  }
}
