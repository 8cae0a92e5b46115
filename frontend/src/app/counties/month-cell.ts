import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CountyMonth } from '@yuheng/shared/contract/counties';
import { reading } from '../charts/reading';
import { LightMark } from '../ui/light-mark';
import { MoneyPipe } from '../ui/money';
import { ValueStateMark } from '../ui/value-state-mark';
import { isGathered, percentOf, shortDay, shortMonth } from './month-words';

/** What a month's column of the calendar shows: figures with a bar each, words only where something is not as usual. */
@Component({
  selector: 'yh-month-cell',
  imports: [TranslocoPipe, LightMark, MoneyPipe, ValueStateMark],
  templateUrl: './month-cell.html',
  styleUrl: './month-cell.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MonthCell {
  private readonly reading = reading();
  readonly month = input.required<CountyMonth>();
  protected readonly gathered = computed(() => isGathered(this.month()));
  protected readonly look = computed(() => this.reading().look);
  protected readonly name = computed(() => shortMonth(this.month().month, this.reading()));
  protected readonly day = shortDay;
  protected readonly percent = percentOf;
  protected readonly onPost = computed(() => {
    const { personsOnPost, posts } = this.month().wages;
    return posts === null ? String(personsOnPost) : `${personsOnPost}/${posts}`;
  });
  protected readonly checked = computed(() => {
    const { passed, failed } = this.month().inspection;
    return passed + failed > 0 ? { passed, failed, all: passed + failed } : null;
  });
}
