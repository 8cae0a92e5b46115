import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { pageSource } from '../../api/page-source';
import { SaidPipe } from '../../ui/said';
import { useTexts } from '../../ui/texts';
import { FIELDWORK_TEXTS } from './fieldwork-texts';

/**
 * What fieldwork says of one indicator of a county, beside the box in which it is marked; what is of no single indicator
 * stands behind a fold. `<yh-fieldwork-facts [round]="…" [county]="…" [indicator]="…" />`
 */
@Component({
  selector: 'yh-fieldwork-facts',
  imports: [RouterLink, SaidPipe, TranslocoPipe],
  template: `
    @if (source.value()) {
      @for (fact of own(); track $index) {
        <p>
          {{ fact.text | said }}
          @if (fact.words) {
            <span lang="zh-CN">{{ fact.words }}</span>
          }
        </p>
      }
      @if (others().length > 0) {
        <details>
          <summary>{{ 'fieldwork.facts.others' | transloco: { count: others().length } }}</summary>
          @for (fact of others(); track $index) {
            <p>
              {{ fact.text | said }}
              @if (fact.words) {
                <span lang="zh-CN">{{ fact.words }}</span>
              }
            </p>
          }
        </details>
      }
      <p>
        <a [routerLink]="['/evaluations', round(), 'fieldwork']" [queryParams]="{ county: county() }">{{
          'fieldwork.title' | transloco
        }}</a>
      </p>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FieldworkFactList {
  readonly round = input.required<string>();
  readonly county = input.required<string>();
  readonly indicator = input.required<string>();
  protected readonly source = pageSource('readFieldworkFacts', () => ({
    params: { round: this.round(), county: this.county() },
  }));
  private readonly facts = computed(() => this.source.value()?.facts ?? []);
  protected readonly own = computed(() =>
    this.facts().filter(({ indicator }) => indicator === this.indicator()),
  );
  protected readonly others = computed(() => this.facts().filter(({ indicator }) => indicator === null));

  constructor() {
    useTexts('fieldwork', FIELDWORK_TEXTS);
  }
}
