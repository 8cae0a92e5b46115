import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { NgTemplateOutlet } from '@angular/common';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Answer } from '../api/client';

type Demonstration = NonNullable<Answer<'readSession'>['demonstration']>;
type DemonstrationAccount = Demonstration['accounts'][number];

const OF_A_COUNTY = ['countyOfficer', 'countyApprover', 'countyFinance', 'justiceOffice'];

/** The city's accounts and one county's stand open; the other counties' are the same again and fold away. */
export function splitAccounts(accounts: readonly DemonstrationAccount[]): {
  readonly open: DemonstrationAccount[];
  readonly folded: DemonstrationAccount[];
} {
  const county = (one: DemonstrationAccount) => one.username.split('-')[1] ?? '';
  const first = accounts.find((one) => OF_A_COUNTY.includes(one.role));
  const isOpen = (one: DemonstrationAccount) =>
    !OF_A_COUNTY.includes(one.role) || (first !== undefined && county(one) === county(first));
  return { open: accounts.filter(isOpen), folded: accounts.filter((one) => !isOpen(one)) };
}

@Component({
  selector: 'yh-demonstration-accounts',
  imports: [NgTemplateOutlet, TranslocoPipe],
  template: `
    <ul>
      @for (account of parts().open; track account.username) {
        <ng-container [ngTemplateOutlet]="one" [ngTemplateOutletContext]="{ $implicit: account }" />
      }
    </ul>
    @if (parts().folded.length > 0) {
      <details>
        <summary>{{ 'sign-in.moreCounties' | transloco: { count: parts().folded.length } }}</summary>
        <ul>
          @for (account of parts().folded; track account.username) {
            <ng-container [ngTemplateOutlet]="one" [ngTemplateOutletContext]="{ $implicit: account }" />
          }
        </ul>
      </details>
    }
    <ng-template #one let-account>
      <li>
        <button type="button" class="account" (click)="chosen.emit(account.username)">
          <strong>{{ account.username }}</strong>
          <span>{{ 'ui.role.' + account.role | transloco }}</span>
          <span class="place">{{ account.place }}</span>
        </button>
      </li>
    </ng-template>
  `,
  styles: `
    ul {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(230px, 1fr));
      gap: 8px;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    .account {
      display: grid;
      inline-size: 100%;
      block-size: 100%;
      padding: 8px 12px;
      border: 1px solid var(--line);
      border-radius: 4px;
      background: var(--surface-2);
      color: var(--ink);
      font: inherit;
      font-size: 0.875rem;
      text-align: start;
      cursor: pointer;
    }
    .account:hover {
      border-color: var(--accent);
      background: var(--accent-soft);
    }
    .place {
      color: var(--ink-2);
    }
    summary {
      padding-block: 10px;
      cursor: pointer;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DemonstrationAccounts {
  readonly accounts = input.required<readonly DemonstrationAccount[]>();
  readonly chosen = output<string>();
  protected readonly parts = computed(() => splitAccounts(this.accounts()));
}
