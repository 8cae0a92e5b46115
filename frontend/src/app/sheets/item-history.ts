import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { pageSource } from '../api/page-source';
import { EvidenceLine } from '../ui/evidence-line';
import { Language } from '../ui/language';
import { MomentPipe } from '../ui/moment';
import { ProblemNotice } from '../ui/problem-notice';
import { placeOf, type SheetAddress } from './sheet-desk';
import type { Item, StoredValue } from './sheet-draft';
import { valueWords } from './value-words';

/** Every version of one item, the newest first: what was said, by whom, when. */
@Component({
  selector: 'yh-item-history',
  imports: [TranslocoPipe, EvidenceLine, MomentPipe, ProblemNotice],
  template: `
    @if (source.problem(); as problem) {
      <yh-problem [problem]="problem" (retry)="source.reload()" />
    }
    @if (source.loading() && !source.value()) {
      <p role="status">{{ 'ui.loading' | transloco }}</p>
    }
    @if (source.value(); as history) {
      <ol reversed>
        @for (one of history.versions; track one.version) {
          <li>
            <strong [attr.lang]="item().answer === 'text' ? 'zh-CN' : null">{{ words(one) }}</strong>
            <p lang="zh-CN">{{ one.reason }}</p>
            <p>
              <small
                >{{ 'sheet.item.version' | transloco: { version: one.version } }} ·
                {{ 'sheet.item.byAt' | transloco: { name: one.by, at: (one.at | moment) } }}</small
              >
            </p>
            @for (document of one.evidence; track $index) {
              <p>
                <small>
                  <yh-evidence [of]="document" [county]="address().county" />
                  @if (document.page) {
                    <span>{{ 'sheet.item.pageOf' | transloco: { page: document.page } }}</span>
                  }
                </small>
              </p>
            }
          </li>
        } @empty {
          <li>{{ 'sheet.item.noHistory' | transloco }}</li>
        }
      </ol>
    }
  `,
  styles: `
    ol {
      padding: 0;
      list-style: none;
    }
    li {
      padding-block: 8px;
      border-block-end: 1px solid var(--line);
    }
    p {
      margin: 0;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ItemHistory {
  private readonly language = inject(Language);
  readonly address = input.required<SheetAddress>();
  readonly item = input.required<Item>();
  protected readonly source = pageSource('readSheetItemHistory', () => {
    const { params, query } = placeOf(this.address());
    return { params: { ...params, item: this.item().id }, query };
  });

  protected words(value: StoredValue): string {
    return valueWords(this.item(), value, this.language);
  }
}
