import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Overview } from '@yuheng/shared/contract/overview';
import { InnerLink } from '../ui/inner-link';
import { SaidPipe } from '../ui/said';

/** 需要您办: what waits, at which unit, how many days past its day, who is in charge, and the way to where it is done. */
@Component({
  selector: 'yh-needs-you',
  imports: [TranslocoPipe, InnerLink, SaidPipe],
  template: `
    @if (items().length === 0) {
      <p class="nothing">
        {{ (ofCounty() ? 'overview.nothingOfCounty' : 'overview.nothingNeeded') | transloco }}
      </p>
    } @else {
      <ul>
        @for (item of items(); track $index) {
          <li [class.overdue]="item.overdue > 0">
            @if (item.units.length === 0) {
              @if (item.link; as link) {
                <a [yhLink]="link">{{ item.text | said }}</a>
              } @else {
                {{ item.text | said }}
              }
            } @else {
              <span class="what">{{ item.text | said }}</span>
              <ul class="units">
                @for (unit of item.units; track unit.county) {
                  <li>
                    <span lang="zh-CN">{{ unit.unit }}</span>
                    @if (item.units.length > 1) {
                      <small>{{ 'overview.unitCount' | transloco: { count: unit.count } }}</small>
                    }
                    @if (unit.daysPast !== null) {
                      <strong class="past">{{
                        'overview.daysPast' | transloco: { days: unit.daysPast }
                      }}</strong>
                    }
                    @if (unit.person) {
                      <small
                        >{{ 'overview.inCharge' | transloco }}
                        <span lang="zh-CN">{{ unit.person }}</span></small
                      >
                    }
                    <a class="screen-only" [yhLink]="unit.link"
                      >{{ 'overview.goThere' | transloco
                      }}<span class="visually-hidden" lang="zh-CN"> {{ unit.unit }}</span></a
                    >
                  </li>
                }
              </ul>
            }
          </li>
        }
      </ul>
    }
  `,
  styles: `
    ul {
      display: grid;
      gap: 8px;
      margin: 0;
      padding-inline-start: 18px;
    }
    .nothing {
      margin: 0;
      color: var(--ink-2);
    }
    .overdue::marker,
    .past {
      color: var(--warning);
    }
    .units {
      gap: 2px;
      padding-inline-start: 0;
      list-style: none;
    }
    .units li {
      display: flex;
      flex-wrap: wrap;
      gap: 0 10px;
      align-items: baseline;
    }
    .past {
      font-size: 0.875rem;
    }
    .units a {
      margin-inline-start: auto;
      padding-block: 2px;
      font-size: 0.9375rem;
    }
    @media (max-width: 760px) {
      .units a {
        padding-block: 10px;
      }
    }
    @media print {
      ul {
        gap: 1px;
      }
      /* On one A4 the unit, its days and its person stand behind what waits. */
      .units,
      .units li {
        display: inline;
        padding: 0;
      }
      .units::before {
        content: '：';
      }
      .units li + li::before {
        content: '；';
      }
      .units > li > * {
        margin-inline-end: 4px;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NeedsYou {
  readonly items = input.required<readonly Overview['needsYou'][number][]>();
  /** Only what concerns one county is shown. */
  readonly ofCounty = input(false);
}
