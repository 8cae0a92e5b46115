import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AllocationRun } from '@yuheng/shared/contract/allocation-runs';
import type { ExplainTarget } from '../api/explain-target';
import { CertificateLink } from '../ui/certificate-link';
import { ExplainLink } from '../ui/explain-link';
import { MoneyPipe } from '../ui/money';
import { SaidPipe } from '../ui/said';
import { UnitPipe } from '../ui/unit';
import { Arithmetic } from './arithmetic';

/** Why a county's part is what it is: the split in force beside the computed one, the reason, each step, the policy. */
@Component({
  selector: 'yh-part-sheet',
  imports: [TranslocoPipe, CertificateLink, ExplainLink, MoneyPipe, SaidPipe, UnitPipe, Arithmetic],
  template: `
    @let data = run();
    <p class="notice" data-kind="attention">
      <strong>{{ data.label | said }}</strong>
      @if (data.demonstration) {
        <span class="demonstration">{{ 'ui.demonstration' | transloco }}</span>
      }
    </p>
    @if (part(); as part) {
      <table class="data">
        <tbody>
          <tr>
            <th scope="row">{{ 'explain.partSheet.last' | transloco: { year: data.lastYear.year } }}</th>
            <td class="end">{{ 'explain.partSheet.posts' | transloco: { count: part.lastPart } }}</td>
            <td class="end">{{ part.lastFen | money }} {{ null | moneyUnit }}</td>
          </tr>
          <tr>
            <th scope="row">{{ 'explain.partSheet.computed' | transloco }}</th>
            <td class="end">{{ 'explain.partSheet.posts' | transloco: { count: part.part } }}</td>
            <td class="end">{{ part.fen | money }} {{ null | moneyUnit }}</td>
          </tr>
          <tr>
            <th scope="row">{{ 'explain.partSheet.floor' | transloco }}</th>
            <td class="end">{{ 'explain.partSheet.posts' | transloco: { count: part.floor } }}</td>
            <td></td>
          </tr>
          <tr>
            <th scope="row">{{ 'explain.partSheet.score' | transloco }}</th>
            <td class="end">
              @if (part.score !== null && data.scoringRun) {
                <a
                  [yhExplain]="{ kind: 'score', run: data.scoringRun, county: part.county }"
                  [yhExplainTrail]="trail()"
                  >{{ part.score }}</a
                >
              } @else {
                {{ part.score ?? ('explain.partSheet.noScore' | transloco) }}
              }
            </td>
            <td></td>
          </tr>
        </tbody>
      </table>
      <h3>{{ 'explain.partSheet.reason' | transloco }}</h3>
      <p>{{ part.reason | said }}</p>
      <h3>{{ 'explain.partSheet.steps' | transloco }}</h3>
      <yh-arithmetic [steps]="part.steps" [trail]="trail()" [year]="data.year" />
    } @else {
      <p class="notice" data-kind="empty">{{ 'explain.partSheet.notFound' | transloco }}</p>
    }
    <h3>{{ 'explain.partSheet.policy' | transloco }}</h3>
    <ul>
      @for (line of data.policy; track $index) {
        <li>{{ line | said }}</li>
      }
    </ul>
    <details>
      <summary>{{ 'explain.code' | transloco: { code: data.inputsSha256.slice(0, 6) } }}</summary>
      <p>{{ 'explain.codeWhole' | transloco: { engine: data.engineVersion } }}</p>
      <p class="hash">{{ data.inputsSha256 }}</p>
      <p><yh-certificate-link of="allocation" [run]="data.id" /></p>
    </details>
  `,
  styles: `
    h3 {
      margin-block: 18px 4px;
    }
    .hash {
      overflow-wrap: anywhere;
      font-family: monospace;
    }
    tbody th {
      font-weight: 400;
    }
    td {
      white-space: nowrap;
    }
    .demonstration {
      margin-inline-start: 8px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PartSheet {
  readonly run = input.required<AllocationRun>();
  readonly county = input.required<string>();
  readonly trail = input.required<readonly ExplainTarget[]>();
  protected readonly part = computed(() => this.run().counties.find((one) => one.county === this.county()));
}
