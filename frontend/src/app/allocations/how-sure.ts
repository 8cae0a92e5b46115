import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { certaintyInWords } from '@yuheng/shared/domain/allocation/proposing/certainty-in-words';
import type {
  AllocationProposal,
  ProposedCertainty,
  ProposedCounty,
} from '@yuheng/shared/domain/allocation/proposing/allocation-proposal';
import type { DecimalText } from '@yuheng/shared/domain/allocation/settings/allocation-settings';
import { Language } from '../ui/language';
import { SaidPipe } from '../ui/said';
import { MarkMoves } from './mark-moves';
import type { SplitRow } from './split-rows';

interface Bar {
  readonly part: number;
  readonly runs: number;
  readonly percent: number;
  /** The number that the line comes to, after 有把握才调整. */
  readonly isChosen: boolean;
  readonly mark: 'kept' | 'computed' | 'keptAndComputed' | null;
}

/** A bar a number of posts; 维持 and 测算值 have theirs even where no simulation came out there. */
function barsOf(
  { part, keptPart, proposedPart }: ProposedCounty,
  { distribution, runs: all }: ProposedCertainty,
): readonly Bar[] {
  const runsOf = new Map(distribution.map((one) => [one.part, one.runs]));
  const parts = [...new Set([...runsOf.keys(), keptPart, proposedPart])].sort((a, b) => a - b);
  return parts.map((one) => {
    const runs = runsOf.get(one) ?? 0;
    const mark =
      one === keptPart && one === proposedPart
        ? 'keptAndComputed'
        : one === keptPart
          ? 'kept'
          : one === proposedPart
            ? 'computed'
            : null;
    return { part: one, runs, percent: (runs * 100) / Math.max(1, all), isChosen: one === part, mark };
  });
}

/** How often each number of posts came out of the simulations, what is nearest to an edge, and the most sensitive mark. */
@Component({
  selector: 'yh-how-sure',
  imports: [TranslocoPipe, MarkMoves, SaidPipe],
  template: `
    <p class="aside">{{ 'allocations.sure.intro' | transloco: { runs: runs() } }}</p>
    <p>
      <strong>{{ 'allocations.sure.nearest' | transloco }}</strong>{{ 'allocations.colon' | transloco }}
      @if (proposal().nearestMark; as mark) {
        <span lang="zh-CN">{{ names().get(mark.county) }}</span>{{ mark.text | said }}
        <yh-mark-moves [moves]="mark.moves" [names]="names()" />
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
                {{ row.words | said }}
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
                    @if (bar.mark; as mark) {
                      <span class="mark">{{ 'allocations.sure.' + mark | transloco }}</span>
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
    .mark {
      grid-column: 2 / -1;
      white-space: normal;
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
  /** Of the settings under which it was proposed: so much certainty a change needs. */
  readonly threshold = input.required<DecimalText>();

  protected readonly names = computed(() => new Map(this.rows().map(({ county, name }) => [county, name])));
  protected readonly runs = computed(() => {
    const runs = this.proposal().counties.find(({ certainty }) => certainty)?.certainty?.runs ?? 0;
    return runs.toLocaleString(this.language.current());
  });
  protected readonly shown = computed(() =>
    this.rows().flatMap(({ county, name, proposed }) => {
      if (!proposed?.certainty) return [];
      const { certainty, edges, score } = proposed;
      return [
        {
          county,
          name,
          certainty,
          words: certaintyInWords(proposed, this.threshold()) ?? certainty.word,
          scored: score !== null,
          edges: [edges?.more, edges?.fewer].filter((edge) => edge !== null && edge !== undefined),
          bars: barsOf(proposed, certainty),
        },
      ];
    }),
  );
}
