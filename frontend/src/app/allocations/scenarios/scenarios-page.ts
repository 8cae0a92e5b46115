import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ScenarioHead } from '@yuheng/shared/contract/allocation-scenarios';
import { pageSource } from '../../api/page-source';
import { ViewState } from '../../api/view-state';
import { Cell, DataTable, type Column } from '../../ui/data-table';
import { EmptyNotice } from '../../ui/empty-notice';
import { Language } from '../../ui/language';
import { MomentPipe } from '../../ui/moment';
import { Page } from '../../ui/page';
import { SaidPipe } from '../../ui/said';
import { useTexts } from '../../ui/texts';
import { AllocationLinks } from '../allocation-links';
import { yearToCome } from '../year-to-come';
import { MOST_COMPARED, readPicked, togglePicked } from './picked-scenarios';
import { SCENARIOS_TEXTS } from './scenarios-texts';

/** 测算方案: what was saved for a year, the newest first; up to four are ticked to be compared, and the address keeps them. */
@Component({
  selector: 'yh-scenarios-page',
  imports: [
    RouterLink,
    TranslocoPipe,
    AllocationLinks,
    Cell,
    DataTable,
    EmptyNotice,
    MomentPipe,
    Page,
    SaidPipe,
  ],
  templateUrl: './scenarios-page.html',
  styleUrls: ['../../ui/form.css', './scenarios.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ScenariosPage {
  private readonly language = inject(Language);
  protected readonly view = inject(ViewState);
  private readonly selection = yearToCome();
  protected readonly source = pageSource('listAllocationScenarios', () => {
    const query = this.selection();
    return query ? { query } : undefined;
  });
  private readonly asked = computed(() => readPicked(this.view.query().get('scenarios')));
  /** Of those that the address names, what is still on the list. */
  protected readonly picked = computed(() => {
    const listed = (this.source.value()?.scenarios ?? []).map(({ id }) => id);
    return this.asked()
      .filter((id) => listed.includes(id))
      .slice(0, MOST_COMPARED);
  });
  protected readonly isFull = computed(() => this.picked().length >= MOST_COMPARED);

  protected readonly columns = computed<readonly Column<ScenarioHead>[]>(() => {
    const heading = (id: string) => this.language.text(`scenarios.${id}`);
    return [
      { id: 'name', heading: heading('name'), wide: true },
      { id: 'pick', heading: heading('pick') },
      { id: 'headline', heading: heading('headline'), wide: true },
      { id: 'moved', heading: heading('moved'), end: true, order: (row) => row.postsMoved },
      { id: 'reduced', heading: heading('reduced'), end: true, order: (row) => row.personsReduced },
      { id: 'policy', heading: heading('policy') },
      { id: 'saved', heading: heading('at'), order: (row) => row.createdAt },
      { id: 'state', heading: heading('state'), wide: true },
    ];
  });

  constructor() {
    useTexts('scenarios', SCENARIOS_TEXTS);
  }

  protected toggle(id: string): void {
    void this.view.change({ scenarios: togglePicked(this.picked(), id) }, true);
  }
}
