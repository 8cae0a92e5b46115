import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { addressOf } from '../api/client';
import { Session } from '../api/session';

/** 下载核验凭证: a stored run as a file that `yuheng verify` computes again; offered to readers of the whole city. */
@Component({
  selector: 'yh-certificate-link',
  imports: [TranslocoPipe],
  template: `
    @if (session.readsCity()) {
      <a [href]="address()" download>{{ 'ui.certificate' | transloco }}</a>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CertificateLink {
  protected readonly session = inject(Session);
  readonly of = input.required<'scores' | 'allocation'>();
  readonly run = input.required<string>();
  protected readonly address = computed(() =>
    addressOf(this.of() === 'scores' ? 'readScoringCertificate' : 'readAllocationCertificate', {
      params: { run: this.run() },
    }),
  );
}
