import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { DataTable, type Column } from '../../ui/data-table';
import { Language } from '../../ui/language';
import { SaidPipe } from '../../ui/said';
import { ruleWords } from './rule-words';
import { draftOfItem, type OtherSheet, type TemplateItem, type TemplateRule } from './template-draft';

/** A template as its sheet will ask it, in its order, and the rules that check it. */
@Component({
  selector: 'yh-template-preview',
  imports: [TranslocoPipe, DataTable, SaidPipe],
  template: `
    <yh-table [columns]="columns()" [rows]="items()" />
    <h3>{{ 'templates.rules' | transloco: { count: rules().length } }}</h3>
    <ul>
      @for (rule of said(); track rule.id) {
        <li>
          <strong>{{ 'templates.severity.' + rule.severity | transloco }}</strong>
          {{ rule.words }}<small>{{ rule.advice | said }}</small>
        </li>
      } @empty {
        <li>{{ 'templates.noRules' | transloco }}</li>
      }
    </ul>
  `,
  styles: `
    h3 {
      margin-block-start: 18px;
    }
    small {
      display: block;
      color: var(--ink-2);
    }
    li {
      margin-block-end: 6px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TemplatePreview {
  private readonly language = inject(Language);
  readonly items = input.required<readonly TemplateItem[]>();
  readonly rules = input.required<readonly TemplateRule[]>();
  /** What the other sheets ask: a rule can name their figures too. */
  readonly others = input.required<readonly OtherSheet[]>();
  protected readonly said = computed(() =>
    this.rules().map((rule) => ({
      ...rule,
      words: ruleWords(rule, this.items(), this.others(), this.language),
    })),
  );
  protected readonly columns = computed<readonly Column<TemplateItem>[]>(() => {
    const text = (key: string, values = {}) => this.language.text(`templates.${key}`, values);
    return [
      { id: 'name', heading: text('item'), wide: true, text: ({ name }) => this.language.say(name) },
      { id: 'answer', heading: text('answer'), text: (item) => this.answerOf(item) },
      { id: 'range', heading: text('range'), text: (item) => this.rangeOf(item) },
      { id: 'frequency', heading: text('frequency'), text: ({ frequency }) => text(`every.${frequency}`) },
      {
        id: 'required',
        heading: text('required'),
        text: ({ required }) => text(required ? 'yes' : 'no'),
      },
    ];
  });

  private answerOf({ answer, unit }: TemplateItem): string {
    const words = this.language.text(`templates.answers.${answer}`);
    return unit ? `${words} · ${this.language.say(unit)}` : words;
  }

  private rangeOf(item: TemplateItem): string {
    const { minimum, maximum } = draftOfItem(item);
    if (minimum === '' && maximum === '') return '—';
    return `${minimum === '' ? '0' : minimum}–${maximum === '' ? '…' : maximum}`;
  }
}
