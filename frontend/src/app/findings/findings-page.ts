import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Finding } from '@yuheng/shared/contract/findings';
import { Client } from '../api/client';
import { ExportButtons } from '../api/export-buttons';
import { furtherPages } from '../api/further-pages';
import { pageSource } from '../api/page-source';
import { Session } from '../api/session';
import { ViewState } from '../api/view-state';
import { DayPipe } from '../ui/day';
import { Drawer } from '../ui/drawer';
import { EmptyNotice } from '../ui/empty-notice';
import { Page } from '../ui/page';
import { ProblemNotice } from '../ui/problem-notice';
import { SaidPipe } from '../ui/said';
import { useTexts } from '../ui/texts';
import { DoubtAsking } from './doubt-asking';
import { DoubtPanel } from './doubt-panel';
import { FindingPanel } from './finding-panel';
import { FINDINGS_TEXTS } from './findings-texts';

const STATES = ['open', 'returned', 'rectified', 'closed'] as const satisfies readonly Finding['state'][];
type Shown = (typeof STATES)[number] | 'overdue';
const SHOWN: readonly Shown[] = [...STATES, 'overdue'];

/** Findings by state with their ages, and, for a county and the inspectors, the doubts that wait to be verified. */
@Component({
  selector: 'yh-findings',
  imports: [
    RouterLink,
    TranslocoPipe,
    DayPipe,
    DoubtAsking,
    DoubtPanel,
    Drawer,
    EmptyNotice,
    FindingPanel,
    Page,
    ProblemNotice,
    SaidPipe,
    ExportButtons,
  ],
  templateUrl: './findings-page.html',
  styleUrls: ['./panel.css', './findings-page.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FindingsPage {
  private readonly client = inject(Client);
  protected readonly view = inject(ViewState);
  protected readonly session = inject(Session);
  protected readonly shown = SHOWN;

  protected readonly county = computed(() => this.view.query().get('county') ?? '');
  protected readonly state = computed(
    () => SHOWN.find((one) => one === this.view.query().get('state')) ?? null,
  );
  protected readonly findingId = computed(() => this.view.query().get('finding'));
  protected readonly doubtId = computed(() => this.view.query().get('doubt'));
  /** The contract's `doubt:read` and `doubt:decide`; the server decides, this only offers. */
  protected readonly isInspector = computed(() => this.hasRole('inspector'));
  protected readonly readsDoubts = computed(
    () => this.isInspector() || this.hasRole('countyOfficer') || this.hasRole('countyApprover'),
  );
  private readonly ofCounty = computed(() => (this.county() ? { county: this.county() } : {}));

  protected readonly wanted = computed(() => ({
    ...this.view.selection(),
    ...this.ofCounty(),
    ...(this.state() ? { state: this.state() as Shown } : {}),
  }));
  protected readonly source = pageSource('listFindings', () => ({ query: this.wanted() }));
  protected readonly counties = pageSource('listCounties', () => (this.session.readsCity() ? {} : undefined));
  protected readonly doubts = pageSource('listDoubts', () =>
    this.readsDoubts() ? { query: { program: this.view.program(), ...this.ofCounty() } } : undefined,
  );
  protected readonly finding = pageSource('readFinding', () => {
    const id = this.findingId();
    return id ? { params: { finding: id } } : undefined;
  });

  protected readonly further = furtherPages(this.source.value, (cursor) =>
    this.client.call('listFindings', { query: { ...this.wanted(), cursor } }),
  );
  protected readonly furtherDoubts = furtherPages(this.doubts.value, (cursor) =>
    this.client.call('listDoubts', { query: { program: this.view.program(), ...this.ofCounty(), cursor } }),
  );

  protected readonly columns = computed(() => {
    const findings = this.further.shown().flatMap((page) => page.findings);
    const states = this.source.value()?.counts.states;
    return STATES.map((state) => {
      const shown = findings.filter((one) => one.state === state);
      // What is filtered is counted as it is listed; without a filter the pages still to come count too.
      return { state, findings: shown, count: this.state() ? shown.length : (states?.[state] ?? 0) };
    });
  });
  protected readonly doubt = computed(
    () => this.listedDoubts().find(({ id }) => id === this.doubtId()) ?? null,
  );
  private readonly listedDoubts = computed(() => this.furtherDoubts.shown().flatMap(({ doubts }) => doubts));
  protected readonly openDoubts = computed(() => this.doubtsOf(['waiting', 'answered']));
  protected readonly settledDoubts = computed(() => this.doubtsOf(['explained', 'converted']));
  protected readonly asking = signal(false);

  constructor() {
    useTexts('findings', FINDINGS_TEXTS);
  }

  protected choose(key: 'county' | 'state', event: Event): void {
    void this.view.change({ [key]: (event.target as HTMLSelectElement).value || null });
  }

  /** Each drawer takes its own key out of the address: one closes while the other opens when a doubt becomes a finding. */
  protected close(key: 'finding' | 'doubt'): void {
    void this.view.change({ [key]: null });
  }

  protected changed(): void {
    this.source.reload();
    this.doubts.reload();
    if (this.findingId()) this.finding.reload();
  }

  protected becameFinding(id: string): void {
    void this.view.change({ doubt: null, finding: id, year: id.split('.')[2]?.slice(0, 4) ?? null });
  }

  protected asked(): void {
    this.asking.set(false);
    this.doubts.reload();
  }

  private doubtsOf(states: readonly string[]) {
    return this.listedDoubts().filter(({ state }) => states.includes(state));
  }

  private hasRole(role: 'inspector' | 'countyOfficer' | 'countyApprover'): boolean {
    return this.session.account()?.roles.includes(role) ?? false;
  }
}
