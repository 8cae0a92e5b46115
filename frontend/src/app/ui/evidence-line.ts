import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { Evidence } from '@yuheng/shared/contract/evidence';
import { evidenceLink } from '@yuheng/shared/domain/evidence/evidence-link';
import { addressOf } from '../api/client';

/** One document that something rests on: a stored file to be saved, an https link, or its name; and the page. */
@Component({
  selector: 'yh-evidence',
  template: `
    @if (file(); as address) {
      <a [href]="address" download>{{ of().source }}</a>
    } @else if (link(); as address) {
      <a [href]="address" target="_blank" rel="noopener noreferrer">{{ of().source }}</a>
    } @else {
      <span>{{ of().source }}</span>
    }
  `,
  styles: `
    :host {
      overflow-wrap: anywhere;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { lang: 'zh-CN' },
})
export class EvidenceLine {
  readonly of = input.required<Evidence>();
  readonly county = input.required<string>();
  /** Evaluators reach a county’s documents by the round that they work in. */
  readonly round = input<string | null>(null);
  protected readonly link = computed(() => evidenceLink(this.of().source));
  protected readonly file = computed(() => {
    const { file } = this.of();
    if (!file) return null;
    const [round, county] = [this.round(), this.county()];
    if (round !== null) return `/api/evaluations/${round}/evidence/${county}/${file}`;
    return addressOf('downloadEvidence', { params: { county, file } });
  });
}
