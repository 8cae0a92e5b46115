import {
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  output,
} from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MethodDraft } from '@yuheng/shared/contract/evaluation-methods';
import { METRICS } from '@yuheng/shared/domain/metrics/catalogue';
import type { Rule } from '@yuheng/shared/domain/scoring/method';
import type { MethodFinding } from '@yuheng/shared/domain/scoring/method-checks/method-check';
import { Language } from '../ui/language';
import { SaidPipe } from '../ui/said';
import { RuleExample } from './rule-example-box';
import { RuleForm } from './rule-form';
import { chineseOf, englishOf, textOf } from './text-fields';
import type { Indicator } from './tree-edits';

type TextKey = 'name' | 'unit' | 'criteria';
/** `key`: which field it is of, so that typing on in it is one step back. */
interface Changed {
  readonly to: Indicator;
  readonly key: string;
}

const SOURCES = ['metric', 'inspection', 'selfReport', 'evaluator'] as const;
const OFFICES = ['city', 'countyFinance', 'countyJustice', 'thirdParty'] as const;

/** Everything of one indicator: its texts, where its figure comes from, who answers for it, its rule and what is wrong. */
@Component({
  selector: 'yh-indicator-form',
  imports: [TranslocoPipe, SaidPipe, RuleExample, RuleForm],
  templateUrl: './indicator-form.html',
  styleUrl: './indicator-form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class IndicatorForm {
  private readonly language = inject(Language);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly indicator = input.required<Indicator>();
  readonly isLeaf = input.required<boolean>();
  /** Of this indicator alone. */
  readonly findings = input.required<readonly MethodFinding[]>();
  readonly items = input.required<MethodDraft['inspectionItems']>();
  /** Ids that other indicators have: each is of one. */
  readonly taken = input.required<ReadonlySet<string>>();
  readonly decimals = input.required<number>();
  readonly changed = output<Changed>();

  protected readonly sources = SOURCES;
  protected readonly offices = OFFICES;
  protected readonly chineseOf = chineseOf;
  protected readonly englishOf = englishOf;
  protected readonly metrics = computed(() =>
    Object.values(METRICS).map(({ definition }) => ({
      code: definition.code as string,
      name: this.language.say(definition.name),
      formula: this.language.say(definition.formula),
    })),
  );
  protected readonly metric = computed(
    () => this.metrics().find(({ code }) => code === this.indicator().id) ?? null,
  );

  protected text(key: TextKey, language: 'zh' | 'en', event: Event): void {
    const typed = (event.target as HTMLInputElement | HTMLTextAreaElement).value;
    const before = this.indicator()[key];
    const text = language === 'zh' ? textOf(typed, englishOf(before)) : textOf(chineseOf(before), typed);
    const { [key]: _, ...rest } = this.indicator();
    this.emit(text === undefined ? rest : { ...rest, [key]: text }, `${key}.${language}`);
  }

  protected source(event: Event): void {
    const source = SOURCES.find((one) => one === (event.target as HTMLSelectElement).value);
    const { source: _, inspectionItem, ...rest } = this.indicator();
    const item = source === 'inspection' && inspectionItem !== undefined ? { inspectionItem } : {};
    this.emit({ ...rest, ...(source ? { source } : {}), ...item }, 'source');
  }

  /** What a metric is known by is its code: the indicator takes it as its id. */
  protected chooseMetric(event: Event): void {
    const code = (event.target as HTMLSelectElement).value;
    const metric = Object.values(METRICS).find(({ definition }) => definition.code === code)?.definition;
    if (!metric) return;
    const one = this.indicator();
    this.emit(
      {
        ...one,
        id: code,
        name: one.name ?? metric.name,
        criteria: one.criteria ?? metric.formula,
        ...(metric.unit === 'percent' && one.unit === undefined ? { unit: '%' } : {}),
        responsible: one.responsible ?? metric.responsible,
      },
      'metric',
    );
  }

  protected item(event: Event): void {
    const inspectionItem = (event.target as HTMLSelectElement).value;
    const { inspectionItem: _, ...rest } = this.indicator();
    this.emit(inspectionItem === '' ? rest : { ...rest, inspectionItem }, 'item');
  }

  protected office(event: Event): void {
    const responsible = OFFICES.find((one) => one === (event.target as HTMLSelectElement).value);
    const { responsible: _, ...rest } = this.indicator();
    this.emit(responsible ? { ...rest, responsible } : rest, 'responsible');
  }

  protected rule(rule: Rule | undefined): void {
    const { rule: _, ...rest } = this.indicator();
    this.emit(rule ? { ...rest, rule: rule as Indicator['rule'] } : rest, `rule.${rule?.kind ?? ''}`);
  }

  /** Enter in the tree leads here. */
  focusName(): void {
    this.host.nativeElement.querySelector<HTMLElement>('#indicator-name')?.focus();
  }

  private emit(to: Indicator, key: string): void {
    this.changed.emit({ to, key: `${this.indicator().id}.${key}` });
  }
}
