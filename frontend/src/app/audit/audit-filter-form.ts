import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  input,
  output,
  untracked,
} from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { ACTS } from './words-of-acts';
import { AUDIT_TEXTS } from './audit-texts';
import type { AuditQuery } from './audit-query';

const text = () => new FormControl('', { nonNullable: true });
const KEYS = ['actor', 'act', 'outcome', 'objectKind', 'objectId', 'requestId', 'from', 'to'] as const;

/** Conditions as they stand in an address; null removes one. */
export type Conditions = Readonly<Record<(typeof KEYS)[number] | 'personalData', string | null>>;

/** Which entries to look for. Choices count at once, texts when they are sent. */
@Component({
  selector: 'yh-audit-filters',
  imports: [ReactiveFormsModule, TranslocoPipe],
  templateUrl: './audit-filter-form.html',
  styleUrl: './audit-filter-form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AuditFilterForm {
  readonly value = input.required<AuditQuery>();
  readonly changed = output<Conditions>();
  protected readonly form = new FormGroup({
    ...{ actor: text(), act: text(), outcome: text(), from: text(), to: text() },
    ...{ objectKind: text(), objectId: text(), requestId: text() },
    personalData: new FormControl(false, { nonNullable: true }),
  });
  protected readonly acts = ACTS;
  protected readonly outcomes = ['done', 'refused', 'failed'] as const;
  protected readonly kinds = Object.keys(AUDIT_TEXTS['zh-CN']['kind'] ?? {});
  /** Rare conditions are folded away, unless one of them stands. */
  protected readonly moreOpen = computed(() => {
    const { objectKind, objectId, requestId } = this.value();
    return [objectKind, objectId, requestId].some((one) => one !== undefined);
  });

  constructor() {
    effect(() => {
      const query = this.value();
      untracked(() =>
        this.form.setValue({
          ...{ actor: query.actor ?? '', act: query.act ?? '', outcome: query.outcome ?? '' },
          ...{ from: query.from ?? '', to: query.to ?? '' },
          ...{ objectKind: query.objectKind ?? '', objectId: query.objectId ?? '' },
          requestId: query.requestId ?? '',
          personalData: query.personalData === 'true',
        }),
      );
    });
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.emit();
  }

  protected emit(): void {
    const { personalData, ...texts } = this.form.getRawValue();
    const given = KEYS.map((key) => [key, texts[key].trim() || null]);
    this.changed.emit({
      ...Object.fromEntries(given),
      personalData: personalData ? 'true' : null,
    } as Conditions);
  }
}
