import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Evidence } from '@yuheng/shared/contract/evidence';
import { Attempt } from '../api/attempt';
import { Client } from '../api/client';
import { ProblemNotice } from './problem-notice';

/** Chooses a document and stores it for a county; it is named as evidence by who is told of it. */
@Component({
  selector: 'yh-evidence-upload',
  imports: [TranslocoPipe, ProblemNotice],
  template: `
    <label class="button" [class.busy]="attempt.busy()">
      {{ (attempt.busy() ? 'ui.evidence.storing' : 'ui.evidence.choose') | transloco }}
      <input
        type="file"
        accept=".pdf,.jpg,.jpeg,.png,.docx,.xlsx"
        class="visually-hidden"
        [disabled]="attempt.busy()"
        (change)="choose($event)"
      />
    </label>
    <small>{{ 'ui.evidence.kinds' | transloco }}</small>
    @if (attempt.problem(); as problem) {
      <yh-problem [problem]="problem" [canRetry]="false" />
    }
  `,
  styles: `
    .button {
      display: inline-block;
    }
    .button:focus-within {
      outline: 3px solid var(--accent);
      outline-offset: 2px;
    }
    .busy {
      opacity: 0.6;
    }
    small {
      margin-inline-start: 8px;
      color: var(--ink-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EvidenceUpload {
  private readonly client = inject(Client);
  readonly county = input.required<string>();
  readonly stored = output<Evidence>();
  protected readonly attempt = new Attempt();

  protected async choose(event: Event): Promise<void> {
    const field = event.target as HTMLInputElement;
    const [file] = field.files ?? [];
    // The same file may be chosen again after the connection was lost.
    field.value = '';
    if (!file) return;
    const params = { county: this.county() };
    await this.attempt.run(async () => {
      const { id, name } = await this.client.call('storeEvidence', { params, file });
      this.stored.emit({ source: name, file: id });
    });
  }
}
