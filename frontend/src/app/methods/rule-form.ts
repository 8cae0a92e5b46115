import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MethodDefinition } from '@yuheng/shared/contract/evaluation-methods';
import type { Rule } from '@yuheng/shared/domain/scoring/method';
import { chineseOf, englishOf, textOf } from './text-fields';

/** A rule as a draft has it: every figure a text. */
type DraftRule = NonNullable<MethodDefinition['indicators'][number]['rule']>;
type Kind = DraftRule['kind'];
type Of<K extends Kind> = Extract<DraftRule, { kind: K }>;

const KINDS = [
  'proportional',
  'steps',
  'bands',
  'elements',
  'yesNo',
  'deduction',
  'evaluator',
  'veto',
] as const satisfies readonly Kind[];

/** What a rule begins with when it is chosen; bands are those of 财预〔2020〕10号. */
const BEGINNINGS: { readonly [K in Kind]: Of<K> } = {
  proportional: { kind: 'proportional', target: '100', direction: 'atLeast' },
  steps: {
    kind: 'steps',
    steps: [
      { atLeast: '95', ratio: '1' },
      { atLeast: '85', ratio: '0.8' },
      { atLeast: '60', ratio: '0.6' },
    ],
  },
  bands: {
    kind: 'bands',
    bands: [
      { label: '达成', from: '0.8', to: '1' },
      { label: '部分达成', from: '0.6', to: '0.8' },
      { label: '未达成', from: '0', to: '0.6' },
    ],
  },
  elements: { kind: 'elements', elements: [{ id: 'a', marks: '' }] },
  yesNo: { kind: 'yesNo' },
  deduction: { kind: 'deduction', perOccurrence: '1' },
  evaluator: { kind: 'evaluator', aggregate: 'mean' },
  veto: { kind: 'veto', capTotal: '59.99' },
};

const valueOf = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value.trim();

/** How an indicator is scored: which of the eight rules, and its figures. */
@Component({
  selector: 'yh-rule-form',
  imports: [TranslocoPipe],
  templateUrl: './rule-form.html',
  styleUrl: './rule-form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RuleForm {
  readonly rule = input.required<DraftRule | undefined>();
  readonly changed = output<Rule | undefined>();
  protected readonly kinds = KINDS;
  protected readonly directions = ['atLeast', 'atMost', 'exactly'] as const;
  protected readonly aggregates = ['mean', 'median', 'trimmedMean'] as const;
  protected readonly valueOf = valueOf;
  protected readonly chineseOf = chineseOf;
  protected readonly proportional = computed(() => this.as('proportional'));
  protected readonly steps = computed(() => this.as('steps'));
  protected readonly bands = computed(() => this.as('bands'));
  protected readonly elements = computed(() => this.as('elements'));
  protected readonly deduction = computed(() => this.as('deduction'));
  protected readonly evaluator = computed(() => this.as('evaluator'));
  protected readonly veto = computed(() => this.as('veto'));

  private as<K extends Kind>(kind: K): Of<K> | null {
    const rule = this.rule();
    return rule?.kind === kind ? (rule as Of<K>) : null;
  }

  protected choose(event: Event): void {
    const kind = KINDS.find((one) => one === valueOf(event));
    this.changed.emit(kind && BEGINNINGS[kind]);
  }

  protected set(changes: object): void {
    this.changed.emit({ ...this.rule(), ...changes } as Rule);
  }

  protected setThreshold(event: Event): void {
    const threshold = valueOf(event);
    const { overAchievement: _, ...rest } = this.proportional() ?? BEGINNINGS.proportional;
    this.changed.emit(threshold === '' ? rest : { ...rest, overAchievement: { threshold } });
  }

  protected setFloor(event: Event): void {
    const floor = valueOf(event);
    const { floor: _, ...rest } = this.deduction() ?? BEGINNINGS.deduction;
    this.changed.emit(floor === '' ? rest : { ...rest, floor });
  }

  /** One entry of a list of the rule: `list` is steps, bands or elements. */
  protected setEntry(list: 'steps' | 'bands' | 'elements', at: number, changes: object): void {
    const entries = this.entries(list);
    this.set({ [list]: entries.map((one, index) => (index === at ? { ...one, ...changes } : one)) });
  }

  protected setElementName(at: number, event: Event): void {
    const { name: before, ...rest } = this.elements()?.elements[at] ?? { id: '', marks: '' };
    const name = textOf((event.target as HTMLInputElement).value, englishOf(before));
    const entries = this.entries('elements');
    this.set({
      elements: entries.map((one, index) =>
        index === at ? (name === undefined ? rest : { ...rest, name }) : one,
      ),
    });
  }

  protected add(list: 'steps' | 'bands' | 'elements'): void {
    const entries = this.entries(list);
    const added = {
      steps: { atLeast: '', ratio: '' },
      bands: { label: '', from: '', to: '' },
      elements: { id: this.freeElement(), marks: '' },
    }[list];
    this.set({ [list]: [...entries, added] });
  }

  protected remove(list: 'steps' | 'bands' | 'elements', at: number): void {
    this.set({ [list]: this.entries(list).filter((_, index) => index !== at) });
  }

  private entries(list: 'steps' | 'bands' | 'elements'): readonly object[] {
    return (
      this.steps()?.[list as 'steps'] ??
      this.bands()?.[list as 'bands'] ??
      this.elements()?.[list as 'elements'] ??
      []
    );
  }

  private freeElement(): string {
    const ids = new Set((this.elements()?.elements ?? []).map(({ id }) => id));
    for (let number = ids.size + 1; ; number += 1)
      if (!ids.has(`element${number}`)) return `element${number}`;
  }
}
