import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { pageSource } from '../api/page-source';
import { ViewState } from '../api/view-state';
import { Drawer } from '../ui/drawer';
import { Language } from '../ui/language';
import { formatMoment } from '../ui/moment';
import { ProblemNotice } from '../ui/problem-notice';
import { readEntryNumber } from './audit-query';
import { AuditWords, shortId, type AuditEntry } from './audit-words';
import { OutcomeMark } from './outcome-mark';
import { sideBySide } from './side-by-side';

/** Everything that one entry says (`?entry=12`), with before and after side by side. */
@Component({
  selector: 'yh-audit-entry',
  imports: [RouterLink, TranslocoPipe, Drawer, OutcomeMark, ProblemNotice],
  templateUrl: './entry-drawer.html',
  styleUrl: './entry-drawer.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EntryDrawer {
  private readonly view = inject(ViewState);
  private readonly language = inject(Language);
  protected readonly words = inject(AuditWords);
  /** The entries of the page that is open; one that is not among them, as in a shared address, is asked for. */
  readonly listed = input.required<readonly AuditEntry[]>();

  protected readonly number = computed(() => readEntryNumber(this.view.query()));
  private readonly among = computed(() => this.listed().find((one) => one.seq === this.number()));
  protected readonly source = pageSource('listAuditEntries', () => {
    const number = this.number();
    return number === null || this.among() ? undefined : { query: { below: number + 1 } };
  });
  protected readonly entry = computed(() => {
    const asked = this.source.value()?.entries[0];
    return this.among() ?? (asked?.seq === this.number() ? asked : undefined);
  });
  protected readonly sides = computed(() => {
    const { before, after } = this.entry()?.content ?? {};
    return sideBySide(before, after).map((side) => ({
      field: this.words.field(side.path),
      before: this.words.value(side.before, side.path),
      after: this.words.value(side.after, side.path),
      changed: side.changed && before !== undefined,
    }));
  });
  protected readonly at = computed(() => {
    const entry = this.entry();
    if (!entry) return '';
    const seconds = new Date(entry.at).toISOString().slice(16, 23);
    return `${formatMoment(entry.at, this.language.current())}${seconds}`;
  });
  protected readonly short = shortId;

  /** Leads to all entries that have something in common with this one. */
  protected only(conditions: Readonly<Record<string, string>>): Record<string, string | null> {
    const cleared = ['actor', 'act', 'outcome', 'objectKind', 'objectId', 'requestId', 'personalData'];
    const none = [...cleared, 'from', 'to', 'below', 'entry'].map((key) => [key, null]);
    return { ...Object.fromEntries(none), ...conditions };
  }

  protected close(): void {
    if (this.number() !== null) void this.view.change({ entry: null });
  }
}
