import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AllocationProposal } from '@yuheng/shared/domain/allocation/proposing/allocation-proposal';
import { Language } from '../ui/language';
import { SaidPipe } from '../ui/said';
import type { SplitRow } from './split-rows';

/** How often each number of posts came out of the simulations, what is nearest to an edge, and the most sensitive mark. */
@Component({
  selector: 'yh-how-sure',
  imports: [TranslocoPipe, SaidPipe],
  template: `
    <p class="aside">{{ 'allocations.sure.intro' | transloco: { runs: runs() } }}</p>
    <p>
      <strong>{{ 'allocations.sure.nearest' | transloco }}</strong>{{ 'allocations.colon' | transloco }}
      @if (proposal().nearestMark; as mark) {
        <span lang="zh-CN">{{ names().get(mark.county) }}</span> {{ mark.text | said }}
      } @else {
        {{ 'allocations.sure.noNearest' | transloco }}
      }
    </p>
    <table class="data stacking" role="table">
      <thead role="rowgroup">
        <tr role="row">
          @for (heading of ['county', 'word', 'spread', 'edges']; track heading) {
            <th scope="col" role="columnheader">{{ 'allocations.sure.' + heading | transloco }}</th>
          }
        </tr>
      </thead>
      <tbody role="rowgroup">
        @for (row of shown(); track row.county) {
          <tr role="row">
            <th scope="row" role="rowheader" lang="zh-CN">{{ row.name }}</th>
            <td role="cell" [attr.data-label]="'allocations.sure.word' | transloco">
              <div>
                {{ row.certainty.word | said }}
                <small class="block">{{ row.certainty.text | said }}</small>
              </div>
            </td>
            <td role="cell" class="wide" [attr.data-label]="'allocations.sure.spread' | transloco">
              <ul class="bars">
                @for (bar of row.bars; track bar.part) {
                  <li [class.chosen]="bar.isChosen">
                    <span class="part">{{ 'allocations.sure.bar' | transloco: { part: bar.part } }}</span>
                    <span class="track" aria-hidden="true"
                      ><span class="fill" [style.inline-size.%]="bar.percent"></span
                    ></span>
                    <span class="runs">{{ bar.runs }}</span>
                    @if (bar.isChosen) {
                      <span class="visually-hidden">{{ 'allocations.sure.chosen' | transloco }}</span>
                    }
                  </li>
                }
              </ul>
            </td>
            <td role="cell" class="wide" [attr.data-label]="'allocations.sure.edges' | transloco">
              <div>
                @for (edge of row.edges; track $index) {
                  <span class="block">{{ edge.text | said }}</span>
                } @empty {
                  {{ (row.scored ? 'allocations.sure.noEdge' : 'allocations.sure.noScores') | transloco }}
                }
              </div>
            </td>
          </tr>
        }
      </tbody>
    </table>
  `,
  styles: `
    .aside {
      color: var(--ink-2);
      font-size: 0.875rem;
    }
    .block {
      display: block;
    }
    .bars {
      min-inline-size: 13em;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    .bars li {
      display: grid;
      grid-template-columns: 3.4em minmax(4em, 1fr) 3.6em;
      gap: 6px;
      align-items: center;
      font-size: 0.8125rem;
      font-variant-numeric: tabular-nums;
    }
    .part,
    .runs {
      text-align: end;
    }
    .track {
      block-size: 10px;
    }
    .fill {
      display: block;
      block-size: 100%;
      min-inline-size: 1px;
      background: var(--quiet);
    }
    .chosen {
      font-weight: 600;
    }
    .chosen .fill {
      background: var(--accent);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HowSure {
  private readonly language = inject(Language);
  readonly proposal = input.required<AllocationProposal>();
  readonly rows = input.required<readonly SplitRow[]>();

  protected readonly names = computed(() => new Map(this.rows().map(({ county, name }) => [county, name])));
  protected readonly runs = computed(() => {
    const runs = this.proposal().counties.find(({ certainty }) => certainty)?.certainty?.runs ?? 0;
    return runs.toLocaleString(this.language.current());
  });
  protected readonly shown = computed(() =>
    this.rows().flatMap(({ county, name, proposed }) => {
      if (!proposed?.certainty) return [];
      const { certainty, edges, part, score } = proposed;
      return [
        {
          county,
          name,
          certainty,
          scored: score !== null,
          edges: [edges?.more, edges?.fewer].filter((edge) => edge !== null && edge !== undefined),
          bars: certainty.distribution.map((one) => ({
            ...one,
            percent: (one.runs * 100) / Math.max(1, certainty.runs),
            isChosen: one.part === part,
          })),
        },
      ];
    }),
  );
}
