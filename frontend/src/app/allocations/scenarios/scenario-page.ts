import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AllocationScenario } from '@yuheng/shared/contract/allocation-scenarios';
import { Client } from '../../api/client';
import { pageSource } from '../../api/page-source';
import { Session } from '../../api/session';
import { ViewState } from '../../api/view-state';
import { CertificateLink } from '../../ui/certificate-link';
import { CopyButton } from '../../ui/copy-button';
import { MomentPipe } from '../../ui/moment';
import { Page } from '../../ui/page';
import { SaidPipe } from '../../ui/said';
import { useTexts } from '../../ui/texts';
import { UnitPipe } from '../../ui/unit';
import { AllocationLinks } from '../allocation-links';
import { linkOfSettings } from '../settings-link';
import { yearOfContent } from '../year-to-come';
import { ScenarioActDialog, type ScenarioAct, type ScenarioWords } from './scenario-act-dialog';
import { ScenarioComments } from './scenario-comments';
import { SCENARIOS_TEXTS } from './scenarios-texts';
import { SettingChanges } from './setting-changes';
import { SplitTable } from './split-table';

/** One 测算方案: what it would split and why, what it changes of the policy in force, what is said of it, and where it goes. */
@Component({
  selector: 'yh-scenario-page',
  imports: [
    RouterLink,
    TranslocoPipe,
    AllocationLinks,
    CertificateLink,
    CopyButton,
    MomentPipe,
    Page,
    SaidPipe,
    ScenarioActDialog,
    ScenarioComments,
    SettingChanges,
    SplitTable,
    UnitPipe,
  ],
  templateUrl: './scenario-page.html',
  styleUrls: ['../../ui/form.css', './scenarios.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ScenarioPage {
  private readonly client = inject(Client);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  protected readonly view = inject(ViewState);
  /** From the address. */
  readonly scenario = input.required<string>();

  protected readonly source = pageSource('readAllocationScenario', () => ({
    params: { scenario: this.scenario() },
  }));
  /** As it stands after the newest act. */
  protected readonly one = linkedSignal<AllocationScenario | undefined>(() => this.source.value());
  protected readonly act = signal<ScenarioAct | null>(null);
  /** Asked for only when somebody submits: what a correction could name. */
  private readonly decisions = pageSource('listAllocationDecisions', () => {
    const one = this.source.value();
    return this.act() === 'submit' && one ? { query: { program: one.program, year: one.year } } : undefined;
  });
  protected readonly decided = computed(() => this.decisions.value()?.decisions ?? []);
  protected readonly writes = computed(() => this.session.isProgramOfficer());
  /** The same settings on the page that computes, on the evidence of today. */
  protected readonly again = computed(() => {
    const one = this.one();
    return one && { program: one.program, year: one.year, settings: linkOfSettings(one.settings) };
  });
  /** Opens the same page for whoever else may read it. */
  protected readonly address = computed(() => {
    const one = this.source.value();
    if (!one) return '';
    return `${location.origin}/allocations/scenarios/${one.id}?program=${one.program}&year=${one.year}`;
  });

  constructor() {
    useTexts('scenarios', SCENARIOS_TEXTS);
    yearOfContent(this.source.value);
  }

  protected nameOf(county: string): string {
    return this.one()?.counties.find(({ id }) => id === county)?.name ?? county;
  }

  protected readonly send = async (act: ScenarioAct, words: ScenarioWords): Promise<void> => {
    const params = { scenario: this.scenario() };
    const selection = this.view.selection();
    switch (act) {
      case 'rename':
        this.one.set(
          await this.client.call('renameAllocationScenario', { params, body: { name: words.name } }),
        );
        return;
      case 'withdraw':
        await this.client.call('withdrawAllocationScenario', { params });
        // Not waited for: the dialogue closes before it goes with the page.
        void this.router.navigate(['/allocations/scenarios'], { queryParams: selection });
        return;
      case 'submit': {
        const { amends, corrects } = words;
        const body = { ...params, amends, corrects };
        const { id } = await this.client.call('submitAllocationDecision', { body });
        void this.router.navigate(['/allocations/decisions', id], { queryParams: selection });
      }
    }
  };
}
