import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { addMonths, isoDate, isYearMonth, monthOf } from '@yuheng/shared/domain/period/year-month';
import type { Answer } from '../api/client';
import { holds } from '../api/has-role';
import { ExportButtons } from '../api/export-buttons';
import { pageSource } from '../api/page-source';
import { Session } from '../api/session';
import { ViewState } from '../api/view-state';
import { DayPipe } from '../ui/day';
import { EmptyNotice } from '../ui/empty-notice';
import { Page } from '../ui/page';
import { useTexts } from '../ui/texts';
import { DUTIES_TEXTS } from './duties-texts';
import { EvidenceRequests } from './evidence-requests';
import { DutyList } from './duty-list';
import { DutyStateMark } from './duty-state-mark';
import { groupDuties, weeksOf, windowOf } from './group-duties';

type Counts = Answer<'listDuties'>['counts']['all'];

/** What is due when, and by which document: what waits for the reader, and the month as calendar and list. */
@Component({
  selector: 'yh-duties',
  imports: [
    RouterLink,
    TranslocoPipe,
    DayPipe,
    EmptyNotice,
    Page,
    DutyList,
    DutyStateMark,
    EvidenceRequests,
    ExportButtons,
  ],
  templateUrl: './duties-page.html',
  styleUrl: './duties-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DutiesPage {
  private readonly view = inject(ViewState);
  private readonly session = inject(Session);
  /** Of the address; the server begins with the month of the data. */
  private readonly asked = computed(() => {
    const month = this.view.query().get('month') ?? '';
    return isYearMonth(month) ? month : null;
  });
  protected readonly source = pageSource('listDuties', () => {
    const [program, month] = [this.view.program(), this.asked()];
    return { query: month ? { program, ...windowOf(month) } : { program } };
  });
  protected readonly month = computed(() => {
    const from = this.source.value()?.from;
    return from ? monthOf(isoDate(from)) : null;
  });
  protected readonly beside = computed(() => {
    const month = this.month();
    return month ? [addMonths(month, -1), addMonths(month, 1)] : [];
  });
  protected readonly groups = computed(() => {
    const { duties = [], rules = [] } = this.source.value() ?? {};
    return groupDuties(duties, rules);
  });
  protected readonly reminders = computed(() => {
    const { reminders = [], rules = [] } = this.source.value() ?? {};
    return groupDuties(reminders, rules);
  });
  protected readonly weeks = computed(() => {
    const month = this.month();
    return month ? weeksOf(month, this.groups()) : [];
  });
  protected readonly sumOf = ({ overdue, dueSoon, asked }: Counts): number => overdue + dueSoon + asked;
  protected readonly waiting = computed(() => {
    const counts = this.source.value()?.counts.all;
    return counts ? this.sumOf(counts) : 0;
  });
  protected readonly managesYears = computed(() => holds(this.session.account(), 'programOfficer'));
  protected readonly selection = this.view.selection;
  protected readonly weekdays = [1, 2, 3, 4, 5, 6, 7];

  constructor() {
    useTexts('duties', DUTIES_TEXTS);
  }
}
