import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AllocationNotice } from '@yuheng/shared/contract/allocation-decisions';
import { Attempt } from '../../api/attempt';
import { Client } from '../../api/client';
import { holds } from '../../api/has-role';
import { pageSource } from '../../api/page-source';
import { Session } from '../../api/session';
import { ViewState } from '../../api/view-state';
import { DayPipe } from '../../ui/day';
import { EmptyNotice } from '../../ui/empty-notice';
import { Language } from '../../ui/language';
import { MoneyPipe } from '../../ui/money';
import { Page } from '../../ui/page';
import { ProblemNotice } from '../../ui/problem-notice';
import { SaidPipe } from '../../ui/said';
import { useTexts } from '../../ui/texts';
import { UnitPipe } from '../../ui/unit';
import { Display } from '../../ui/display';
import { printSigned, printSignedMoney } from '../scenarios/print-signed';
import { StepSum } from '../step-sum';
import { yearToCome } from '../year-to-come';
import { NoticePaper } from './notice-paper';
import { NOTICES_TEXTS } from './notices-texts';

const keyOf = ({ decision, county }: AllocationNotice): string => `${decision}/${county.id}`;

/**
 * 资金分配通知: a county reads its own once the split is promulgated, acknowledges it and prints it; readers of the city come
 * here from the decision. Before that there is no figure to be seen.
 */
@Component({
  selector: 'yh-notices-page',
  imports: [
    RouterLink,
    TranslocoPipe,
    DayPipe,
    EmptyNotice,
    MoneyPipe,
    NoticePaper,
    Page,
    ProblemNotice,
    SaidPipe,
    StepSum,
    UnitPipe,
  ],
  templateUrl: './notices-page.html',
  styleUrls: ['../../ui/form.css', './notices-page.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NoticesPage {
  private readonly client = inject(Client);
  private readonly language = inject(Language);
  private readonly display = inject(Display);
  protected readonly session = inject(Session);
  protected readonly view = inject(ViewState);
  private readonly selection = yearToCome();
  protected readonly source = pageSource('listAllocationNotices', () => {
    const query = this.selection();
    return query ? { query } : undefined;
  });
  protected readonly notices = linkedSignal<readonly AllocationNotice[]>(
    () => this.source.value()?.notices ?? [],
  );
  /** The one that the address names, else the newest. */
  protected readonly one = computed<AllocationNotice | undefined>(() => {
    const query = this.view.query();
    const [decision, county] = [query.get('decision'), query.get('county')];
    const own = this.notices().filter((notice) => county === null || notice.county.id === county);
    return own.find((notice) => notice.decision === decision) ?? own[0] ?? this.notices()[0];
  });
  protected readonly options = computed(() =>
    this.notices().map((notice) => ({ key: keyOf(notice), notice })),
  );
  protected readonly key = computed(() => {
    const one = this.one();
    return one ? keyOf(one) : '';
  });
  protected readonly mayAcknowledge = computed(
    () => this.one()?.readOn === null && holds(this.session.account(), 'countyOfficer', 'countyApprover'),
  );
  protected readonly name = computed(() => {
    const one = this.one();
    return one && this.session.readsCity()
      ? `${one.county.name} · ${this.language.text('notices.title')}`
      : '';
  });
  protected readonly attempt = new Attempt();
  protected readonly print = printSigned;

  constructor() {
    useTexts('notices', NOTICES_TEXTS);
  }

  protected changeOf(one: AllocationNotice): string {
    return printSignedMoney(one.fen - one.lastFen, this.display.unit());
  }

  protected choose(event: Event): void {
    const [decision, county] = (event.target as HTMLSelectElement).value.split('/');
    void this.view.change({ decision, county });
  }

  protected otherYear(year: number): void {
    void this.view.change({ year, decision: null });
  }

  protected printPage(): void {
    globalThis.print();
  }

  protected async acknowledge(one: AllocationNotice): Promise<void> {
    const params = { decision: one.decision, county: one.county.id };
    await this.attempt.run(async () => {
      const read = await this.client.call('acknowledgeAllocationNotice', { params });
      this.notices.update((all) => all.map((notice) => (keyOf(notice) === keyOf(one) ? read : notice)));
    });
  }
}
