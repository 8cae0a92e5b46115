import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { alikeCounties } from '@yuheng/shared/domain/allocation/explaining/alike-counties';
import { FACTOR_NAMES } from '@yuheng/shared/domain/allocation/settings/factor-names';
import { Language } from '../../ui/language';
import { listInWords } from '../../ui/list-in-words';
import { printSigned } from '../scenarios/print-signed';
import type { SplitDesk } from '../split-desk';
import { splitRows } from '../split-rows';

/** How many counties stand beside the one that is looked at. */
const ALIKE = 3;

/** 条件最接近的县（市、区）: what counties with nearly the same workload have and would have, in official order. */
@Component({
  selector: 'yh-alike-table',
  imports: [RouterLink, TranslocoPipe],
  template: `
    <p class="aside">{{ 'allocation-why.alike.by' | transloco: { factors: factors() } }}</p>
    <table class="data stacking" role="table">
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">{{ 'allocation-why.alike.county' | transloco }}</th>
          <th scope="col" role="columnheader" class="end">{{ 'allocation-why.alike.last' | transloco }}</th>
          <th scope="col" role="columnheader" class="end">{{ 'allocation-why.alike.part' | transloco }}</th>
          <th scope="col" role="columnheader" class="end">{{ 'allocation-why.alike.change' | transloco }}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        @for (row of rows(); track row.county) {
          <tr role="row">
            <th scope="row" role="rowheader">
              @if (row.county === county()) {
                <span lang="zh-CN">{{ row.name }}</span>
              } @else {
                <a
                  lang="zh-CN"
                  [routerLink]="['/allocations/why', row.county]"
                  [queryParams]="desk().carried()"
                  >{{ row.name }}</a
                >
              }
            </th>
            <td role="cell" class="end" [attr.data-label]="'allocation-why.alike.last' | transloco">
              {{ row.lastPosts ?? '—' }}
            </td>
            <td role="cell" class="end" [attr.data-label]="'allocation-why.alike.part' | transloco">
              {{ row.proposed?.part ?? '—' }}
            </td>
            <td role="cell" class="end" [attr.data-label]="'allocation-why.alike.change' | transloco">
              {{ row.proposed ? print(row.proposed.change) : '—' }}
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
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AlikeTable {
  private readonly language = inject(Language);
  readonly desk = input.required<SplitDesk>();
  readonly county = input.required<string>();
  protected readonly print = printSigned;

  private readonly alike = computed(() => {
    const evidence = this.desk().evidence();
    if (!evidence?.counties.some(({ county }) => county === this.county())) return null;
    return alikeCounties(evidence, this.desk().settings().window, { county: this.county(), count: ALIKE });
  });
  protected readonly factors = computed(() =>
    listInWords(
      (this.alike()?.factors ?? []).map((factor) => this.language.say(FACTOR_NAMES[factor])),
      this.language.current(),
    ),
  );
  protected readonly rows = computed(() => {
    const question = this.desk().question();
    const shown = new Set([this.county(), ...(this.alike()?.counties ?? [])]);
    return question
      ? splitRows(question, this.desk().proposal()).filter(({ county }) => shown.has(county))
      : [];
  });
}
