import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MethodDefinition } from '@yuheng/shared/contract/evaluation-methods';
import type { Content } from './method-desk';

type Changed = Partial<Content> & { readonly key: string };

/** What a method says of itself as a whole: its name, what it rests on, its total, and how scores are printed. */
@Component({
  selector: 'yh-method-head',
  imports: [TranslocoPipe],
  template: `
    @let one = content();
    <label class="wide">
      <span>{{ 'methods.head.name' | transloco }}</span>
      <input
        id="method-name"
        lang="zh-CN"
        maxlength="200"
        [value]="one.name.zh"
        (input)="name('zh', $event)"
      />
    </label>
    <label class="wide">
      <span>{{ 'methods.head.basis' | transloco }}</span>
      <input id="method-basis" lang="zh-CN" maxlength="500" [value]="one.basis" (input)="basis($event)" />
    </label>
    <details>
      <summary>{{ 'methods.head.settings' | transloco }}</summary>
      <div class="fields">
        <label>
          <span>{{ 'methods.head.statedMarks' | transloco }}</span>
          <input
            inputmode="decimal"
            [value]="one.definition.statedMarks ?? '100'"
            (input)="set('statedMarks', valueOf($event) || undefined)"
          />
        </label>
        <label>
          <span>{{ 'methods.head.decimals' | transloco }}</span>
          <select (change)="set('scoreDecimals', toNumber($event))">
            @for (places of [0, 1, 2, 3, 4]; track places) {
              <option [value]="places" [selected]="places === (one.definition.scoreDecimals ?? 2)">
                {{ places }}
              </option>
            }
          </select>
        </label>
        <label>
          <span>{{ 'methods.head.within' | transloco }}</span>
          <select (change)="setWithin($event)">
            @for (within of ['method', 'parent']; track within) {
              <option
                [value]="within"
                [selected]="within === (one.definition.notApplicableWithin ?? 'method')"
              >
                {{ 'methods.head.withins.' + within | transloco }}
              </option>
            }
          </select>
        </label>
        <label>
          <span>{{ 'methods.head.englishName' | transloco }}</span>
          <input lang="en" maxlength="200" [value]="one.name.en" (input)="name('en', $event)" />
        </label>
      </div>
    </details>
  `,
  styles: `
    @import './fields.css';
    summary {
      min-block-size: 32px;
      color: var(--ink-2);
      font-size: 0.875rem;
      cursor: pointer;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MethodHead {
  readonly content = input.required<Content>();
  readonly changed = output<Changed>();

  protected valueOf(event: Event): string {
    return (event.target as HTMLInputElement | HTMLSelectElement).value.trim();
  }

  protected toNumber(event: Event): number {
    return Number(this.valueOf(event));
  }

  protected name(language: 'zh' | 'en', event: Event): void {
    const typed = (event.target as HTMLInputElement).value;
    this.changed.emit({ name: { ...this.content().name, [language]: typed }, key: `name.${language}` });
  }

  protected basis(event: Event): void {
    this.changed.emit({ basis: (event.target as HTMLInputElement).value, key: 'basis' });
  }

  protected setWithin(event: Event): void {
    this.set('notApplicableWithin', this.valueOf(event) === 'parent' ? 'parent' : undefined);
  }

  /** A setting that is not stated has its default. */
  protected set<Key extends keyof MethodDefinition>(
    key: Key,
    value: MethodDefinition[Key] | undefined,
  ): void {
    const { [key]: _, ...rest } = this.content().definition;
    const definition = value === undefined ? rest : { ...rest, [key]: value };
    this.changed.emit({ definition: definition as MethodDefinition, key });
  }
}
