import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Evidence } from '@yuheng/shared/contract/evidence';
import { Attempt } from '../api/attempt';
import { Client, type Answer } from '../api/client';
import { holds } from '../api/has-role';
import { pageSource } from '../api/page-source';
import { Session } from '../api/session';
import { DayPipe } from '../ui/day';
import { EvidenceLine } from '../ui/evidence-line';
import { EvidenceUpload } from '../ui/evidence-upload';
import { ProblemNotice } from '../ui/problem-notice';
import { SaidPipe } from '../ui/said';
import { useTexts } from '../ui/texts';
import { EVIDENCE_REQUEST_TEXTS } from './evidence-request-texts';

type Request = Answer<'listEvidenceRequests'>['requests'][number];

/** What evaluators ask the county to show: a thing to do until it is answered, with words and documents. Nothing where nothing is asked. */
@Component({
  selector: 'yh-evidence-requests',
  imports: [TranslocoPipe, DayPipe, EvidenceLine, EvidenceUpload, ProblemNotice, SaidPipe],
  template: `
    @if (requests().length > 0) {
      <section class="card" id="evidence-requests">
        <h2>{{ 'evidenceRequests.title' | transloco }}</h2>
        <p>{{ 'evidenceRequests.sentence' | transloco: { open: open() } }}</p>
        <ul class="requests">
          @for (one of requests(); track one.id) {
            <li>
              <p>
                <strong>{{ one.countyName }} · {{ one.indicatorName | said }}</strong>
                <span class="state" [attr.data-state]="one.state">{{
                  'evidenceRequests.state.' + one.state
                    | transloco: { day: one.answeredOn ?? one.dueOn | day }
                }}</span>
              </p>
              <p lang="zh-CN">{{ one.text }}</p>
              @if (one.answer) {
                <p lang="zh-CN">{{ 'evidenceRequests.answer' | transloco }}{{ one.answer }}</p>
                @for (document of one.evidence; track $index) {
                  <p><yh-evidence [of]="document" [county]="one.county" /></p>
                }
              } @else if (answers()) {
                <form (submit)="send($event, one)">
                  <label [for]="'answer-' + one.id">{{ 'evidenceRequests.words' | transloco }}</label>
                  <textarea
                    rows="3"
                    maxlength="1000"
                    [id]="'answer-' + one.id"
                    [value]="words().get(one.id) ?? ''"
                    (input)="say(one.id, $event)"
                  ></textarea>
                  @for (document of documents().get(one.id) ?? []; track $index) {
                    <p><yh-evidence [of]="document" [county]="one.county" /></p>
                  }
                  <yh-evidence-upload [county]="one.county" (stored)="name(one.id, $event)" />
                  @if (wanting() === one.id) {
                    <p class="problem" role="alert">{{ 'evidenceRequests.wanted' | transloco }}</p>
                  }
                  @if (failed() === one.id && attempt.problem(); as problem) {
                    <yh-problem [problem]="problem" [canRetry]="false" />
                  }
                  <p>
                    <button type="submit" class="button" data-kind="primary" [disabled]="attempt.busy()">
                      {{ 'evidenceRequests.send' | transloco }}
                    </button>
                  </p>
                </form>
              }
            </li>
          }
        </ul>
      </section>
    }
  `,
  styles: `
    .requests {
      padding: 0;
      list-style: none;
    }
    .requests > li {
      padding-block: 10px;
      border-block-start: 1px solid var(--line);
    }
    .state {
      margin-inline-start: 6px;
    }
    [data-state='overdue'] {
      color: var(--warning);
    }
    textarea {
      inline-size: 100%;
    }
    .problem {
      color: var(--warning);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EvidenceRequests {
  private readonly client = inject(Client);
  private readonly session = inject(Session);
  private readonly source = pageSource('listEvidenceRequests', () => ({}));
  protected readonly requests = computed(() => this.source.value()?.requests ?? []);
  protected readonly open = computed(() => this.requests().filter(({ answer }) => answer === null).length);
  protected readonly answers = computed(() => holds(this.session.account(), 'countyOfficer'));
  protected readonly words = signal<ReadonlyMap<string, string>>(new Map());
  protected readonly documents = signal<ReadonlyMap<string, readonly Evidence[]>>(new Map());
  protected readonly wanting = signal<string | null>(null);
  protected readonly failed = signal<string | null>(null);
  protected readonly attempt = new Attempt();

  constructor() {
    useTexts('evidenceRequests', EVIDENCE_REQUEST_TEXTS);
  }

  protected say(id: string, event: Event): void {
    const { value } = event.target as HTMLTextAreaElement;
    this.words.update((before) => new Map(before).set(id, value));
  }

  protected name(id: string, document: Evidence): void {
    this.documents.update((before) => new Map(before).set(id, [...(before.get(id) ?? []), document]));
  }

  protected async send(event: Event, { id, version }: Request): Promise<void> {
    event.preventDefault();
    const text = (this.words().get(id) ?? '').trim();
    this.wanting.set(text ? null : id);
    if (!text) return;
    const evidence = [...(this.documents().get(id) ?? [])];
    const worked = await this.attempt.run(() =>
      this.client.call('answerEvidenceRequest', {
        params: { request: id },
        body: { text, evidence },
        version,
      }),
    );
    this.failed.set(worked ? null : id);
    if (worked || this.attempt.problem()?.kind === 'conflict') this.source.reload();
  }
}
