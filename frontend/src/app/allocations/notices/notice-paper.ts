import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AllocationNotice } from '@yuheng/shared/contract/allocation-decisions';
import { DayPipe } from '../../ui/day';
import { formatMoney } from '../../ui/money';
import { SaidPipe } from '../../ui/said';
import { useTexts } from '../../ui/texts';
import { printSigned, printSignedMoney } from '../scenarios/print-signed';
import { NOTICES_TEXTS } from './notices-texts';

/** The notice of one county as it is printed, stamped and acknowledged: A4, in the form of official papers. */
@Component({
  selector: 'yh-notice-paper',
  imports: [TranslocoPipe, DayPipe, SaidPipe],
  template: `
    @let one = notice();
    @if (one.demonstration) {
      <p class="demo">{{ 'ui.demonstration' | transloco }}</p>
    }
    <h2>
      {{
        'notices.paper.heading'
          | transloco: { year: one.year, program: 'ui.program.' + one.program | transloco }
      }}
    </h2>
    <p class="number" lang="zh-CN">{{ one.documentNumber }}</p>
    <p class="to">{{ 'notices.paper.to' | transloco: { county: one.county.name } }}</p>
    <p>{{ one.sentence | said }}</p>
    <table>
      <caption>
        {{
          'notices.paper.table' | transloco
        }}
      </caption>
      <thead>
        <tr>
          <th scope="col">{{ 'notices.item' | transloco }}</th>
          <th scope="col">{{ 'notices.lastYear' | transloco }}</th>
          <th scope="col">{{ 'notices.thisYear' | transloco }}</th>
          <th scope="col">{{ 'notices.change' | transloco }}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{{ 'notices.posts' | transloco }}</th>
          <td>{{ one.lastPart }}</td>
          <td>{{ one.part }}</td>
          <td>{{ change() }}</td>
        </tr>
        <tr>
          <th scope="row">{{ 'notices.amount' | transloco: { unit: 'ui.unit.元' | transloco } }}</th>
          <td>{{ yuan(one.lastFen) }}</td>
          <td>{{ yuan(one.fen) }}</td>
          <td>{{ changeAmount() }}</td>
        </tr>
        <tr>
          <th scope="row">{{ 'notices.advance' | transloco }}</th>
          <td></td>
          <td>{{ yuan(one.advanceFen) }}</td>
          <td></td>
        </tr>
        <tr>
          <th scope="row">{{ (one.finalFen < 0 ? 'notices.finalBack' : 'notices.final') | transloco }}</th>
          <td></td>
          <td>{{ yuan(one.finalFen) }}</td>
          <td></td>
        </tr>
      </tbody>
    </table>
    <p>{{ 'notices.paper.reason' | transloco }}{{ one.reason | said }}</p>
    @if (one.cutTakesEffectOn; as day) {
      <p>{{ 'notices.cut' | transloco: { day: day | day } }}</p>
    }
    <p>
      {{ 'notices.paper.basis' | transloco: { document: one.documentNumber, amends: one.amends } }}
      @if (one.corrects; as corrected) {
        {{ 'notices.paper.correction' | transloco: { corrected } }}
      }
    </p>
    <p class="office">
      {{ 'notices.paper.office' | transloco }}<br />{{ one.decidedOn | day }}
      {{ 'notices.paper.stamp' | transloco }}
    </p>
    <p class="receipt">{{ 'notices.paper.receipt' | transloco }}</p>
  `,
  styles: `
    :host {
      color: #000;
      font-family: FangSong, STFangsong, 'Noto Serif CJK SC', serif;
      font-size: 16pt;
      line-height: 28pt;
    }
    h2 {
      margin: 12pt 0 6pt;
      font-family: 'FZXiaoBiaoSong-B05S', SimSun, STSong, 'Noto Serif CJK SC', serif;
      font-size: 22pt;
      font-weight: 400;
      line-height: 36pt;
      text-align: center;
    }
    p {
      margin: 0 0 4pt;
      text-indent: 2em;
      overflow-wrap: anywhere;
    }
    .demo {
      inline-size: fit-content;
      margin: 0;
      padding: 0 6pt;
      border: 0.75pt dashed #000;
      font-size: 10.5pt;
      line-height: 16pt;
      text-indent: 0;
    }
    .number,
    .to {
      text-indent: 0;
    }
    .number {
      text-align: center;
    }
    table {
      inline-size: 100%;
      margin-block: 6pt;
      border-collapse: collapse;
      font-size: 14pt;
      line-height: 22pt;
    }
    caption {
      text-align: start;
    }
    th,
    td {
      padding: 2pt 6pt;
      border: 0.75pt solid #000;
      font-weight: 400;
      text-align: center;
    }
    .office {
      margin-block-start: 24pt;
      text-align: end;
    }
    .receipt {
      margin-block-start: 24pt;
      padding-block-start: 6pt;
      border-block-start: 0.75pt dashed #000;
      font-size: 14pt;
      text-indent: 0;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { 'data-paper': '' },
})
export class NoticePaper {
  readonly notice = input.required<AllocationNotice>();
  protected readonly yuan = (fen: number): string => formatMoney(fen, '元');
  protected readonly change = computed(() => printSigned(this.notice().part - this.notice().lastPart));
  protected readonly changeAmount = computed(() =>
    printSignedMoney(this.notice().fen - this.notice().lastFen, '元'),
  );

  constructor() {
    useTexts('notices', NOTICES_TEXTS);
  }
}
