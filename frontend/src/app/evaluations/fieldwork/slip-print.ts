import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type {
  CountyFieldwork,
  FieldRecordContent,
  FieldRecordEntry,
} from '@yuheng/shared/contract/fieldwork-papers';
import { DayPipe } from '../../ui/day';
import { SaidPipe } from '../../ui/said';

type Slip = Extract<FieldRecordContent, { kind: 'slip' }>;

/** 取证单 as it is printed, signed and stamped: A4, in the form of official papers. */
@Component({
  selector: 'yh-slip-print',
  imports: [TranslocoPipe, DayPipe, SaidPipe],
  template: `
    @if (slip(); as one) {
      <h2>{{ 'fieldwork.slip.title' | transloco }}</h2>
      <p class="number">
        {{
          'fieldwork.slip.number'
            | transloco: { year: work().year, county: work().county.name, number: record().number }
        }}
        @if (work().demonstration) {
          · {{ 'ui.demonstration' | transloco }}
        }
      </p>
      <table>
        <tbody>
          <tr>
            <th scope="row">{{ 'fieldwork.slip.project' | transloco }}</th>
            <td colspan="3">
              {{
                'fieldwork.slip.ofYear'
                  | transloco
                    : {
                        project: ('fieldwork.slip.project_.' + work().program | transloco),
                        year: work().year,
                      }
              }}
            </td>
          </tr>
          <tr>
            <th scope="row">{{ 'fieldwork.slip.unit' | transloco }}</th>
            <td lang="zh-CN">{{ one.provider }}</td>
            <th scope="row">{{ 'fieldwork.record.on' | transloco }}</th>
            <td>{{ one.on | day }}</td>
          </tr>
          <tr>
            <th scope="row">{{ 'fieldwork.record.subject' | transloco }}</th>
            <td lang="zh-CN">{{ one.subject }}</td>
            <th scope="row">{{ 'fieldwork.record.place' | transloco }}</th>
            <td lang="zh-CN">{{ one.place }}</td>
          </tr>
          @if (indicator(); as name) {
            <tr>
              <th scope="row">{{ 'fieldwork.indicator' | transloco }}</th>
              <td colspan="3">{{ name | said }}</td>
            </tr>
          }
          <tr class="facts">
            <th scope="row">{{ 'fieldwork.record.facts' | transloco }}</th>
            <td colspan="3" lang="zh-CN">{{ one.facts }}</td>
          </tr>
          <tr>
            <th scope="row">{{ 'fieldwork.record.attachments' | transloco }}</th>
            <td colspan="3" lang="zh-CN">{{ one.attachments.join('；') }}</td>
          </tr>
          <tr class="signed">
            <th scope="row">{{ 'fieldwork.slip.evaluators' | transloco }}</th>
            <td colspan="3" lang="zh-CN">{{ evaluators() }}</td>
          </tr>
          <tr class="signed">
            <td colspan="4">
              {{ 'fieldwork.slip.reader' | transloco }}
              <p>{{ 'fieldwork.slip.stamp' | transloco }}<br />{{ 'fieldwork.slip.day' | transloco }}</p>
            </td>
          </tr>
        </tbody>
      </table>
    }
  `,
  styles: `
    :host {
      color: #000;
      font-family: FangSong, STFangsong, 'Noto Serif CJK SC', serif;
      font-size: 16pt;
      line-height: 28pt;
    }
    h2 {
      font-family: 'FZXiaoBiaoSong-B05S', SimSun, STSong, 'Noto Serif CJK SC', serif;
      font-size: 22pt;
      font-weight: 400;
      line-height: 36pt;
      text-align: center;
    }
    .number {
      text-align: end;
    }
    table {
      inline-size: 100%;
      border-collapse: collapse;
      table-layout: fixed;
    }
    th,
    td {
      padding: 4pt 6pt;
      border: 0.75pt solid #000;
      font-weight: 400;
      text-align: start;
      vertical-align: top;
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
    th {
      inline-size: 20%;
    }
    .facts td {
      block-size: 220pt;
    }
    .signed td {
      block-size: 70pt;
    }
    .signed p {
      margin: 40pt 20pt 0 0;
      text-align: end;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SlipPrint {
  readonly record = input.required<FieldRecordEntry>();
  readonly work = input.required<CountyFieldwork>();
  /** Their names. */
  readonly evaluators = input.required<string>();
  protected readonly slip = computed<Slip | null>(() => {
    const { content } = this.record();
    return content.kind === 'slip' ? content : null;
  });
  protected readonly indicator = computed(() => {
    const id = this.slip()?.indicator;
    return this.work().indicators.find((one) => one.id === id)?.name ?? null;
  });
}
