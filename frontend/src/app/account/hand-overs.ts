import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AccountDetails } from '../api/own-account';
import { formatDay } from '../ui/day';
import { InnerLink } from '../ui/inner-link';
import { Language } from '../ui/language';
import { MomentPipe } from '../ui/moment';

type HandOver = AccountDetails['handOvers'][number];
type Pending = HandOver['pending'][number];

/** Where a pending thing is done. */
export function linkTo({ kind, program, county, month }: Pending): string {
  if (kind === 'assignment') return '/evaluations';
  const query = new URLSearchParams({
    ...(program ? { program } : {}),
    ...(month ? { year: month.slice(0, 4) } : {}),
  });
  const explain = kind === 'inspection' && month ? `&explain=inspection:${county}:${month}` : '';
  return `/counties/${county}?${query}${explain}`;
}

/** What a predecessor handed over (换人交接), each with its place in the program. */
@Component({
  selector: 'yh-hand-overs',
  imports: [TranslocoPipe, InnerLink, MomentPipe],
  template: `
    <section aria-labelledby="hand-overs-heading">
      <h2 id="hand-overs-heading">{{ 'account.handOvers.title' | transloco }}</h2>
      @for (one of listed(); track one.at) {
        <p>{{ 'account.handOvers.from' | transloco: { from: one.from, at: (one.at | moment) } }}</p>
        <p>{{ 'account.handOvers.reason' | transloco: { reason: one.reason } }}</p>
        @if (one.items.length > 0) {
          <p>{{ 'account.handOvers.pending' | transloco: { count: one.items.length } }}</p>
          <ul>
            @for (item of one.items; track $index) {
              <li>
                <a [yhLink]="item.link">{{ item.text }}</a>
              </li>
            }
          </ul>
        } @else {
          <p>{{ 'account.handOvers.nothing' | transloco }}</p>
        }
      } @empty {
        <p>{{ 'account.handOvers.none' | transloco }}</p>
      }
    </section>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HandOvers {
  private readonly language = inject(Language);
  readonly handOvers = input.required<readonly HandOver[]>();

  protected readonly listed = computed(() =>
    this.handOvers().map((one) => ({
      ...one,
      items: one.pending.map((item) => ({ text: this.textOf(item), link: linkTo(item) })),
    })),
  );

  private textOf({ kind, name, month, item }: Pending): string {
    const key = kind === 'finding' && item === undefined ? 'findingPlain' : kind;
    const when = month === undefined ? '' : formatDay(month, this.language.current());
    return this.language.text(`account.handOvers.${key}`, { name, month: when, item });
  }
}
