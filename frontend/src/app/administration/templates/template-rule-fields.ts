import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Bilingual } from '@yuheng/shared/domain/bilingual';
import type { YearMonth } from '@yuheng/shared/domain/period/year-month';
import { exampleOfRule } from '@yuheng/shared/domain/sheets/checks/rule-example';
import { takesFigure } from '@yuheng/shared/domain/sheets/checks/sheet-figures';
import { KNOWN_FIGURES } from '@yuheng/shared/domain/sheets/sheet';
import { Language } from '../../ui/language';
import { SaidPipe } from '../../ui/said';
import { fieldOfOther, isPriced, NO_TERM, ruleOfDraft, type RuleDraft, type TermDraft } from './rule-draft';
import { otherWords, ruleWords } from './rule-words';
import { itemOfDraft, type ItemDraft, type OtherSheet } from './template-draft';

type Side = 'left' | 'right';

const valueOf = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value;

/** One rule of a new version: what it compares, whether it stops a sheet, and what the county then reads. */
@Component({
  selector: 'yh-template-rule',
  imports: [TranslocoPipe, SaidPipe],
  templateUrl: './template-rule-fields.html',
  styleUrl: './template-fields.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TemplateRuleFields {
  private readonly language = inject(Language);
  readonly rule = input.required<RuleDraft>();
  readonly number = input.required<number>();
  readonly items = input.required<readonly ItemDraft[]>();
  /** What the other sheets ask: a rule can name their figures too. */
  readonly others = input.required<readonly OtherSheet[]>();
  /** The month that the example speaks of. */
  readonly month = input.required<YearMonth>();
  /** Whether something is wrong with it as it stands: it has no example then. */
  readonly isWrong = input.required<boolean>();
  /** What is to be said of that, once publishing was asked for. */
  readonly problems = input.required<readonly Bilingual[]>();
  /** Made in this version, and open to be written. */
  readonly isNew = input.required<boolean>();
  readonly changed = output<RuleDraft>();
  readonly removed = output();

  protected readonly sides = ['left', 'right'] as const;
  protected readonly months = ['item', 'lastMonth'] as const;
  /** The two items of a rule that is no comparison. */
  protected readonly named = ['item', 'other'] as const;
  protected readonly severities = ['error', 'warning'] as const;
  protected readonly advices = ['adviceZh', 'adviceEn'] as const;
  protected readonly known = KNOWN_FIGURES;
  protected readonly figures = computed(() =>
    this.items().filter(
      ({ answer, unitZh }) =>
        answer === 'count' || answer === 'money' || (answer === 'conclusion' && unitZh.trim() !== ''),
    ),
  );
  protected readonly otherFigures = computed(() =>
    this.others().map(({ kind, items }) => ({
      label: this.language.text('templates.of.other', {
        sheet: this.language.text(`templates.kind.${kind}`),
      }),
      figures: items.filter(takesFigure).map(({ id, name }) => ({
        field: fieldOfOther(kind, id),
        words: otherWords(kind, this.language.say(name), this.language),
      })),
    })),
  );
  protected readonly days = computed(() => this.items().filter(({ answer }) => answer === 'date'));
  private readonly written = computed(() => ruleOfDraft(this.rule(), this.items(), this.others()));
  protected readonly words = computed(() =>
    ruleWords(this.written(), this.items().map(itemOfDraft), this.others(), this.language),
  );
  /** The sentence that a county reads where the rule is broken. */
  protected readonly example = computed<Bilingual | null>(() => {
    if (this.isWrong()) return null;
    const items = this.items().map(itemOfDraft);
    return exampleOfRule(this.written(), items, this.month(), this.others())?.text ?? null;
  });

  protected priced(term: TermDraft): boolean {
    return isPriced(term, this.rule(), this.items(), this.others());
  }

  protected write(field: 'severity' | 'adviceZh' | 'adviceEn' | 'item' | 'other', event: Event): void {
    this.changed.emit({ ...this.rule(), [field]: valueOf(event) });
  }

  protected writeTerm(side: Side, index: number, field: 'of' | 'times' | 'sign', event: Event): void {
    const value = field === 'sign' ? Number(valueOf(event)) : valueOf(event);
    this.terms(side, (terms) => terms.map((term, at) => (at === index ? { ...term, [field]: value } : term)));
  }

  protected addTerm(side: Side): void {
    this.terms(side, (terms) => [...terms, NO_TERM]);
  }

  protected removeTerm(side: Side, index: number): void {
    this.terms(side, (terms) => terms.filter((_, at) => at !== index));
  }

  private terms(side: Side, change: (terms: readonly TermDraft[]) => readonly TermDraft[]): void {
    this.changed.emit({ ...this.rule(), [side]: change(this.rule()[side]) });
  }
}
