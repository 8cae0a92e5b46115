import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { certaintyInWords } from '@yuheng/shared/domain/allocation/proposing/certainty-in-words';
import type { Bilingual } from '@yuheng/shared/domain/bilingual';
import { reading } from '../charts/reading';
import { Cell, DataTable, type Column } from '../ui/data-table';
import { formatMoney, MoneyPipe } from '../ui/money';
import { SaidPipe } from '../ui/said';
import { printSigned, printSignedMoney } from './scenarios/print-signed';
import type { SplitDesk } from './split-desk';
import type { SplitRow } from './split-rows';

type Figure = (row: SplitRow) => number | null;

/** Null where any part of the sum is not there: a sum of some counties is nobody's figure. */
function sumOf(figures: readonly (number | null)[]): number | null {
  return figures.reduce<number | null>(
    (sum, one) => (sum === null || one === null ? null : sum + one),
    figures.length === 0 ? null : 0,
  );
}

/** The split in force beside the proposed one: posts, money, the difference in both and in percent, how sure, and why. */
@Component({
  selector: 'yh-proposed-split',
  imports: [RouterLink, TranslocoPipe, Cell, DataTable, MoneyPipe, SaidPipe],
  template: `
    <yh-table [columns]="columns()" [rows]="rows()" [caption]="caption()" [rowKey]="countyOf">
      <ng-template yhCell="county" [yhCellOf]="rows()" let-row
        ><a
          lang="zh-CN"
          class="county"
          [routerLink]="['/counties', row.county]"
          [queryParams]="{ program: desk().question()?.program, year: lastYear() }"
          >{{ row.name }}</a
        ></ng-template
      >
      <ng-template yhCell="last" [yhCellOf]="rows()" let-row>
        @if (row.lastPosts === null) {
          {{ row.lastFen | money }}
        } @else {
          {{ row.lastPosts }}
          &ngsp;<small class="money">{{ row.lastFen | money }}</small>
        }
      </ng-template>
      <ng-template yhCell="part" [yhCellOf]="rows()" let-row>
        @if (row.proposed; as proposed) {
          {{ proposed.part }}
          &ngsp;<small class="money">{{ proposed.fen | money }}</small>
        } @else {
          —
        }
      </ng-template>
      <ng-template yhCell="change" [yhCellOf]="rows()" let-row>
        @if (row.proposed; as proposed) {
          <strong [class.same]="proposed.change === 0">{{ print(proposed.change) }}</strong>
          &ngsp;<small class="money"
            >{{ printMoney(proposed.changeFen) }}
            @if (proposed.changePercent !== null) {
              <span>（{{ proposed.changePercent }}%）</span>
            }
          </small>
          @if (proposed.personsReduced > 0) {
            <small class="people">{{
              'allocations.table.people' | transloco: { count: proposed.personsReduced }
            }}</small>
          }
        } @else {
          —
        }
      </ng-template>
      <ng-template yhCell="certainty" [yhCellOf]="rows()" let-row>
        <span class="sure">
          @if (row.proposed && !desk().isVaried()) {
            <small>{{ 'allocations.table.unvaried' | transloco }}</small>
          } @else if (sure(row); as words) {
            {{ words | said }}
          } @else if (row.proposed) {
            <small>{{ 'allocations.table.' + pending() | transloco }}</small>
          } @else {
            —
          }
        </span>
      </ng-template>
      <ng-template yhCell="reason" [yhCellOf]="rows()" let-row>
        @if (row.proposed; as proposed) {
          {{ proposed.reason | said }}
          <a
            class="screen-only"
            [routerLink]="['/allocations/why', row.county]"
            [queryParams]="desk().carried()"
            >{{ 'allocations.table.why' | transloco
            }}<span class="visually-hidden" lang="zh-CN"> {{ row.name }}</span></a
          >
        }
      </ng-template>
    </yh-table>
  `,
  styles: `
    .same {
      color: var(--ink-2);
      font-weight: 400;
    }
    .people,
    .money {
      display: block;
    }
    .money {
      white-space: nowrap;
    }
    .people {
      color: var(--warning);
    }
    /* Two lines are kept free while the certainty is worked out, so that no row moves when it comes. */
    .sure {
      display: block;
      min-block-size: 2.9em;
      min-inline-size: 4.5em;
    }
    a {
      white-space: nowrap;
    }
    .county {
      white-space: normal;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProposedSplit {
  private readonly reading = reading();
  readonly desk = input.required<SplitDesk>();
  readonly rows = input.required<readonly SplitRow[]>();
  /** The year of the split in force. */
  readonly lastYear = input.required<number | string>();
  protected readonly print = printSigned;
  protected printMoney(fen: number): string {
    return printSignedMoney(fen, this.reading().unit);
  }
  /** Of a readable policy only: the template asks for it where the simulation had something to vary. */
  protected sure({ proposed }: SplitRow): Bilingual | null {
    return proposed && certaintyInWords(proposed, this.desk().settings().firmness.threshold);
  }
  protected readonly countyOf = ({ county }: SplitRow): string => county;

  private readonly hasProposal = computed(() => this.rows().some(({ proposed }) => proposed !== null));
  protected readonly pending = computed(() =>
    this.desk().certainty() === 'computing' ? 'pending' : 'unasked',
  );
  protected readonly caption = computed(() => {
    const { text, unit } = this.reading();
    return text(`allocations.table.${this.hasProposal() ? 'caption' : 'keptCaption'}`, {
      label: text('allocations.draft'),
      unit: text(`ui.unit.${unit}`),
    });
  });

  protected readonly columns = computed<readonly Column<SplitRow>[]>(() => {
    const { text, unit } = this.reading();
    const rows = this.rows();
    const heading = (id: string) => text(`allocations.table.${id}`, { year: this.lastYear() });
    // Money that is split by no posts is headed as money alone.
    const isMoneyAlone =
      rows.length > 0 && rows.every((row) => row.lastPosts === null && row.proposed === null);
    /** A sum stands where every figure of it is there: posts, and behind them the money. */
    const sums = (posts: Figure, fen: Figure): string => {
      const [sumOfPosts, sumOfFen] = [sumOf(rows.map(posts)), sumOf(rows.map(fen))];
      const money = sumOfFen === null ? '—' : formatMoney(sumOfFen, unit);
      return sumOfPosts === null ? money : `${sumOfPosts} / ${money}`;
    };
    const last: Figure = ({ lastPosts }) => lastPosts;
    const part: Figure = ({ proposed }) => proposed?.part ?? null;
    const change: Figure = ({ proposed }) => proposed?.change ?? null;
    const changed = sumOf(rows.map(change));
    const changedFen = sumOf(rows.map(({ proposed }) => proposed?.changeFen ?? null));
    return [
      { id: 'county', heading: heading('county'), footer: heading('total') },
      {
        id: 'last',
        heading: heading(isMoneyAlone ? 'lastAmount' : 'last'),
        end: true,
        order: ({ lastPosts, lastFen }) => lastPosts ?? lastFen,
        footer: sums(last, ({ lastFen }) => lastFen),
      },
      {
        id: 'part',
        heading: heading(isMoneyAlone ? 'partAmount' : 'part'),
        end: true,
        order: part,
        footer: sums(part, ({ proposed }) => proposed?.fen ?? null),
      },
      {
        id: 'change',
        heading: heading('change'),
        end: true,
        order: change,
        footer:
          changed === null || changedFen === null
            ? '—'
            : `${printSigned(changed)} / ${printSignedMoney(changedFen, unit)}`,
      },
      {
        id: 'certainty',
        heading: heading('certainty'),
        order: ({ proposed: one }) => one?.certainty?.heldRuns ?? null,
        footer: '',
      },
      { id: 'reason', heading: heading('reason'), wide: true, footer: '' },
    ];
  });
}
