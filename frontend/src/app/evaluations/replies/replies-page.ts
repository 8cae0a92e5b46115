import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ReplyCounty, ReplyLeaf } from '@yuheng/shared/contract/replies';
import { Attempt } from '../../api/attempt';
import { Client } from '../../api/client';
import { pageSource } from '../../api/page-source';
import { Session } from '../../api/session';
import { ViewState } from '../../api/view-state';
import { DayPipe } from '../../ui/day';
import { EmptyNotice } from '../../ui/empty-notice';
import { EvidenceLine } from '../../ui/evidence-line';
import { ExplainLink } from '../../ui/explain-link';
import { Language } from '../../ui/language';
import { MomentPipe } from '../../ui/moment';
import { Page } from '../../ui/page';
import { ProblemNotice } from '../../ui/problem-notice';
import { SaidPipe } from '../../ui/said';
import { useTexts } from '../../ui/texts';
import { OpenRepliesForm, type Opening } from './open-replies-form';
import { OpinionForm, type Opinion } from './opinion-form';
import { REPLIES_TEXTS } from './replies-texts';
import { RulingForm, type RulingGiven } from './ruling-form';

/** 征求意见: a county reads its own draft result and answers; who leads the round rules on each opinion. */
@Component({
  selector: 'yh-replies-page',
  imports: [
    RouterLink,
    TranslocoPipe,
    DayPipe,
    EmptyNotice,
    EvidenceLine,
    ExplainLink,
    MomentPipe,
    OpenRepliesForm,
    OpinionForm,
    Page,
    ProblemNotice,
    RulingForm,
    SaidPipe,
  ],
  templateUrl: './replies-page.html',
  styleUrls: ['../../ui/form.css', './replies-page.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RepliesPage {
  private readonly client = inject(Client);
  private readonly language = inject(Language);
  private readonly view = inject(ViewState);
  private readonly session = inject(Session);
  /** From the address. */
  readonly round = input.required<string>();

  /** The draft that is asked for; without one the newest. */
  private readonly query = computed(() => {
    const number = Number(this.view.query().get('draft'));
    return Number.isInteger(number) && number > 0 ? { number } : {};
  });
  protected readonly source = pageSource('readReplies', () => ({
    params: { round: this.round() },
    query: this.query(),
  }));
  protected readonly attempt = new Attempt();
  protected readonly opening = new Attempt();
  /** The leaf whose form is open. */
  protected readonly edited = signal<string | null>(null);

  protected readonly county = computed(() => {
    const counties = this.source.value()?.counties ?? [];
    const asked = this.view.query().get('county');
    const said = counties.find(({ leaves }) => leaves.some(({ reply }) => reply !== null));
    return counties.find((one) => one.county === asked) ?? said ?? counties[0] ?? null;
  });
  protected readonly sections = computed(() => {
    const sections: { name: ReplyLeaf['section']; leaves: ReplyLeaf[] }[] = [];
    for (const leaf of this.county()?.leaves ?? []) {
      const last = sections.at(-1);
      if (last && last.name.zh === leaf.section.zh) last.leaves.push(leaf);
      else sections.push({ name: leaf.section, leaves: [leaf] });
    }
    return sections;
  });
  /** 意见采纳情况: every opinion that was handed in, with what came of it. */
  protected readonly summary = computed(() =>
    (this.source.value()?.counties ?? []).flatMap((county) =>
      county.leaves.filter(({ reply }) => reply !== null).map((leaf) => ({ county, leaf })),
    ),
  );
  protected readonly name = computed(() => {
    const page = this.source.value();
    if (!page) return '';
    const kind = this.language.text(`replies.kinds.${page.kind}`);
    return this.language.text('replies.name', { kind, year: page.year });
  });
  protected readonly opinions = computed(
    () => this.county()?.leaves.filter(({ reply }) => reply !== null).length ?? 0,
  );
  protected readonly readsAgreement = computed(() =>
    ['leader', 'programOfficer', 'finance', 'leadEvaluator'].some((role) =>
      (this.session.account()?.roles ?? []).some((own) => own === role),
    ),
  );

  constructor() {
    useTexts('replies', REPLIES_TEXTS);
  }

  protected choose(event: Event): void {
    void this.view.change({ county: (event.target as HTMLSelectElement).value });
    this.close();
  }

  protected may(act: ReplyCounty['acts'][number]): boolean {
    return this.county()?.acts.includes(act) ?? false;
  }

  protected edit(leaf: ReplyLeaf): void {
    this.attempt.clear();
    this.edited.set(leaf.id);
  }

  protected close(): void {
    this.attempt.clear();
    this.edited.set(null);
  }

  protected print(): void {
    globalThis.print();
  }

  protected saved(leaf: ReplyLeaf, body: Opinion): Promise<void> {
    return this.act((county) =>
      this.client.call('saveReply', { params: this.at(county, leaf), version: county.version, body }),
    );
  }

  protected removed(leaf: ReplyLeaf): Promise<void> {
    return this.act((county) =>
      this.client.call('removeReply', { params: this.at(county, leaf), version: county.version }),
    );
  }

  protected ruled(leaf: ReplyLeaf, body: RulingGiven): Promise<void> {
    const version = leaf.rulings.at(-1)?.version ?? 0;
    return this.act((county) =>
      this.client.call('ruleOnReply', { params: this.at(county, leaf), version, body }),
    );
  }

  protected submitted(): Promise<void> {
    const noOpinion = this.opinions() === 0;
    return this.act(({ county, version }) =>
      this.client.call('submitReplies', {
        params: { round: this.round(), county },
        version,
        body: { noOpinion },
      }),
    );
  }

  protected async opened(body: Opening): Promise<void> {
    const done = await this.opening.run(() =>
      this.client.call('openReplies', { params: { round: this.round() }, body }),
    );
    if (!done) return;
    this.opening.clear();
    await this.view.change({ draft: null });
    this.source.reload();
  }

  private at(
    { county }: ReplyCounty,
    { id }: ReplyLeaf,
  ): { round: string; county: string; indicator: string } {
    return { round: this.round(), county, indicator: id };
  }

  private async act(work: (county: ReplyCounty) => Promise<unknown>): Promise<void> {
    const county = this.county();
    if (!county) return;
    const done = await this.attempt.run(() => work(county));
    if (!done) return;
    this.close();
    this.source.reload();
  }
}
