import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { howSureInWords } from '@yuheng/shared/domain/allocation/meeting/meeting-sentences';
import { ViewState } from '../../api/view-state';
import { EmptyNotice } from '../../ui/empty-notice';
import { MoneyPipe } from '../../ui/money';
import { Page } from '../../ui/page';
import { SaidPipe } from '../../ui/said';
import { useTexts } from '../../ui/texts';
import { UnitPipe } from '../../ui/unit';
import { AllocationLinks } from '../allocation-links';
import { compareCounties, compareSettings, postsMoved, sumOfCells } from './compare-rows';
import { comparedSource } from './compare-source';
import { MOST_COMPARED, readPicked } from './picked-scenarios';
import { printSigned } from './print-signed';
import { SCENARIOS_TEXTS } from './scenarios-texts';

/**
 * Up to four scenarios beside 维持现行分配, which is always the first column. On a phone one scenario stands beside it at a
 * time, chosen by a switch.
 */
@Component({
  selector: 'yh-compare-page',
  imports: [
    NgTemplateOutlet,
    RouterLink,
    TranslocoPipe,
    AllocationLinks,
    EmptyNotice,
    MoneyPipe,
    Page,
    SaidPipe,
    UnitPipe,
  ],
  templateUrl: './compare-page.html',
  styleUrls: ['./scenarios.css', './compare.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ComparePage {
  protected readonly view = inject(ViewState);
  private readonly asked = computed(() => readPicked(this.view.query().get('scenarios')));
  protected readonly isTooMany = computed(() => this.asked().length > MOST_COMPARED);
  private readonly ids = computed(() => this.asked().slice(0, MOST_COMPARED), {
    equal: (a, b) => a.join() === b.join(),
  });
  protected readonly source = comparedSource(this.ids);
  /** Of one program and year only: of others neither the pool nor the split in force is the same. */
  protected readonly scenarios = computed(() => {
    const all = this.source.value()?.scenarios ?? [];
    const [first] = all;
    return all.filter((one) => one.year === first?.year && one.program === first?.program);
  });
  protected readonly otherYear = computed(
    () => (this.source.value()?.scenarios.length ?? 0) - this.scenarios().length,
  );
  protected readonly rows = computed(() => compareCounties(this.scenarios()));
  protected readonly settings = computed(() => compareSettings(this.scenarios()));
  protected readonly keepSum = computed(() => sumOfCells(this.rows(), null));
  protected readonly sums = computed(() =>
    this.scenarios().map((_, column) => sumOfCells(this.rows(), column)),
  );
  /** The scenario that a phone shows. */
  protected readonly shown = signal(0);
  protected readonly print = printSigned;
  protected readonly moved = postsMoved;
  protected readonly sure = howSureInWords;

  constructor() {
    useTexts('scenarios', SCENARIOS_TEXTS);
  }

  protected show(event: Event): void {
    this.shown.set(Number((event.target as HTMLSelectElement).value));
  }
}
