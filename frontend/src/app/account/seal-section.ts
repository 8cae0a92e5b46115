import { ChangeDetectionStrategy, Component, computed } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { pageSource } from '../api/page-source';
import { saveFile } from '../charts/save-file';
import { DayPipe } from '../ui/day';
import { MomentPipe } from '../ui/moment';
import { ProblemNotice } from '../ui/problem-notice';

/** The head of the audit trail as it was last sealed: who keeps it can prove what came before. */
@Component({
  selector: 'yh-seal-section',
  imports: [TranslocoPipe, DayPipe, MomentPipe, ProblemNotice],
  template: `
    <section aria-labelledby="seal-heading">
      <h2 id="seal-heading">{{ 'account.seal.title' | transloco }}</h2>
      <p>
        <small>{{ 'account.seal.text' | transloco }}</small>
      </p>
      @if (source.problem(); as problem) {
        <yh-problem [problem]="problem" (retry)="source.reload()" />
      }
      @if (latest(); as seal) {
        <p>
          <strong class="code">{{ seal.code }}</strong>
          {{ 'account.seal.latest' | transloco: { day: (seal.day | day), count: seal.seq } }}
        </p>
        <details>
          <summary>{{ 'account.seal.whole' | transloco }}</summary>
          <p class="code">{{ seal.hash }}</p>
          <p>
            {{ 'account.seal.head' | transloco }}<br /><span class="code"
              >--head {{ seal.seq }}:{{ seal.hash }}</span
            >
          </p>
          <p>{{ 'account.seal.sealedAt' | transloco: { at: (seal.sealedAt | moment) } }}</p>
        </details>
        <p class="acts">
          <button type="button" class="button" (click)="download()">
            {{ 'account.seal.download' | transloco }}
          </button>
        </p>
      } @else if (source.value()) {
        <p>{{ 'account.seal.none' | transloco }}</p>
      } @else if (source.loading()) {
        <p>{{ 'ui.loading' | transloco }}</p>
      }
    </section>
  `,
  styleUrl: './account-form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SealSection {
  protected readonly source = pageSource('listAuditSeals', () => ({}));
  protected readonly latest = computed(() => this.source.value()?.seals[0]);

  protected download(): void {
    const text = JSON.stringify(this.source.value(), null, 2);
    const day = this.latest()?.day ?? '';
    saveFile(new Blob([text], { type: 'application/json' }), `yuheng-seals-${day}.json`);
  }
}
