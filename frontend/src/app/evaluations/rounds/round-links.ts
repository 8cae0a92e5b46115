import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { EvaluationRoundRecord } from '@yuheng/shared/contract/evaluation-rounds';
import type { Role } from '@yuheng/shared/contract/roles';
import { holds } from '../../api/has-role';
import { Session } from '../../api/session';

const BUREAUS: readonly Role[] = ['leader', 'programOfficer', 'inspector', 'finance'];
const COUNTIES: readonly Role[] = ['countyOfficer', 'countyApprover', 'countyFinance'];

/** The pages of a round in the order of its steps, with who reads each. */
const PAGES: readonly { readonly id: string; readonly roles: readonly Role[] }[] = [
  {
    id: 'fieldwork',
    roles: [...BUREAUS, 'countyOfficer', 'countyApprover', 'evaluator', 'leadEvaluator'],
  },
  { id: 'score', roles: ['evaluator', 'leadEvaluator'] },
  { id: 'agreement', roles: ['leader', 'programOfficer', 'finance', 'leadEvaluator'] },
  { id: 'replies', roles: [...BUREAUS, ...COUNTIES, 'leadEvaluator'] },
  { id: 'results', roles: [...BUREAUS, ...COUNTIES, 'leadEvaluator'] },
];

/** The ways from a round to its other pages, as far as the reader may go. */
@Component({
  selector: 'yh-round-links',
  imports: [RouterLink, TranslocoPipe],
  template: `
    <nav class="ways" [attr.aria-label]="'rounds.links' | transloco">
      <a routerLink="/evaluations" queryParamsHandling="preserve">{{ 'rounds.title' | transloco }}</a>
      @for (page of pages(); track page.id) {
        <a [routerLink]="['/evaluations', round().id, page.id]" queryParamsHandling="preserve">{{
          'rounds.page.' + page.id | transloco
        }}</a>
      }
    </nav>
  `,
  styleUrl: './rounds.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RoundLinks {
  private readonly session = inject(Session);
  readonly round = input.required<EvaluationRoundRecord>();
  protected readonly pages = computed(() =>
    this.round().kind === 'selfEvaluation'
      ? []
      : PAGES.filter(({ roles }) => holds(this.session.account(), ...roles)),
  );
}
