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
import type { Evidence } from '@yuheng/shared/contract/evidence';
import type { CountyFieldwork, RequestedDocument } from '@yuheng/shared/contract/fieldwork-papers';
import { Attempt } from '../../api/attempt';
import { Client } from '../../api/client';
import { EvidenceLine } from '../../ui/evidence-line';
import { EvidenceUpload } from '../../ui/evidence-upload';
import { Field } from '../../ui/field';
import { ProblemNotice } from '../../ui/problem-notice';

/** Ticks one document: a county hands it in, an evaluator saw it or needs it no more. */
@Component({
  selector: 'yh-document-form',
  imports: [TranslocoPipe, EvidenceLine, EvidenceUpload, Field, ProblemNotice],
  template: `
    <form (submit)="send($event)">
      @if (mayWaive()) {
        <label [for]="document().id + '-state'">{{ 'fieldwork.documents.stateOf' | transloco }}</label>
        <select [id]="document().id + '-state'" (change)="choose($event)">
          @for (one of states; track one) {
            <option [value]="one" [selected]="one === state()">
              {{ 'fieldwork.documents.state.' + one | transloco }}
            </option>
          }
        </select>
      }
      <yh-field
        [fieldId]="document().id + '-note'"
        [label]="'fieldwork.documents.note' | transloco"
        [control]="note"
        [hint]="'fieldwork.documents.noteHint' | transloco"
      />
      @for (one of evidence(); track $index) {
        <p>
          {{ 'fieldwork.documents.attached' | transloco
          }}<yh-evidence [of]="one" [county]="work().county.id" />
        </p>
      }
      @if (!mayWaive()) {
        <yh-evidence-upload [county]="work().county.id" (stored)="keep($event)" />
      }
      @if (attempt.problem(); as problem) {
        <yh-problem [problem]="problem" [canRetry]="false" />
      }
      <p class="acts">
        <button type="submit" class="button" data-kind="primary" [disabled]="attempt.busy()">
          {{ (attempt.busy() ? 'fieldwork.working' : 'fieldwork.save') | transloco }}
        </button>
        <button type="button" class="button" (click)="left.emit()">
          {{ 'fieldwork.cancel' | transloco }}
        </button>
      </p>
    </form>
  `,
  styleUrl: './fieldwork.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DocumentForm {
  private readonly client = inject(Client);
  readonly document = input.required<RequestedDocument>();
  readonly work = input.required<CountyFieldwork>();
  readonly done = output();
  readonly left = output();
  protected readonly attempt = new Attempt();
  protected readonly states = ['received', 'waived', 'asked'] as const;
  protected readonly state = signal<RequestedDocument['state']>('received');
  protected readonly note = new FormControl('', { nonNullable: true });
  protected readonly evidence = linkedSignal(() => this.document().evidence);
  protected readonly mayWaive = computed(() => this.work().acts.includes('waive'));

  protected choose(event: Event): void {
    this.state.set((event.target as HTMLSelectElement).value as RequestedDocument['state']);
  }

  protected keep(stored: Evidence): void {
    this.evidence.update((all) => [...all, stored]);
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const { round, county } = this.work();
    const { id, version } = this.document();
    const note = this.note.value.trim();
    const isDone = await this.attempt.run(() =>
      this.client.call('settleDocument', {
        params: { round, county: county.id, document: id },
        version,
        body: { state: this.state(), evidence: this.evidence(), ...(note ? { note } : {}) },
      }),
    );
    if (isDone) this.done.emit();
  }
}
