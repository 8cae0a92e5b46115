import { ChangeDetectionStrategy, Component, computed, DOCUMENT, effect, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AsOfChoice, ProgramId } from '@yuheng/shared/contract/values';
import { ViewState } from '../api/view-state';
import type { PageSource } from '../api/page-source';
import { CurrentPage } from './current-page';
import { Guide } from './guide';
import { Language } from './language';
import { FigureStateMark, type FigureState } from './figure-state-mark';
import { PointInTimeNotice } from './point-in-time-notice';
import { LoadingNotice } from './loading-notice';
import { ProblemNotice } from './problem-notice';
import { DayPipe } from './day';

/** What a page of figures says of itself; the contract's `pageState`, and the state where the page has one. */
export interface PageFacts {
  readonly asOf?: string;
  readonly demonstration?: boolean;
  readonly program?: ProgramId;
  readonly year?: number;
  readonly state?: FigureState;
  /** On pages whose figures can be looked at from an earlier point in time. */
  readonly asOfChoice?: AsOfChoice;
}

/**
 * The frame of every page: title, the question it answers, the state of its figures, and then what there is: a
 * skeleton of about the content's size, the problem with a way to try again, or the content.
 *
 *     <yh-page title="funds.title" question="funds.question" [source]="source">
 *       @if (source.value(); as data) { … }
 *     </yh-page>
 */
@Component({
  selector: 'yh-page',
  imports: [TranslocoPipe, FigureStateMark, LoadingNotice, PointInTimeNotice, ProblemNotice, DayPipe],
  template: `
    <header class="page-head">
      <h1>{{ name() || (title() | transloco) }}</h1>
      <p class="question">{{ question() | transloco }}</p>
      <p class="facts" aria-live="polite">
        @if (facts(); as facts) {
          @if (facts.program && facts.year) {
            <span class="print-only"
              >{{ 'ui.program.' + facts.program | transloco }} ·
              {{ 'ui.yearOf' | transloco: { year: facts.year } }}</span
            >
          }
          @if (facts.state) {
            <yh-figure-state [state]="facts.state" />
          }
          @if (facts.asOf) {
            <span>{{ 'ui.asOf' | transloco: { day: facts.asOf | day } }}</span>
          }
          @if (facts.demonstration) {
            <span class="demonstration" [title]="'ui.demonstrationHint' | transloco">{{
              'ui.demonstration' | transloco
            }}</span>
          }
        }
        @if (source()?.loading() && source()?.value()) {
          <span>{{ 'ui.reloading' | transloco }}</span>
        }
      </p>
      @if (guide.offered()) {
        <button
          type="button"
          class="button plain terms screen-only"
          aria-haspopup="dialog"
          aria-keyshortcuts="Alt+/"
          (click)="guide.termsOpen.set(true)"
        >
          {{ 'ui.termsOnPage' | transloco }}
        </button>
      }
    </header>
    @if (view.asOf()) {
      <yh-point-in-time [choice]="facts()?.asOfChoice" />
    }
    @if (source()?.problem(); as problem) {
      <yh-problem [problem]="problem" (retry)="source()?.reload()" />
    }
    @if (source()?.loading() && !source()?.value()) {
      <yh-loading [height]="skeletonHeight()" />
    }
    <ng-content />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
  // `title` is a key of ours; left on the element, the browser would show it as a tooltip over the whole page.
  host: { '[attr.title]': 'null' },
})
export class Page {
  private readonly document = inject(DOCUMENT);
  private readonly language = inject(Language);
  private readonly page = inject(CurrentPage);
  protected readonly view = inject(ViewState);
  protected readonly guide = inject(Guide);

  /** Keys of the texts. */
  readonly title = input.required<string>();
  readonly question = input.required<string>();
  /** A title that is a name, such as a county's; it replaces the text of `title`. */
  readonly name = input('');
  readonly source = input<PageSource<unknown>>();
  readonly skeletonHeight = input('60vh');

  protected readonly facts = computed(() => {
    const value = this.source()?.value();
    return typeof value === 'object' && value !== null ? (value as PageFacts) : null;
  });

  constructor() {
    effect(() => {
      const title = this.name() || this.language.text(this.title());
      this.document.title = `${title} · ${this.language.text('shell.name')}`;
    });
    effect(() => {
      const facts = this.facts();
      const asOf = facts?.asOf ?? null;
      this.page.title.set(this.title());
      this.page.question.set(this.question());
      this.page.asOf.set(asOf);
      if (facts) this.page.choice.set(facts.asOfChoice ?? null);
      const today = facts?.asOfChoice?.today ?? asOf;
      if (today) this.view.seen(today);
    });
  }
}
