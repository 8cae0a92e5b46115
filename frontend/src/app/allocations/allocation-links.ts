import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { ViewState } from '../api/view-state';
import { texts, useTexts } from '../ui/texts';

const ALLOCATION_LINKS_TEXTS = texts(
  {
    label: '资金分配',
    compute: '测算',
    scenarios: '测算方案',
    decisions: '集体研究与印发',
    history: '历年分配',
  },
  {
    label: 'Allocation',
    compute: 'Compute',
    scenarios: 'Scenarios',
    decisions: 'Decisions',
    history: 'Earlier years',
  },
);

/** The pages of the allocation, from one to the other within the same program and year. */
@Component({
  selector: 'yh-allocation-links',
  imports: [RouterLink, RouterLinkActive, TranslocoPipe],
  template: `
    <nav class="screen-only" [attr.aria-label]="'allocationLinks.label' | transloco">
      @for (page of pages; track page.id) {
        <a
          [routerLink]="page.path"
          [queryParams]="selection()"
          routerLinkActive="here"
          ariaCurrentWhenActive="page"
          [routerLinkActiveOptions]="page.options"
          >{{ 'allocationLinks.' + page.id | transloco }}</a
        >
      }
    </nav>
  `,
  styles: `
    nav {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 20px;
      margin-block-end: 12px;
    }
    a {
      padding-block: 6px;
    }
    .here {
      color: inherit;
      font-weight: 600;
      text-decoration: none;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AllocationLinks {
  private readonly view = inject(ViewState);
  protected readonly selection = computed(() => this.view.selection());
  private readonly below = options('subset');
  protected readonly pages = [
    { id: 'compute', path: '/allocations', options: options('exact') },
    { id: 'scenarios', path: '/allocations/scenarios', options: this.below },
    { id: 'decisions', path: '/allocations/decisions', options: this.below },
    { id: 'history', path: '/allocations/history', options: this.below },
  ];

  constructor() {
    useTexts('allocationLinks', ALLOCATION_LINKS_TEXTS);
  }
}

function options(paths: 'exact' | 'subset') {
  return { paths, queryParams: 'ignored', fragment: 'ignored', matrixParams: 'ignored' } as const;
}
