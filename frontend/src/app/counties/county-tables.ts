import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { County } from '@yuheng/shared/contract/counties';
import { reading } from '../charts/reading';
import { Cell, DataTable, type Column } from '../ui/data-table';
import { formatDay } from '../ui/day';
import { EmptyNotice } from '../ui/empty-notice';
import { ExplainLink } from '../ui/explain-link';
import { DayPipe } from '../ui/day';
import { LightMark } from '../ui/light-mark';
import { percentInWords } from '../ui/percent';
import { ValueStateMark } from '../ui/value-state-mark';
import { TargetBar } from './target-bar';

type Target = County['targets'][number];
type Finding = County['findings'][number];
type Filing = County['filings'][number];

/** Targets are rates, but for the filings that came late or not at all, which are counted. */
const COUNTED = 'filingTimeliness';

export const targetText = (id: string, figure: string | null, times: string): string =>
  figure === null ? '—' : id === COUNTED ? `${figure}${times}` : percentInWords(figure);

/** Where a finding stands; what is overdue is said beside it. */
export const standingOf = (finding: Finding): 'closed' | 'rectified' | 'open' =>
  finding.closedOn ? 'closed' : finding.rectifiedOn ? 'rectified' : 'open';

/** Filings with their basis, findings, and targets against what was reached. */
@Component({
  selector: 'yh-county-tables',
  imports: [
    TranslocoPipe,
    Cell,
    DataTable,
    DayPipe,
    EmptyNotice,
    ExplainLink,
    LightMark,
    TargetBar,
    ValueStateMark,
  ],
  templateUrl: './county-tables.html',
  styles: `
    :host {
      display: block;
    }
    section {
      scroll-margin-block-start: 110px;
    }
    .flag {
      margin-inline-start: 8px;
      color: var(--warning);
      font-weight: 600;
      white-space: nowrap;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CountyTables {
  readonly data = input.required<County>();
  /** The month by which findings and filings were chosen already; null: the year. */
  readonly month = input<string | null>(null);
  private readonly reading = reading();
  protected readonly standingOf = standingOf;
  protected readonly isCounted = ({ id }: Target): boolean => id === COUNTED;
  /** Before the money has arrived no filing is due: the four empty rows would only look like gaps. */
  protected readonly filings = computed(() =>
    this.data().filings.some((one) => one.state !== 'notDue') ? this.data().filings : [],
  );

  protected readonly filingColumns = computed<readonly Column<Filing>[]>(() => {
    const { text, said, language } = this.reading();
    const heading = (id: string) => text(`counties.filings.${id}`);
    return [
      {
        id: 'document',
        heading: heading('document'),
        text: (row) => text(`counties.filings.documents.${row.document}`),
      },
      {
        id: 'recipient',
        heading: heading('recipient'),
        text: (row) => text(`counties.filings.recipients.${row.recipient}`),
      },
      { id: 'state', heading: heading('state') },
      { id: 'dueOn', heading: heading('dueOn'), tight: true, text: (row) => formatDay(row.dueOn, language) },
      {
        id: 'filedOn',
        heading: heading('filedOn'),
        tight: true,
        text: (row) => formatDay(row.filedOn, language),
      },
      { id: 'basis', heading: heading('basis'), wide: true, text: (row) => said(row.basis) },
    ];
  });

  protected readonly findingColumns = computed<readonly Column<Finding>[]>(() => {
    const { text, said, language } = this.reading();
    const heading = (id: string) => text(`counties.findings.${id}`);
    return [
      { id: 'month', heading: heading('month'), tight: true },
      { id: 'item', heading: heading('item'), text: (row) => said(row.itemName) },
      { id: 'summary', heading: heading('summary'), wide: true, chinese: true, text: (row) => row.summary },
      {
        id: 'deadline',
        heading: heading('deadline'),
        tight: true,
        text: (row) => formatDay(row.deadline, language),
      },
      {
        id: 'rectifiedOn',
        heading: heading('rectifiedOn'),
        tight: true,
        text: (row) => formatDay(row.rectifiedOn, language),
      },
      {
        id: 'closedOn',
        heading: heading('closedOn'),
        tight: true,
        text: (row) => formatDay(row.closedOn, language),
      },
      { id: 'standing', heading: heading('state') },
    ];
  });

  protected actualText({ id, actual }: Target): string {
    return targetText(id, actual, this.reading().text('counties.targets.times'));
  }

  protected readonly targetColumns = computed<readonly Column<Target>[]>(() => {
    const { text, said } = this.reading();
    const heading = (id: string) => text(`counties.targets.${id}`);
    const times = heading('times');
    return [
      { id: 'name', heading: heading('name'), text: (row) => said(row.name) },
      {
        id: 'target',
        heading: heading('target'),
        end: true,
        text: (row) => targetText(row.id, row.target, times),
      },
      { id: 'basis', heading: heading('basis'), wide: true, text: (row) => said(row.basis) },
      { id: 'actual', heading: heading('actual'), wide: true },
      { id: 'state', heading: heading('state') },
      { id: 'light', heading: heading('light') },
    ];
  });
}
