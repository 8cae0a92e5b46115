import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AllocationScenario } from '@yuheng/shared/contract/allocation-scenarios';
import { isSimulationVaried } from '@yuheng/shared/domain/allocation/meeting/meeting-sentences';
import { certaintyInWords } from '@yuheng/shared/domain/allocation/proposing/certainty-in-words';
import type { Bilingual } from '@yuheng/shared/domain/bilingual';
import { reading } from '../../charts/reading';
import { Cell, DataTable, type Column } from '../../ui/data-table';
import { formatMoney } from '../../ui/money';
import { SaidPipe } from '../../ui/said';
import { useTexts } from '../../ui/texts';
import { printSigned, printSignedMoney } from './print-signed';
import { SCENARIOS_TEXTS } from './scenarios-texts';

export type Proposal = AllocationScenario['proposal'];
type Row = Proposal['counties'][number] & { readonly name: string };

const sumOf = (rows: readonly Row[], key: 'lastPart' | 'lastFen' | 'part' | 'fen' | 'change' | 'changeFen') =>
  rows.reduce((sum, row) => sum + row[key], 0);

/** The split in force beside the proposed one: posts, money, the difference in both and in percent, how sure, and why. */
@Component({
  selector: 'yh-split-table',
  imports: [TranslocoPipe, Cell, DataTable, SaidPipe],
  template: `
    <yh-table [columns]="columns()" [rows]="rows()" [caption]="caption()">
      <ng-template yhCell="county" [yhCellOf]="rows()" let-row
        ><span lang="zh-CN">{{ row.name }}</span></ng-template
      >
      <ng-template yhCell="change" [yhCellOf]="rows()" let-row>
        <span [class.moved]="row.change !== 0">{{ print(row.change) }}</span>
        @if (row.personsReduced > 0) {
          <small class="people">{{
            'scenarios.table.people' | transloco: { count: row.personsReduced }
          }}</small>
        }
      </ng-template>
      <ng-template yhCell="sure" [yhCellOf]="rows()" let-row>
        @if (!isVaried()) {
          {{ 'scenarios.table.notVaried' | transloco }}
        } @else if (sure(row); as words) {
          {{ words | said }}
        } @else {
          —
        }
      </ng-template>
      <ng-template yhCell="reason" [yhCellOf]="rows()" let-row>{{ row.reason | said }}</ng-template>
    </yh-table>
  `,
  styles: `
    .moved {
      font-weight: 600;
    }
    .people {
      display: block;
      color: var(--warning);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SplitTable {
  private readonly reading = reading();
  readonly proposal = input.required<Proposal>();
  readonly names = input.required<readonly { readonly id: string; readonly name: string }[]>();
  readonly caption = input.required<string>();
  /** Where the simulation had nothing to vary, that every run agrees says nothing. */
  readonly settings = input.required<AllocationScenario['settings']>();
  /** Once promulgated the figures are the split, and no longer a calculation. */
  readonly isDecided = input(false);
  protected readonly isVaried = computed(() => isSimulationVaried(this.settings()));
  protected readonly print = printSigned;
  protected sure(row: Row): Bilingual | null {
    return certaintyInWords(row, this.settings().firmness.threshold);
  }

  protected readonly rows = computed<readonly Row[]>(() => {
    const names = new Map(this.names().map(({ id, name }) => [id, name]));
    return this.proposal().counties.map((one) => ({ ...one, name: names.get(one.county) ?? one.county }));
  });

  protected readonly columns = computed<readonly Column<Row>[]>(() => {
    const { text, unit } = this.reading();
    const rows = this.rows();
    const money = (amount: number) => formatMoney(amount, unit);
    const figure = (
      id: string,
      print: (row: Row) => string,
      footer: string,
      order?: (row: Row) => number,
    ): Column<Row> => ({
      id,
      heading: text(`scenarios.table.${id}`),
      end: true,
      text: print,
      footer,
      ...(order ? { order } : {}),
    });
    return [
      { id: 'county', heading: text('scenarios.table.county'), footer: text('scenarios.table.total') },
      figure(
        'last',
        (row) => String(row.lastPart),
        String(sumOf(rows, 'lastPart')),
        (row) => row.lastPart,
      ),
      figure('lastAmount', (row) => money(row.lastFen), money(sumOf(rows, 'lastFen'))),
      figure(
        this.isDecided() ? 'decidedPart' : 'part',
        (row) => String(row.part),
        String(sumOf(rows, 'part')),
        (row) => row.part,
      ),
      figure(
        this.isDecided() ? 'decidedAmount' : 'amount',
        (row) => money(row.fen),
        money(sumOf(rows, 'fen')),
      ),
      figure(
        'change',
        () => '',
        printSigned(sumOf(rows, 'change')),
        (row) => row.change,
      ),
      figure(
        'changeAmount',
        (row) => printSignedMoney(row.changeFen, unit),
        printSignedMoney(sumOf(rows, 'changeFen'), unit),
      ),
      figure('percent', (row) => (row.changePercent === null ? '—' : `${row.changePercent}%`), ''),
      {
        id: 'sure',
        heading: text('scenarios.table.sure'),
        order: (row) => row.certainty?.heldRuns ?? null,
        footer: '',
      },
      { id: 'reason', heading: text('scenarios.table.reason'), wide: true, footer: '' },
    ];
  });

  constructor() {
    useTexts('scenarios', SCENARIOS_TEXTS);
  }
}
