import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { SaidPipe } from '../ui/said';
import type { SplitDesk } from './split-desk';

/** What stands between the settings and a split that can be relied on: refusals, a broken link, a worker that failed. */
@Component({
  selector: 'yh-split-notices',
  imports: [TranslocoPipe, SaidPipe],
  template: `
    @if (desk().brokenLink()) {
      <p class="notice" data-kind="attention" role="alert">
        {{
          'allocations.brokenLink'
            | transloco: { policy: ('allocations.against.' + desk().toldAgainst() | transloco) }
        }}
      </p>
    }
    @if (refusals().length > 0) {
      <section class="notice" data-kind="problem" role="alert">
        <h2>{{ 'allocations.refused' | transloco }}</h2>
        <ul>
          @for (refusal of refusals(); track $index) {
            <li>
              @if (refusal.county; as county) {
                <span lang="zh-CN">{{ county }}</span>{{ 'allocations.colon' | transloco }}
              }
              {{ refusal.detail | said }}
            </li>
          }
        </ul>
        <p>{{ 'allocations.refusedText' | transloco }}</p>
      </section>
    }
    @switch (desk().certainty()) {
      @case ('failed') {
        <section class="notice" data-kind="problem" role="alert">
          <h2>{{ 'allocations.failed' | transloco }}</h2>
          <p>{{ 'allocations.failedText' | transloco }}</p>
          <p>
            <button type="button" class="button" (click)="desk().retry()">
              {{ 'ui.retry' | transloco }}
            </button>
          </p>
        </section>
      }
      @case ('onDemand') {
        <section class="notice">
          <p>{{ 'allocations.onDemand' | transloco }}</p>
          <p>
            <button type="button" class="button" (click)="desk().simulate()">
              {{ 'allocations.simulate' | transloco }}
            </button>
          </p>
        </section>
      }
    }
  `,
  styles: `
    h2 {
      margin-block-end: 4px;
    }
    ul {
      margin: 0 0 8px;
      padding-inline-start: 1.4em;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SplitNotices {
  readonly desk = input.required<SplitDesk>();
  /** A refusal of one county's evidence or bounds names no county itself. */
  protected readonly refusals = computed(() => {
    const question = this.desk().question();
    const names = new Map(question?.counties.map(({ id, name }) => [id, name]));
    const bounds = this.desk().settings().bounds;
    return this.desk()
      .refusals()
      .map(({ pointer, detail }) => {
        const [, evidence] = /^\/evidence\/counties\/(\d+)/.exec(pointer) ?? [];
        const [, bound] = /^(?:\/settings)?\/bounds\/(\d+)/.exec(pointer) ?? [];
        const id =
          evidence !== undefined
            ? question?.evidence?.counties[Number(evidence)]?.county
            : bound !== undefined
              ? bounds[Number(bound)]?.county
              : undefined;
        return { detail, county: id === undefined ? null : (names.get(id) ?? id) };
      });
  });
}
