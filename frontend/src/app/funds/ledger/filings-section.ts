import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { FormControl } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { isoDate } from '@yuheng/shared/domain/period/year-month';
import { Attempt } from '../../api/attempt';
import { Client, type Answer } from '../../api/client';
import { pageSource } from '../../api/page-source';
import { ViewState } from '../../api/view-state';
import { reading } from '../../charts/reading';
import { Cell, DataTable, type Column } from '../../ui/data-table';
import { DayPipe } from '../../ui/day';
import { EmptyNotice } from '../../ui/empty-notice';
import { Field } from '../../ui/field';
import { ProblemNotice } from '../../ui/problem-notice';

type Filing = Answer<'listFilings'>['filings'][number];

const keyOf = ({ county, document, recipient }: Filing): string => `${county}/${document}/${recipient}`;

/** 备案: two documents to two bureaus, each registered once with its day and number. */
@Component({
  selector: 'yh-filings',
  imports: [TranslocoPipe, Cell, DataTable, DayPipe, EmptyNotice, Field, ProblemNotice],
  template: `
    <section class="card">
      <h2>{{ 'ledger.filings.title' | transloco }}</h2>
      <p>{{ 'ledger.filings.hint' | transloco }}</p>
      @if (source.problem(); as problem) {
        <yh-problem [problem]="problem" (retry)="source.reload()" />
      } @else if (source.value(); as data) {
        @let rows = shown();
        @if (filings().length > 0) {
          <p>
            {{ 'ledger.filings.count' | transloco: counts() }}
            @if (!whole() && counts().open < filings().length) {
              <button type="button" class="button" (click)="all.set(true)">
                {{ 'ledger.filings.all' | transloco: { number: filings().length } }}
              </button>
            }
          </p>
        }
        @if (rows.length > 0) {
          <yh-table [columns]="columns()" [rows]="rows" sortKey="filings">
            <ng-template yhCell="document" [yhCellOf]="rows" let-row>{{
              'ledger.filings.documents.' + row.document | transloco
            }}</ng-template>
            <ng-template yhCell="recipient" [yhCellOf]="rows" let-row>{{
              'ledger.filings.recipients.' + row.recipient | transloco
            }}</ng-template>
            <ng-template yhCell="state" [yhCellOf]="rows" let-row>
              @if (row.filedOn) {
                {{ row.filedOn | day }}
                @if (row.documentNumber) {
                  <small lang="zh-CN">{{ row.documentNumber }}</small>
                } @else {
                  <small>{{ 'ledger.filings.noNumber' | transloco }}</small>
                }
                @if (data.mayWithdraw && writing() !== key(row)) {
                  <button type="button" class="button beside" (click)="write(row)">
                    {{ 'ledger.filings.withdraw' | transloco }}
                  </button>
                }
              } @else {
                {{ 'ledger.filings.open' | transloco }}
                @if (data.mayFile && writing() !== key(row)) {
                  <button type="button" class="button beside" (click)="write(row)">
                    {{ 'ledger.filings.write' | transloco }}
                  </button>
                }
              }
              @if (writing() === key(row) && row.filedOn) {
                <form (submit)="withdraw($event, row)">
                  <p>{{ 'ledger.filings.withdrawHint' | transloco }}</p>
                  <yh-field
                    fieldId="filing-reason"
                    [label]="'ledger.filings.reason' | transloco"
                    [control]="reason"
                    [error]="
                      attempt.asked() && !reason.value.trim()
                        ? ('ledger.filings.reasonProblem' | transloco)
                        : ''
                    "
                  />
                  @if (attempt.problem(); as problem) {
                    <yh-problem [problem]="problem" [canRetry]="false" />
                  }
                  <p class="acts">
                    <button type="submit" class="button" data-kind="primary" [disabled]="attempt.busy()">
                      {{ 'ledger.filings.withdraw' | transloco }}
                    </button>
                    <button type="button" class="button" (click)="writing.set(null)">
                      {{ 'ledger.filings.cancel' | transloco }}
                    </button>
                  </p>
                </form>
              } @else if (writing() === key(row)) {
                <form (submit)="submit($event, row)">
                  <yh-field
                    fieldId="filing-on"
                    kind="date"
                    [label]="'ledger.filings.on' | transloco"
                    [control]="on"
                    [error]="attempt.asked() && !on.value ? ('ledger.filings.problem' | transloco) : ''"
                  />
                  <yh-field
                    fieldId="filing-number"
                    [label]="'ledger.filings.number' | transloco"
                    [control]="number"
                    [error]="
                      attempt.asked() && !number.value.trim() ? ('ledger.filings.problem' | transloco) : ''
                    "
                  />
                  @if (attempt.problem(); as problem) {
                    <yh-problem [problem]="problem" [canRetry]="false" />
                  }
                  <p class="acts">
                    <button type="submit" class="button" data-kind="primary" [disabled]="attempt.busy()">
                      {{ 'ledger.filings.submit' | transloco }}
                    </button>
                    <button type="button" class="button" (click)="writing.set(null)">
                      {{ 'ledger.filings.cancel' | transloco }}
                    </button>
                  </p>
                </form>
              }
            </ng-template>
          </yh-table>
        } @else if (filings().length === 0) {
          <yh-empty>{{ 'ledger.filings.none' | transloco }}</yh-empty>
        }
      }
    </section>
  `,
  styleUrl: './ledger-form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FilingsSection {
  private readonly client = inject(Client);
  private readonly view = inject(ViewState);
  private readonly reading = reading();
  /** Empty: every county that the reader sees. */
  readonly county = input.required<string>();
  protected readonly source = pageSource('listFilings', () => ({ query: this.view.selection() }));
  protected readonly filings = computed(() =>
    (this.source.value()?.filings ?? []).filter(
      ({ county }) => this.county() === '' || county === this.county(),
    ),
  );
  /** Who reads many counties reads what is still to be filed until asking for all. */
  protected readonly all = signal(false);
  protected readonly whole = computed(
    () => this.all() || new Set(this.filings().map(({ county }) => county)).size < 2,
  );
  protected readonly shown = computed(() =>
    this.whole() ? this.filings() : this.filings().filter(({ filedOn }) => filedOn === null),
  );
  protected readonly counts = computed(() => {
    const open = this.filings().filter(({ filedOn }) => filedOn === null).length;
    return { open, filed: this.filings().length - open };
  });
  protected readonly key = keyOf;
  protected readonly writing = signal<string | null>(null);
  protected readonly on = new FormControl('', { nonNullable: true });
  protected readonly number = new FormControl('', { nonNullable: true });
  protected readonly reason = new FormControl('', { nonNullable: true });
  protected readonly attempt = new Attempt();

  protected readonly columns = computed<readonly Column<Filing>[]>(() => {
    const { text } = this.reading();
    const several = new Set(this.filings().map(({ county }) => county)).size > 1;
    return [
      ...(several ? [{ id: 'county', heading: text('ledger.county'), text: (row: Filing) => row.name }] : []),
      { id: 'document', heading: text('ledger.filings.document') },
      { id: 'recipient', heading: text('ledger.filings.recipient') },
      { id: 'state', heading: text('ledger.filings.state'), wide: true },
    ];
  });

  protected write(filing: Filing): void {
    this.attempt.clear();
    this.on.reset();
    this.number.reset();
    this.reason.reset();
    this.writing.set(keyOf(filing));
  }

  protected async submit(event: Event, { county, document, recipient }: Filing): Promise<void> {
    event.preventDefault();
    this.attempt.asked.set(true);
    const [filedOn, documentNumber] = [this.on.value, this.number.value.trim()];
    if (!filedOn || !documentNumber) return;
    const body = {
      ...this.view.selection(),
      county,
      document,
      recipient,
      filedOn: isoDate(filedOn),
      documentNumber,
    };
    await this.send(() => this.client.call('createFiling', { body }));
  }

  protected async withdraw(event: Event, { county, document, recipient, filedOn }: Filing): Promise<void> {
    event.preventDefault();
    this.attempt.asked.set(true);
    const reason = this.reason.value.replaceAll(/\s+/g, ' ').trim();
    if (!reason || !filedOn) return;
    const body = {
      ...this.view.selection(),
      county,
      document,
      recipient,
      filedOn: isoDate(filedOn),
      reason,
    };
    await this.send(() => this.client.call('withdrawFiling', { body }));
  }

  private async send(work: () => Promise<unknown>): Promise<void> {
    if (!(await this.attempt.run(work))) return;
    this.writing.set(null);
    this.source.reload();
  }
}
