import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { FormControl, ReactiveFormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { yearMonth } from '@yuheng/shared/domain/period/year-month';
import { Attempt } from '../../api/attempt';
import { Client, type Answer } from '../../api/client';
import { pageSource } from '../../api/page-source';
import { ViewState } from '../../api/view-state';
import { reading } from '../../charts/reading';
import { Cell, DataTable, type Column } from '../../ui/data-table';
import { EmptyNotice } from '../../ui/empty-notice';
import { ProblemNotice } from '../../ui/problem-notice';
import { SaidPipe } from '../../ui/said';

type Month = Answer<'readReconciliation'>['months'][number];

/** On-post months × 1,000 元 against the city part; the county says why something is left over. */
@Component({
  selector: 'yh-reconciliation',
  imports: [ReactiveFormsModule, TranslocoPipe, Cell, DataTable, EmptyNotice, ProblemNotice, SaidPipe],
  template: `
    <section class="card" id="reconciliation">
      <h2>{{ 'ledger.reconciliation.title' | transloco }}</h2>
      <p>{{ 'ledger.reconciliation.hint' | transloco }}</p>
      @if (source.problem(); as problem) {
        <yh-problem [problem]="problem" (retry)="source.reload()" />
      } @else if (source.value(); as data) {
        @let rows = shown();
        @if (months().length > 0) {
          <p>
            {{ 'ledger.reconciliation.count' | transloco: counts() }}
            @if (!whole() && counts().open < months().length) {
              <button type="button" class="button" (click)="all.set(true)">
                {{ 'ledger.reconciliation.all' | transloco: { number: months().length } }}
              </button>
            }
          </p>
        }
        @if (rows.length > 0) {
          <yh-table [columns]="columns()" [rows]="rows" sortKey="reconciliation">
            <ng-template yhCell="text" [yhCellOf]="rows" let-row>{{ row.text | said }}</ng-template>
            <ng-template yhCell="explanation" [yhCellOf]="rows" let-row>
              @if (row.explanation) {
                <span lang="zh-CN">{{ row.explanation }}</span>
              } @else if (row.toExplain) {
                <strong class="open">{{ 'ledger.reconciliation.toExplain' | transloco }}</strong>
              } @else {
                {{ 'ledger.reconciliation.agrees' | transloco }}
              }
              @if (data.mayExplain && (row.toExplain || row.explanation) && writing() !== row.month) {
                <button type="button" class="button" (click)="write(row.month)">
                  {{ 'ledger.reconciliation.write' | transloco }}
                </button>
              }
              @if (writing() === row.month) {
                <form (submit)="submit($event, row)">
                  <label for="explanation">{{
                    'ledger.reconciliation.label' | transloco: { month: row.month }
                  }}</label>
                  <textarea id="explanation" rows="2" maxlength="500" [formControl]="text"></textarea>
                  @if (attempt.problem(); as problem) {
                    <yh-problem [problem]="problem" [canRetry]="false" />
                  }
                  <p class="acts">
                    <button
                      type="submit"
                      class="button"
                      data-kind="primary"
                      [disabled]="attempt.busy() || !text.value.trim()"
                    >
                      {{ 'ledger.reconciliation.submit' | transloco }}
                    </button>
                    <button type="button" class="button" (click)="writing.set(null)">
                      {{ 'ledger.reconciliation.cancel' | transloco }}
                    </button>
                  </p>
                </form>
              }
            </ng-template>
          </yh-table>
        } @else if (months().length === 0) {
          <yh-empty>{{ 'ledger.reconciliation.none' | transloco }}</yh-empty>
        }
      }
    </section>
  `,
  styleUrl: './ledger-form.css',
  styles: `
    .open {
      color: var(--warning);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReconciliationSection {
  private readonly client = inject(Client);
  private readonly view = inject(ViewState);
  private readonly reading = reading();
  /** Empty: every county that the reader sees. */
  readonly county = input.required<string>();
  protected readonly source = pageSource('readReconciliation', () => ({ query: this.view.selection() }));
  protected readonly months = computed(() =>
    (this.source.value()?.months ?? []).filter(
      ({ county }) => this.county() === '' || county === this.county(),
    ),
  );
  /** A county reads its twelve months; who reads many counties reads what is still to be done until asking for all. */
  protected readonly all = signal(false);
  protected readonly whole = computed(
    () => this.all() || new Set(this.months().map(({ county }) => county)).size < 2,
  );
  protected readonly shown = computed(() =>
    this.whole() ? this.months() : this.months().filter(({ toExplain }) => toExplain),
  );
  protected readonly counts = computed(() => {
    const open = this.months().filter(({ toExplain }) => toExplain).length;
    const explained = this.months().filter(({ explanation }) => explanation !== null).length;
    return { open, explained, agreeing: this.months().length - open - explained };
  });
  protected readonly writing = signal<string | null>(null);
  protected readonly text = new FormControl('', { nonNullable: true });
  protected readonly attempt = new Attempt();

  protected readonly columns = computed<readonly Column<Month>[]>(() => {
    const { text } = this.reading();
    const several = new Set(this.months().map(({ county }) => county)).size > 1;
    return [
      { id: 'month', heading: text('ledger.reconciliation.month'), tight: true, text: (row) => row.month },
      ...(several ? [{ id: 'county', heading: text('ledger.county'), text: (row: Month) => row.name }] : []),
      { id: 'text', heading: text('ledger.reconciliation.text'), wide: true },
      { id: 'explanation', heading: text('ledger.reconciliation.explanation'), wide: true },
    ];
  });

  protected write(month: string): void {
    this.attempt.clear();
    this.text.reset();
    this.writing.set(month);
  }

  protected async submit(event: Event, { county, month }: Month): Promise<void> {
    event.preventDefault();
    const text = this.text.value.replaceAll(/\s+/g, ' ').trim();
    if (!text) return;
    const { program } = this.view.selection();
    const done = await this.attempt.run(() =>
      this.client.call('explainReconciliation', { body: { program, county, month: yearMonth(month), text } }),
    );
    if (!done) return;
    this.writing.set(null);
    this.source.reload();
  }
}
