import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MethodDefinition } from '@yuheng/shared/contract/evaluation-methods';
import { diffMethods } from '@yuheng/shared/domain/scoring/method-diff/diff-methods';
import { Attempt } from '../api/attempt';
import { Client } from '../api/client';
import { saveFile } from '../charts/save-file';
import { ProblemNotice } from '../ui/problem-notice';
import { MethodChanges } from './method-changes';

/** A method as a file: out as a workbook or as JSON, and for who writes it back in, after a look at what it would change. */
@Component({
  selector: 'yh-method-files',
  imports: [TranslocoPipe, MethodChanges, ProblemNotice],
  template: `
    <p class="acts">
      <a class="button" download [href]="workbook()">{{ 'methods.files.workbook' | transloco }}</a>
      <button type="button" class="button" (click)="json()">{{ 'methods.files.json' | transloco }}</button>
      @if (mayWrite()) {
        <label class="button">
          {{ (attempt.busy() ? 'methods.files.reading' : 'methods.files.choose') | transloco }}
          <input
            class="visually-hidden"
            type="file"
            accept=".xlsx,.json,application/json"
            [disabled]="attempt.busy()"
            (change)="choose($event)"
          />
        </label>
      }
    </p>
    @if (attempt.problem(); as problem) {
      <yh-problem [problem]="problem" [canRetry]="false" />
    }
    @if (changes(); as all) {
      <div class="notice" data-kind="attention">
        <p>
          <strong>{{ 'methods.files.preview' | transloco }}</strong>
        </p>
        <yh-method-changes [changes]="all" />
        <p class="acts">
          <button type="button" class="button" data-kind="primary" (click)="take()">
            {{ 'methods.files.take' | transloco }}
          </button>
          <button type="button" class="button" (click)="read.set(null)">{{ 'ui.cancel' | transloco }}</button>
        </p>
      </div>
    }
  `,
  styles: `
    @import '../ui/form.css';
    yh-problem,
    .notice {
      display: block;
      margin-block-start: 10px;
    }
    label.button {
      display: inline-flex;
      align-items: center;
    }
    label.button:focus-within {
      outline: 2px solid var(--accent);
      outline-offset: 2px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MethodFiles {
  private readonly client = inject(Client);
  readonly definition = input.required<MethodDefinition>();
  /** Under which the JSON is saved. */
  readonly name = input.required<string>();
  /** Address of the workbook. */
  readonly workbook = input.required<string>();
  readonly mayWrite = input.required<boolean>();
  readonly taken = output<MethodDefinition>();

  protected readonly attempt = new Attempt();
  protected readonly read = signal<MethodDefinition | null>(null);
  protected readonly changes = computed(() => {
    const read = this.read();
    return read && diffMethods(this.definition(), read);
  });

  protected json(): void {
    const text = `${JSON.stringify(this.definition(), null, 2)}\n`;
    saveFile(new Blob([text], { type: 'application/json' }), `${this.name()}.json`);
  }

  protected async choose(event: Event): Promise<void> {
    const field = event.target as HTMLInputElement;
    const [file] = field.files ?? [];
    // The same file may be chosen again after it was corrected.
    field.value = '';
    if (!file) return;
    this.read.set(null);
    await this.attempt.run(async () => {
      this.read.set((await this.client.call('readMethodFile', { file })).definition);
    });
  }

  protected take(): void {
    const read = this.read();
    this.read.set(null);
    if (read) this.taken.emit(read);
  }
}
