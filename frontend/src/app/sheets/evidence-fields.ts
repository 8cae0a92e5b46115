import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { EvidenceLine } from '../ui/evidence-line';
import { EvidenceUpload } from '../ui/evidence-upload';
import type { Draft } from './sheet-draft';

type Evidence = Draft['evidence'];

/** Documents that an answer rests on: a stored file, a name, a number or a link, and the page. Folded away until there is one or one is wanted. */
@Component({
  selector: 'yh-evidence-fields',
  imports: [TranslocoPipe, EvidenceLine, EvidenceUpload],
  template: `
    <details [open]="evidence().length > 0">
      <summary>{{ 'sheet.item.evidence' | transloco: { count: evidence().length } }}</summary>
      <p class="hint">{{ 'sheet.item.evidenceHint' | transloco }}</p>
      @for (one of evidence(); track $index) {
        <div class="row">
          @if (one.file) {
            <yh-evidence class="file" [of]="one" [county]="county()" />
          } @else {
            <input
              type="text"
              maxlength="300"
              [value]="one.source"
              [attr.aria-label]="'sheet.item.source' | transloco"
              [placeholder]="'sheet.item.source' | transloco"
              (input)="set($index, 'source', $event)"
            />
          }
          <input
            type="text"
            class="page"
            maxlength="40"
            [value]="one.page ?? ''"
            [attr.aria-label]="'sheet.item.page' | transloco"
            [placeholder]="'sheet.item.page' | transloco"
            (input)="set($index, 'page', $event)"
          />
          <button
            type="button"
            class="button"
            [attr.aria-label]="'sheet.item.removeEvidence' | transloco: { number: $index + 1 }"
            (click)="remove($index)"
          >
            ✕
          </button>
        </div>
      }
      @if (evidence().length < most) {
        <button type="button" class="button" (click)="add()">
          {{ 'sheet.item.addEvidence' | transloco }}
        </button>
        <yh-evidence-upload [county]="county()" (stored)="keep($event)" />
      }
    </details>
  `,
  styles: `
    .row {
      display: flex;
      gap: 6px;
      align-items: center;
      margin-block-end: 6px;
    }
    input {
      flex: 3;
      min-inline-size: 0;
    }
    .file {
      flex: 3;
      min-inline-size: 0;
    }
    yh-evidence-upload {
      display: block;
      margin-block-start: 6px;
    }
    .page {
      flex: 1;
    }
    .hint {
      color: var(--ink-2);
      font-size: 0.875rem;
    }
    summary {
      font-size: 0.875rem;
      cursor: pointer;
    }
    @media print {
      details:not([open]),
      .hint {
        display: none;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EvidenceFields {
  readonly evidence = input.required<Evidence>();
  /** Whose documents they are. */
  readonly county = input.required<string>();
  readonly changed = output<Evidence>();
  protected readonly most = 10;

  protected set(index: number, key: 'source' | 'page', event: Event): void {
    const { value } = event.target as HTMLInputElement;
    this.changed.emit(this.evidence().map((one, at) => (at === index ? { ...one, [key]: value } : one)));
  }

  protected remove(index: number): void {
    this.changed.emit(this.evidence().filter((_, at) => at !== index));
  }

  protected keep(stored: Evidence[number]): void {
    this.changed.emit([...this.evidence(), stored]);
  }

  protected add(): void {
    this.changed.emit([...this.evidence(), { source: '' }]);
  }
}
