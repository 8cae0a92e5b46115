import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Assistant } from '@yuheng/shared/contract/roster';
import { isIsoDate } from '@yuheng/shared/domain/period/year-month';
import { holds } from '../api/has-role';
import { ExportButtons } from '../api/export-buttons';
import { furtherPages } from '../api/further-pages';
import { pageSource } from '../api/page-source';
import { Client } from '../api/client';
import { Session } from '../api/session';
import { ViewState } from '../api/view-state';
import { Cell, DataTable, type Column } from '../ui/data-table';
import { EmptyNotice } from '../ui/empty-notice';
import { Page } from '../ui/page';
import { ProblemNotice } from '../ui/problem-notice';
import { SaidPipe } from '../ui/said';
import { useTexts } from '../ui/texts';
import { AssistantActDialog, type AssistantAct } from './assistant-act-dialog';
import { PostMark } from './post-mark';
import { RosterMonthsTable } from './roster-months';
import { ROSTER_TEXTS } from './roster-texts';
import { RosterWorkbook } from './roster-workbook';
import { RosterWords } from './roster-words';

/** Who is on post, which posts are vacant, how many person-months that is. Leadership and finance read the counts. */
@Component({
  selector: 'yh-roster',
  imports: [
    RouterLink,
    TranslocoPipe,
    AssistantActDialog,
    Cell,
    DataTable,
    EmptyNotice,
    Page,
    PostMark,
    ProblemNotice,
    RosterMonthsTable,
    RosterWorkbook,
    SaidPipe,
    ExportButtons,
  ],
  templateUrl: './roster-page.html',
  styleUrl: './roster-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RosterPage {
  private readonly client = inject(Client);
  protected readonly view = inject(ViewState);
  protected readonly session = inject(Session);
  protected readonly words = inject(RosterWords);
  protected readonly act = signal<AssistantAct | null>(null);

  protected readonly readsPeople = computed(() =>
    holds(
      this.session.account(),
      ...(['programOfficer', 'inspector', 'countyOfficer', 'countyApprover', 'countyFinance'] as const),
    ),
  );
  protected readonly keeps = computed(() => holds(this.session.account(), 'countyOfficer'));
  protected readonly discloses = computed(() =>
    holds(this.session.account(), 'programOfficer', 'inspector', 'countyOfficer', 'countyApprover'),
  );
  /** Posts and people are of one program; of another there is no roster. */
  protected readonly hasRoster = computed(() => this.view.program() === 'assistants');

  private readonly countyList = pageSource('listCounties', () => ({}));
  protected readonly counties = computed(() => this.countyList.value()?.counties ?? []);
  /** The one in the address, or the first that the account may read. */
  protected readonly county = computed(() => {
    const asked = this.view.query().get('county');
    return (this.counties().find(({ id }) => id === asked) ?? this.counties()[0])?.id;
  });
  private readonly on = computed(() => {
    const asked = this.view.query().get('on') ?? '';
    return isIsoDate(asked) ? asked : null;
  });

  protected readonly roster = pageSource('readRoster', () => {
    const [county, on] = [this.county(), this.on()];
    if (!this.readsPeople() || !this.hasRoster() || county === undefined) return undefined;
    return { query: { county, ...(on === null ? {} : { on }) } };
  });
  protected readonly further = furtherPages(this.roster.value, (cursor, { county, on }) =>
    this.client.call('readRoster', { query: { county: county.id, on, cursor } }),
  );
  protected readonly people = computed(() => this.further.shown().flatMap(({ people }) => people));
  protected readonly months = pageSource('readRosterMonths', () => ({ query: this.view.selection() }));
  protected readonly source = computed(() =>
    this.readsPeople() && this.hasRoster() ? this.roster : this.months,
  );

  protected readonly columns = computed<readonly Column<Assistant>[]>(() => {
    const heading = (key: string) => this.words.text(key);
    return [
      { id: 'name', heading: heading('name'), chinese: true, text: (row) => this.words.name(row) },
      { id: 'state', heading: heading('state'), tight: true },
      { id: 'identity', heading: heading('identityNumber'), text: (row) => row.identityNumber ?? '—' },
      { id: 'card', heading: heading('bankCard'), text: (row) => row.bankCard ?? '—' },
      { id: 'employment', heading: heading('employmentLabel'), text: (row) => this.words.employment(row) },
      { id: 'office', heading: heading('office'), chinese: true, text: (row) => this.words.office(row) },
      { id: 'contract', heading: heading('contract'), wide: true },
      { id: 'periods', heading: heading('periods'), wide: true },
      ...(this.discloses() ? [{ id: 'acts', heading: heading('acts'), wide: true }] : []),
    ];
  });

  constructor() {
    useTexts('roster', ROSTER_TEXTS);
  }

  protected isOpen({ periods }: Assistant): boolean {
    return periods.some(({ until }) => until === null);
  }

  protected choose(key: 'county' | 'on', event: Event): void {
    void this.view.change({ [key]: (event.target as HTMLInputElement | HTMLSelectElement).value || null });
  }

  protected left(): void {
    this.act.set(null);
    this.roster.reload();
    this.months.reload();
  }
}
