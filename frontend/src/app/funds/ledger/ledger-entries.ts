import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Answer } from '../../api/client';
import { ViewState } from '../../api/view-state';
import { reading } from '../../charts/reading';
import { Cell, DataTable, type Column } from '../../ui/data-table';
import { DayPipe } from '../../ui/day';
import { formatMoney } from '../../ui/money';

type Ledger = Answer<'readLedger'>;
type Entry = Ledger['entries'][number];

/** Entries by date; what is taken back stands in red with its sign and its word. */
@Component({
  selector: 'yh-ledger-entries',
  imports: [RouterLink, TranslocoPipe, Cell, DataTable, DayPipe],
  template: `
    @let rows = entries();
    <yh-table [columns]="columns()" [rows]="rows" [caption]="'ledger.caption' | transloco" sortKey="entries">
      <ng-template yhCell="on" [yhCellOf]="rows" let-row>
        {{ row.on | day }} <small>№ {{ row.number }}</small>
      </ng-template>
      <ng-template yhCell="what" [yhCellOf]="rows" let-row>
        {{ 'ledger.acts.' + row.link | transloco }} · {{ 'ledger.sources.' + row.source | transloco }}
        @if (row.kind !== 'ordinary') {
          <strong [class.red]="row.kind === 'reversal'">{{ 'ledger.kinds.' + row.kind | transloco }}</strong>
        }
        @if (row.monthWorked) {
          <small>{{ 'ledger.wages' | transloco: { month: row.monthWorked } }}</small>
        }
        @if (row.unsettledFen) {
          <small>{{ 'ledger.unsettled' | transloco: { amount: yuan(row.unsettledFen) } }}</small>
        }
        @if (row.reversedBy) {
          <small>{{ 'ledger.reversed' | transloco }}</small>
        }
        @if (row.reason) {
          <small
            >{{ 'ledger.reason' | transloco }} <span lang="zh-CN">{{ row.reason }}</span></small
          >
        }
      </ng-template>
      <ng-template yhCell="amount" [yhCellOf]="rows" let-row>
        <span [class.red]="row.fen < 0" [class.struck]="row.reversedBy !== null">{{ yuan(row.fen) }}</span>
      </ng-template>
      <ng-template yhCell="document" [yhCellOf]="rows" let-row>
        @if (row.documentNumber) {
          <span lang="zh-CN">{{ row.documentNumber }}</span>
        } @else if (row.sourceDocument && row.monthWorked) {
          <a
            [routerLink]="['/funds/spending', row.county, row.monthWorked]"
            [queryParams]="{ program: view.program() }"
            >{{ 'ledger.sheet' | transloco: { month: row.monthWorked } }}</a
          >
        } @else {
          —
        }
        @if (row.subject) {
          <small lang="zh-CN">{{ row.subject }}</small>
        }
      </ng-template>
      <ng-template yhCell="act" [yhCellOf]="rows" let-row>
        @if (row.reversible) {
          <button type="button" class="button" (click)="reverse.emit(row)">
            {{ 'ledger.reverse' | transloco }}
          </button>
        }
      </ng-template>
    </yh-table>
  `,
  styles: `
    .red {
      color: var(--warning);
    }
    .struck {
      text-decoration: line-through;
    }
    small {
      display: block;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LedgerEntries {
  protected readonly view = inject(ViewState);
  private readonly reading = reading();
  readonly entries = input.required<Ledger['entries']>();
  readonly balances = input.required<Ledger['balances']>();
  readonly reverse = output<Entry>();
  protected readonly yuan = (fen: number): string => formatMoney(fen, '元');

  protected readonly columns = computed<readonly Column<Entry>[]>(() => {
    const { text } = this.reading();
    const heading = (id: string) => text(`ledger.columns.${id}`);
    const names = new Map(this.balances().map(({ county, name }) => [county, name]));
    const [several, acts] = [names.size > 1, this.entries().some(({ reversible }) => reversible)];
    return [
      { id: 'on', heading: heading('on'), tight: true, order: (row) => row.on },
      ...(several
        ? [
            {
              id: 'county',
              heading: heading('county'),
              text: (row: Entry) => names.get(row.county) ?? row.county,
            },
          ]
        : []),
      { id: 'what', heading: heading('what'), wide: true },
      { id: 'amount', heading: heading('amount'), end: true, order: (row) => row.fen },
      { id: 'running', heading: heading('running'), end: true, text: (row) => this.yuan(row.runningFen) },
      { id: 'document', heading: heading('document'), wide: true },
      ...(acts ? [{ id: 'act', heading: heading('act'), wide: true }] : []),
    ];
  });
}
