import { inject, Injectable } from '@angular/core';
import type { Assistant, Roster } from '@yuheng/shared/contract/roster';
import { formatDay } from '../ui/day';
import { Language } from '../ui/language';

type Period = Assistant['periods'][number];

/** What stands of a person on the pages of the roster, in the reader's language. */
@Injectable({ providedIn: 'root' })
export class RosterWords {
  private readonly language = inject(Language);

  name({ name }: Assistant): string {
    return name ?? this.text('erased');
  }

  employment({ employment }: Assistant): string {
    return this.text(`employment.${employment}`);
  }

  office({ office }: Assistant): string {
    return office?.name ?? this.text('noOffice');
  }

  contract({ contractFrom, contractUntil }: Assistant): string {
    if (contractFrom === null) return this.text('noContract');
    const from = this.day(contractFrom);
    return contractUntil === null
      ? this.text('contractOpen', { from })
      : this.text('contractTerm', { from, until: this.day(contractUntil) });
  }

  insured({ insuredSince }: Assistant): string {
    return insuredSince === null
      ? this.text('notInsured')
      : this.text('insured', { day: this.day(insuredSince) });
  }

  span({ from, until }: Period): string {
    return this.text('period', {
      from: this.day(from),
      until: until === null ? this.text('now') : this.day(until),
    });
  }

  vacancy({ from, until, posts }: Roster['vacancies'][number]): string {
    const first = { from: this.day(from), posts };
    return until === null
      ? this.text('vacancyOpen', first)
      : this.text('vacancy', { ...first, until: this.day(until) });
  }

  private periods({ periods }: Assistant): string {
    return periods
      .map((one) => `${this.span(one)}${one.reason === null ? '' : `（${one.reason}）`}`)
      .join('；');
  }

  /** What differs between two versions of one person, field by field. */
  differences(
    before: Assistant,
    now: Assistant,
  ): readonly { readonly label: string; readonly before: string; readonly now: string }[] {
    const fields: readonly (readonly [label: string, of: (person: Assistant) => string])[] = [
      ['name', (one) => this.name(one)],
      ['identityNumber', (one) => one.identityNumber ?? '—'],
      ['bankCard', (one) => one.bankCard ?? '—'],
      ['employmentLabel', (one) => this.employment(one)],
      ['office', (one) => this.office(one)],
      ['contract', (one) => `${this.contract(one)}；${this.insured(one)}`],
      ['periods', (one) => this.periods(one)],
    ];
    return fields
      .map(([label, of]) => ({ label: this.text(label), before: of(before), now: of(now) }))
      .filter((row) => row.before !== row.now);
  }

  text(key: string, values: Readonly<Record<string, string | number>> = {}): string {
    return this.language.text(`roster.${key}`, values);
  }

  private day(text: string): string {
    return formatDay(text, this.language.current());
  }
}
