import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Rule } from '@yuheng/shared/domain/scoring/method';
import { Language } from '../ui/language';
import { SaidPipe } from '../ui/said';
import { exampleOf, SAMPLE, usualFigure, type Sample } from './rule-example';
import { chineseOf } from './text-fields';
import type { Indicator } from './tree-edits';

/** What the rule gives for a figure that the reader tries: computed by the engine in the browser, as it is in a round. */
@Component({
  selector: 'yh-rule-example',
  imports: [TranslocoPipe, SaidPipe],
  template: `
    @if (indicator().rule; as rule) {
      <div class="example">
        <h3>{{ 'methods.example.title' | transloco }}</h3>
        @if (rule.kind === 'elements') {
          @for (element of rule.elements; track element.id) {
            <label class="check">
              <input
                type="checkbox"
                [checked]="sample().met.includes(element.id)"
                (change)="meet(element.id, $event)"
              />
              <span lang="zh-CN">{{ chineseOf(element.name) || element.id }}</span>
            </label>
          }
        } @else if (rule.kind === 'yesNo' || rule.kind === 'veto') {
          <label class="check">
            <input type="checkbox" [checked]="sample().yes" (change)="answer($event)" />
            <span>{{ 'methods.example.' + rule.kind | transloco }}</span>
          </label>
        } @else {
          <div class="fields">
            <label>
              <span>{{ 'methods.example.' + rule.kind | transloco }}</span>
              <input inputmode="decimal" [value]="sample().figure" (input)="type('figure', $event)" />
            </label>
            @if (rule.kind === 'proportional' && rule.target === 'goal') {
              <label>
                <span>{{ 'methods.example.goal' | transloco }}</span>
                <input inputmode="decimal" [value]="sample().target" (input)="type('target', $event)" />
              </label>
            }
          </div>
        }
        <p role="status" class="outcome">
          @if (example(); as one) {
            @if (one.ok) {
              <strong>{{ sentence() }}</strong>
              @if (one.expression) {
                <small>{{ one.label | said }}：{{ one.expression }}</small>
              }
            } @else {
              {{ one.refusals[0]?.detail | said }}
            }
          } @else {
            {{ 'methods.example.notYet' | transloco }}
          }
        </p>
      </div>
    }
  `,
  styles: `
    @import './fields.css';
    .example {
      margin-block: 10px;
      padding: 8px 12px;
      border: 1px dashed var(--line);
      border-radius: 6px;
      background: var(--surface-2);
    }
    h3 {
      margin: 0;
      color: var(--ink-2);
      font-size: 0.875rem;
    }
    .check {
      display: flex;
      gap: 8px;
      align-items: center;
      min-block-size: 32px;
    }
    .check > span {
      color: var(--ink);
      font-size: 0.9375rem;
    }
    .outcome {
      margin: 6px 0 0;
      font-variant-numeric: tabular-nums;
    }
    .outcome small {
      display: block;
      color: var(--ink-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RuleExample {
  private readonly language = inject(Language);
  readonly indicator = input.required<Indicator>();
  readonly decimals = input.required<number>();
  protected readonly chineseOf = chineseOf;

  /** Another indicator or another kind of rule begins with figures of its own. */
  private readonly beginsWith = computed(() => `${this.indicator().id}/${this.indicator().rule?.kind ?? ''}`);
  protected readonly sample = linkedSignal<string, Sample>({
    source: this.beginsWith,
    computation: () => {
      const { rule, marks } = this.indicator();
      const met = rule?.kind === 'elements' ? rule.elements.slice(0, 1).map(({ id }) => id) : [];
      const figure = rule ? usualFigure(rule as Rule, marks ?? '') : '';
      return { ...SAMPLE, figure, target: '95', met, yes: rule?.kind !== 'veto' };
    },
  });
  protected readonly example = computed(() => exampleOf(this.indicator(), this.sample(), this.decimals()));
  protected readonly sentence = computed(() => {
    const [example, { rule }] = [this.example(), this.indicator()];
    if (!example?.ok || !rule) return '';
    const { figure, met, yes } = this.sample();
    const values = { figure, score: example.score, marks: example.marks, count: met.length };
    if (rule.kind === 'veto') {
      const key = yes ? 'vetoed' : 'notVetoed';
      return this.language.text(`methods.example.${key}`, { cap: rule.capTotal });
    }
    const key = rule.kind === 'yesNo' ? (yes ? 'met' : 'notMet') : `gives.${rule.kind}`;
    return this.language.text(`methods.example.${key}`, values);
  });

  protected type(key: 'figure' | 'target', event: Event): void {
    const typed = (event.target as HTMLInputElement).value.trim();
    this.sample.update((sample) => ({ ...sample, [key]: typed }));
  }

  protected answer(event: Event): void {
    const yes = (event.target as HTMLInputElement).checked;
    this.sample.update((sample) => ({ ...sample, yes }));
  }

  protected meet(id: string, event: Event): void {
    const met = (event.target as HTMLInputElement).checked;
    this.sample.update((sample) => ({
      ...sample,
      met: met ? [...sample.met, id] : sample.met.filter((one) => one !== id),
    }));
  }
}
