import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { FormControl } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CountyFieldwork, RequestedDocument } from '@yuheng/shared/contract/fieldwork-papers';
import { isoDate } from '@yuheng/shared/domain/period/year-month';
import { Attempt } from '../../api/attempt';
import { Client } from '../../api/client';
import { holds } from '../../api/has-role';
import { Session } from '../../api/session';
import { DayPipe } from '../../ui/day';
import { EmptyNotice } from '../../ui/empty-notice';
import { EvidenceLine } from '../../ui/evidence-line';
import { Field } from '../../ui/field';
import { ProblemNotice } from '../../ui/problem-notice';
import { DocumentForm } from './document-form';
import { IndicatorNames } from './indicator-names';
import { IndicatorSelect } from './indicator-select';

/** 资料清单: what the county is asked for, and what came of it. */
@Component({
  selector: 'yh-documents-tab',
  imports: [
    TranslocoPipe,
    DayPipe,
    DocumentForm,
    EmptyNotice,
    EvidenceLine,
    Field,
    IndicatorNames,
    IndicatorSelect,
    ProblemNotice,
  ],
  template: `
    @let one = work();
    @if (one.documents.length === 0) {
      @if (one.proposed.length > 0) {
        <section class="card">
          <p>{{ 'fieldwork.documents.proposed' | transloco }}</p>
          <fieldset>
            <legend class="visually-hidden">{{ 'fieldwork.tab.documents' | transloco }}</legend>
            @for (each of one.proposed; track each.title) {
              <label class="check">
                <input type="checkbox" [checked]="!left().has(each.title)" (change)="toggle(each.title)" />
                <span lang="zh-CN">{{ each.title }}</span>
              </label>
            }
          </fieldset>
          <div class="fields">
            <yh-field
              fieldId="documents-due"
              kind="date"
              [label]="'fieldwork.documents.dueOn' | transloco"
              [control]="dueOn"
              [min]="one.asOf"
              [error]="attempt.asked() && !dueOn.value ? ('fieldwork.required' | transloco) : ''"
            />
          </div>
          <p class="acts">
            <button
              type="button"
              class="button"
              data-kind="primary"
              [disabled]="attempt.busy() || kept().length === 0"
              (click)="send(kept())"
            >
              {{ 'fieldwork.documents.send' | transloco: { count: kept().length } }}
            </button>
          </p>
        </section>
      } @else {
        <yh-empty>
          <p>
            <strong>{{
              (one.reads === 'everything' ? 'fieldwork.documents.none' : 'fieldwork.documents.noneCounty')
                | transloco
            }}</strong>
          </p>
        </yh-empty>
      }
    } @else {
      <section class="card">
        <p class="headline">{{ 'fieldwork.documents.sentence' | transloco: counts() }}</p>
        <ul class="list">
          @for (each of one.documents; track each.id) {
            <li>
              <p class="name">
                <strong lang="zh-CN">{{ each.title }}</strong>
                <span class="state" [attr.data-state]="each.state">{{
                  'fieldwork.documents.state.' + each.state | transloco
                }}</span>
                @if (each.state === 'asked') {
                  <small [class.overdue]="each.dueOn < one.asOf">{{
                    'fieldwork.documents.until' | transloco: { day: (each.dueOn | day) }
                  }}</small>
                }
              </p>
              <div>
                @if (each.indicator; as indicator) {
                  <p><yh-indicator [of]="indicator" [all]="one.indicators" /></p>
                }
                @if (each.note) {
                  <p lang="zh-CN">{{ each.note }}</p>
                }
                @for (evidence of each.evidence; track $index) {
                  <p>
                    {{ 'fieldwork.documents.attached' | transloco
                    }}<yh-evidence [of]="evidence" [county]="one.county.id" [round]="roundOfEvaluator()" />
                  </p>
                }
                @if (each.settledOn) {
                  <p>
                    <small>{{
                      'fieldwork.by' | transloco: { who: each.settledBy, when: (each.settledOn | day) }
                    }}</small>
                  </p>
                }
              </div>
              @if (one.acts.includes('receive') && (each.state !== 'waived' || one.acts.includes('waive'))) {
                @if (settling() === each.id) {
                  <yh-document-form
                    [document]="each"
                    [work]="one"
                    (done)="settled()"
                    (left)="settling.set(null)"
                  />
                } @else {
                  <p class="acts screen-only">
                    <button
                      type="button"
                      class="button"
                      [attr.aria-label]="'fieldwork.documents.settleFor' | transloco: { title: each.title }"
                      (click)="settling.set(each.id)"
                    >
                      {{ 'fieldwork.documents.settle' | transloco }}
                    </button>
                  </p>
                }
              }
            </li>
          }
        </ul>
      </section>
    }
    @if (one.acts.includes('ask') && one.documents.length > 0) {
      <section class="card screen-only more" aria-labelledby="one-more">
        <h2 id="one-more">{{ 'fieldwork.documents.add' | transloco }}</h2>
        <div class="fields">
          <yh-field
            fieldId="document-title"
            [label]="'fieldwork.documents.title' | transloco"
            [control]="title"
            [error]="attempt.asked() && !title.value.trim() ? ('fieldwork.required' | transloco) : ''"
          />
          <yh-indicator-select selectId="document-indicator" [all]="one.indicators" [control]="indicator" />
          <yh-field
            fieldId="document-due"
            kind="date"
            [label]="'fieldwork.documents.dueOn' | transloco"
            [control]="dueOn"
            [min]="one.asOf"
            [error]="attempt.asked() && !dueOn.value ? ('fieldwork.required' | transloco) : ''"
          />
        </div>
        <p class="acts">
          <button type="button" class="button" [disabled]="attempt.busy()" (click)="addOne()">
            {{ 'fieldwork.documents.add' | transloco }}
          </button>
        </p>
      </section>
    }
    @if (attempt.problem(); as problem) {
      <yh-problem [problem]="problem" [canRetry]="false" />
    }
  `,
  styleUrl: './fieldwork.css',
  styles: `
    .list {
      gap: 0;
    }
    .list > li {
      display: grid;
      grid-template-columns: minmax(240px, 2fr) 3fr max-content;
      gap: 4px 16px;
      align-items: center;
      padding-block: 10px;
      border-block-end: 1px solid var(--line);
    }
    .list p {
      margin: 0;
    }
    .name {
      display: flex;
      flex-wrap: wrap;
      gap: 2px 8px;
      align-items: center;
    }
    yh-document-form {
      grid-column: 1 / -1;
    }
    @media (max-width: 760px) {
      .list > li {
        grid-template-columns: 1fr;
      }
    }
    .overdue {
      color: var(--warning);
    }
    .more {
      margin-block-start: 14px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DocumentsTab {
  private readonly client = inject(Client);
  readonly work = input.required<CountyFieldwork>();
  readonly changed = output();
  private readonly session = inject(Session);
  protected readonly attempt = new Attempt();
  protected readonly roundOfEvaluator = computed(() =>
    holds(this.session.account(), 'evaluator', 'leadEvaluator') ? this.work().round : null,
  );
  protected readonly title = new FormControl('', { nonNullable: true });
  protected readonly indicator = new FormControl('', { nonNullable: true });
  protected readonly dueOn = new FormControl('', { nonNullable: true });
  /** The document whose form is open. */
  protected readonly settling = signal<string | null>(null);
  /** Titles of the proposal that are not to be asked for; anew for each county. */
  protected readonly left = linkedSignal<string, ReadonlySet<string>>({
    source: () => this.work().county.id,
    computation: () => new Set(),
  });
  protected readonly kept = computed(() =>
    this.work().proposed.filter(({ title }) => !this.left().has(title)),
  );
  protected readonly counts = computed(() => {
    const asked = this.work().documents.filter(({ state }) => state !== 'waived');
    return { asked: asked.length, received: asked.filter(({ state }) => state === 'received').length };
  });

  protected toggle(title: string): void {
    this.left.update((left) =>
      left.has(title) ? new Set([...left].filter((one) => one !== title)) : new Set([...left, title]),
    );
  }

  protected async addOne(): Promise<void> {
    this.attempt.asked.set(true);
    const title = this.title.value.trim();
    if (title) await this.send([{ title, indicator: this.indicator.value || null }]);
  }

  protected async send(documents: readonly Pick<RequestedDocument, 'title' | 'indicator'>[]): Promise<void> {
    this.attempt.asked.set(true);
    if (!this.dueOn.value) return;
    const dueOn = isoDate(this.dueOn.value);
    const { round, county } = this.work();
    const params = { round, county: county.id };
    const isDone = await this.attempt.run(() =>
      this.client.call('askDocuments', { params, body: { documents: [...documents], dueOn } }),
    );
    if (!isDone) return;
    this.attempt.clear();
    this.title.reset();
    this.indicator.reset();
    this.changed.emit();
  }

  protected settled(): void {
    this.settling.set(null);
    this.changed.emit();
  }
}
