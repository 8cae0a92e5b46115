import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Bilingual } from '@yuheng/shared/domain/bilingual';
import { SaidPipe } from '../../ui/said';
import type { ItemDraft } from './template-draft';

type Written =
  'id' | 'nameZh' | 'nameEn' | 'criteriaZh' | 'criteriaEn' | 'unitZh' | 'unitEn' | 'minimum' | 'maximum';

/** One item of a new version: what is asked, how it is answered, how often. */
@Component({
  selector: 'yh-template-item',
  imports: [TranslocoPipe, SaidPipe],
  templateUrl: './template-item-fields.html',
  styleUrl: './template-fields.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TemplateItemFields {
  readonly item = input.required<ItemDraft>();
  readonly number = input.required<number>();
  /** How many items there are. */
  readonly of = input.required<number>();
  /** What is wrong with it. */
  readonly problems = input.required<readonly Bilingual[]>();
  readonly changed = output<ItemDraft>();
  readonly removed = output();
  /** A place up or down. */
  readonly moved = output<-1 | 1>();

  protected readonly frequencies = ['monthly', 'quarterly', 'yearly', 'once'] as const;
  /** The fields of an item that take words, by what they are called. */
  protected fieldsOf({ isNew, answer }: ItemDraft): readonly Written[] {
    const unit: readonly Written[] =
      answer === 'count' || answer === 'conclusion' ? ['unitZh', 'unitEn'] : [];
    const bounds: readonly Written[] = answer === 'date' || answer === 'text' ? [] : ['minimum', 'maximum'];
    return [
      ...(isNew ? (['id'] as const) : []),
      'nameZh',
      'nameEn',
      'criteriaZh',
      'criteriaEn',
      ...unit,
      ...bounds,
    ];
  }

  protected write(field: Written, event: Event): void {
    this.changed.emit({ ...this.item(), [field]: (event.target as HTMLInputElement).value });
  }

  protected every(event: Event): void {
    const frequency = (event.target as HTMLSelectElement).value as ItemDraft['frequency'];
    this.changed.emit({ ...this.item(), frequency });
  }

  protected check(field: 'required' | 'eachMonth', event: Event): void {
    this.changed.emit({ ...this.item(), [field]: (event.target as HTMLInputElement).checked });
  }
}
