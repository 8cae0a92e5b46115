import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { inBothLanguages } from '@yuheng/shared/domain/scoring/method';
import { SaidPipe } from '../../ui/said';
import { shapeOf, type Draft, type Leaf } from './score-draft';

/** The field of one indicator of one county, by the rule of the indicator. Every field that takes the focus is a `data-box`. */
@Component({
  selector: 'yh-score-box',
  imports: [TranslocoPipe, SaidPipe],
  template: `
    @let own = draft();
    @let label = 'score.boxOf' | transloco: { county: county(), indicator: (leaf().name | said) };
    @switch (shape()) {
      @case ('number') {
        <input
          data-box
          type="text"
          inputmode="decimal"
          autocomplete="off"
          class="figures"
          [id]="boxId()"
          [attr.aria-label]="label"
          [attr.aria-invalid]="wrong()"
          [placeholder]="placeholder()"
          [readOnly]="locked()"
          [value]="own.text"
          (input)="change({ text: valueOf($event) })"
        />
      }
      @case ('elements') {
        <fieldset [id]="boxId()" [attr.aria-label]="label">
          @for (element of leaf().rule.elements; track element.id) {
            <label>
              <input
                data-box
                type="checkbox"
                [disabled]="locked()"
                [checked]="own.met.includes(element.id)"
                (change)="toggle(element.id)"
              />
              {{
                'score.element'
                  | transloco: { name: (words(element.name ?? element.id) | said), marks: element.marks }
              }}
            </label>
          }
        </fieldset>
      }
      @default {
        <span class="pair">
          <select
            data-box
            [id]="boxId()"
            [attr.aria-label]="label"
            [attr.aria-invalid]="wrong()"
            [disabled]="locked()"
            (change)="change({ choice: valueOf($event) })"
          >
            <option value="" [selected]="own.choice === ''">{{ 'score.choose' | transloco }}</option>
            @for (choice of choices(); track choice.value) {
              <option [value]="choice.value" [selected]="own.choice === choice.value">
                {{ choice.key | transloco: choice.values }}
              </option>
            }
          </select>
          @if (shape() === 'band') {
            <input
              data-box
              type="text"
              inputmode="decimal"
              autocomplete="off"
              class="figures"
              [attr.aria-label]="
                'score.ratioOf' | transloco: { county: county(), indicator: (leaf().name | said) }
              "
              [readOnly]="locked()"
              [value]="own.text"
              (input)="change({ text: valueOf($event) })"
            />
          }
          @if (shape() === 'veto' && own.choice === 'yes') {
            <input
              data-box
              type="text"
              autocomplete="off"
              maxlength="100"
              [attr.aria-label]="
                'score.documentOf' | transloco: { county: county(), indicator: (leaf().name | said) }
              "
              [readOnly]="locked()"
              [value]="own.documentNumber"
              (input)="change({ documentNumber: valueOf($event) })"
            />
          }
        </span>
      }
    }
  `,
  styles: `
    input[type='text'],
    select {
      min-block-size: 36px;
      padding: 4px 8px;
      border: 1px solid var(--line-strong, var(--line));
      border-radius: 4px;
      background: var(--surface);
      color: var(--ink);
      font: inherit;
    }
    input.figures {
      inline-size: 5.5em;
      text-align: end;
    }
    input[aria-invalid='true'],
    select[aria-invalid='true'] {
      border-color: var(--warning);
    }
    input:read-only {
      background: transparent;
      border-color: transparent;
    }
    fieldset {
      margin: 0;
      padding: 0;
      border: 0;
      text-align: start;
    }
    fieldset label,
    .pair {
      display: flex;
      gap: 6px;
      align-items: center;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ScoreBox {
  readonly boxId = input.required<string>();
  readonly leaf = input.required<Leaf>();
  readonly county = input.required<string>();
  readonly draft = input.required<Draft>();
  readonly locked = input.required<boolean>();
  readonly wrong = input.required<boolean>();
  /** What stands in an empty box: the computed score. */
  readonly placeholder = input('');
  readonly typed = output<Draft>();

  protected readonly shape = computed(() => shapeOf(this.leaf()));
  protected readonly words = inBothLanguages;
  protected readonly choices = computed(() => {
    const { bands = [] } = this.leaf().rule;
    if (this.shape() === 'band')
      return bands.map((band) => ({ value: band.label, key: 'score.band', values: band }));
    const [yes, no] = this.shape() === 'veto' ? ['occurred', 'notOccurred'] : ['yes', 'no'];
    return [
      { value: 'yes', key: `score.${yes}`, values: {} },
      { value: 'no', key: `score.${no}`, values: {} },
    ];
  });

  protected valueOf(event: Event): string {
    return (event.target as HTMLInputElement | HTMLSelectElement).value;
  }

  protected change(change: Partial<Draft>): void {
    this.typed.emit({ ...this.draft(), ...change });
  }

  protected toggle(element: string): void {
    const { met } = this.draft();
    this.change({
      met: met.includes(element) ? met.filter((one) => one !== element) : [...met, element],
    });
  }
}
