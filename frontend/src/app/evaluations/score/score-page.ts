import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  signal,
  untracked,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ScoreDesk } from '@yuheng/shared/contract/score-sheets';
import type { Refusal } from '@yuheng/shared/domain/refusal';
import { Attempt } from '../../api/attempt';
import { Client } from '../../api/client';
import { pageSource } from '../../api/page-source';
import { Session } from '../../api/session';
import { ViewState } from '../../api/view-state';
import { DayPipe } from '../../ui/day';
import { EmptyNotice } from '../../ui/empty-notice';
import { Language } from '../../ui/language';
import { Modal } from '../../ui/modal';
import { MomentPipe } from '../../ui/moment';
import { Page } from '../../ui/page';
import { ProblemNotice } from '../../ui/problem-notice';
import { SaidPipe } from '../../ui/said';
import { SaveMark } from '../../ui/save-mark';
import { useTexts } from '../../ui/texts';
import { ScorePacks } from '../packs/score-packs';
import { focusBox } from './focus-box';
import { ScoreBox } from './score-box';
import { draftOf, type Draft } from './score-draft';
import { ScoreFactsPanel } from './score-facts';
import { keyAct, type KeyAct } from './score-keys';
import { ScoreRemarks } from './score-remarks';
import { figuresOf, rowOf, type Row } from './score-rows';
import { ScoreSheetsList } from './score-sheets-list';
import { ScoreSign } from './score-sign';
import { SCORE_TEXTS } from './score-texts';
import { keyOf, ScoreWork, type Place } from './score-work';

/** How long leaving waits for what is just being saved. */
const LEAVING_MS = 1500;
/** Facts are read for the box on which the focus rests, not for each that it passes. */
const REST_MS = 150;

interface Gap extends Refusal {
  readonly place: Place;
}

/** The workspace: one indicator across the assigned counties, or one county through its indicators, by keyboard all the way. */
@Component({
  selector: 'yh-score',
  imports: [
    RouterLink,
    TranslocoPipe,
    DayPipe,
    EmptyNotice,
    Modal,
    MomentPipe,
    Page,
    ProblemNotice,
    SaidPipe,
    SaveMark,
    ScoreBox,
    ScoreFactsPanel,
    ScorePacks,
    ScoreRemarks,
    ScoreSheetsList,
    ScoreSign,
  ],
  templateUrl: './score-page.html',
  styleUrl: './score-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: {
    '(window:online)': 'work()?.queue?.resume()',
    '(window:beforeunload)': 'warn($event)',
    '(document:keydown)': 'press($event)',
  },
})
export class ScorePage {
  private readonly client = inject(Client);
  private readonly language = inject(Language);
  private readonly session = inject(Session);
  private readonly view = inject(ViewState);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  /** Of the route. */
  readonly round = input.required<string>();

  protected readonly source = pageSource('readScoreDesk', () => ({ params: { round: this.round() } }));
  private readonly opened = signal<ScoreWork | null>(null);
  protected readonly work = computed(() => {
    const work = this.opened();
    return work?.desk().round === this.round() ? work : null;
  });
  protected readonly leads = computed(() => (this.session.account()?.roles ?? []).includes('leadEvaluator'));
  protected readonly person = computed(() => this.session.account()?.name ?? '');

  protected readonly direction = computed(() =>
    this.view.query().get('by') === 'county' ? ('county' as const) : ('indicator' as const),
  );
  protected readonly leaf = computed(() => {
    const leaves = this.work()?.desk().leaves ?? [];
    const wanted = this.view.query().get('indicator');
    return (
      leaves.find(({ id }) => id === wanted) ?? leaves.find(({ by }) => by === 'people') ?? leaves[0] ?? null
    );
  });
  protected readonly county = computed(() => {
    const counties = this.work()?.desk().counties ?? [];
    const wanted = this.view.query().get('county');
    return counties.find(({ id }) => id === wanted) ?? counties[0] ?? null;
  });
  protected readonly places = computed<readonly Place[]>(() => {
    const [desk, leaf, county] = [this.work()?.desk(), this.leaf(), this.county()];
    if (!desk || !leaf || !county) return [];
    if (this.direction() === 'county') return county.asked.map((id) => ({ county: county.id, leaf: id }));
    return desk.counties
      .filter(({ asked }) => asked.includes(leaf.id))
      .map(({ id }) => ({ county: id, leaf: leaf.id }));
  });
  protected readonly rows = computed<readonly Row[]>(() => {
    const work = this.work();
    return work ? this.places().map((place) => rowOf(work, place)) : [];
  });
  private readonly looked = signal<Place | null>(null);
  /** The box that the focus is in or was in last, if it stands in this table; otherwise the first that is not done. */
  protected readonly current = computed(() => {
    const looked = this.looked();
    const key = looked && keyOf(looked);
    const rows = this.rows();
    return (
      rows.find(({ place }) => keyOf(place) === key) ??
      rows.find(({ locked, gaps }) => !locked && gaps.length > 0) ??
      rows[0] ??
      null
    );
  });
  private readonly rested = signal<Place | null>(null);
  protected readonly facts = pageSource('readScoreFacts', () => {
    const place = this.rested();
    return place
      ? { params: { round: this.round(), county: place.county, indicator: place.leaf } }
      : undefined;
  });
  protected readonly figures = computed(() => {
    const [work, row] = [this.work(), this.current()];
    return work && row ? figuresOf(work, row) : {};
  });
  protected readonly leafIds = computed(
    () =>
      this.work()
        ?.desk()
        .leaves.map(({ id }) => id) ?? [],
  );
  protected readonly toConfirm = computed(() => this.work()?.toConfirm(this.places()) ?? []);

  private confirmations = Promise.resolve();
  protected readonly confirming = new Attempt();
  protected readonly confirmed = signal(0);
  protected readonly signing = signal<string | null>(null);
  protected readonly signature = new Attempt();
  protected readonly gaps = signal<readonly Gap[]>([]);
  protected readonly unsaved = signal(false);
  protected readonly done = signal('');
  /** Someone leaves with something unsaved: the answer to whether they may. */
  protected readonly leaving = signal<((leave: boolean) => void) | null>(null);

  constructor() {
    useTexts('score', SCORE_TEXTS);
    effect(() => {
      const desk = this.source.value();
      if (desk) untracked(() => this.open(desk));
    });
    effect((onCleanup) => {
      const place = this.current()?.place ?? null;
      const timer = setTimeout(() => this.rested.set(place), REST_MS);
      onCleanup(() => clearTimeout(timer));
    });
  }

  private open(desk: ScoreDesk): void {
    this.opened()?.queue.stop();
    // Who leads a round and marks nothing has no desk.
    if (desk.leaves.length === 0) return this.opened.set(null);
    const work = new ScoreWork(this.client, desk, this.session.account()?.username ?? '');
    work.restore();
    this.opened.set(work);
  }

  protected look(place: Place): void {
    this.looked.set(place);
  }

  protected type(place: Place, draft: Draft): void {
    this.done.set('');
    this.work()?.type(place, draft);
  }

  /** `stay`: from a list, which is gone through by its arrows and keeps the focus. */
  protected show(change: Record<string, string>, stay = false): void {
    this.gaps.set([]);
    void this.view.change(change, true).then(() => stay || this.focusFirst());
  }

  protected turn(): void {
    const row = this.current();
    if (!row) return;
    const by = this.direction() === 'county' ? 'indicator' : 'county';
    const { county, leaf } = row.place;
    void this.view.change({ by, county, indicator: leaf }, true).then(() => this.focus(row.place));
  }

  /** The next or previous indicator, or county where one county is gone through. */
  protected page(step: 1 | -1): void {
    const desk = this.work()?.desk();
    if (!desk) return;
    const [key, all, here] =
      this.direction() === 'county'
        ? ['county', desk.counties.map(({ id }) => id), this.county()?.id]
        : ['indicator', desk.leaves.map(({ id }) => id), this.leaf()?.id];
    const next = all[all.indexOf(here ?? '') + step];
    if (next) this.show({ [key]: next });
  }

  /** The button goes when nothing is left to confirm: the focus goes on to the table behind it. */
  protected async confirmAll(region: HTMLElement): Promise<void> {
    await this.confirm(this.toConfirm());
    region.focus();
  }

  /** One after the other, however fast the keys come. */
  protected confirm(places: readonly Place[]): Promise<void> {
    this.confirmations = this.confirmations.then(() => this.confirmNow(places));
    return this.confirmations;
  }

  /** Confirms what is seen; what is just being typed is kept first. */
  private async confirmNow(places: readonly Place[]): Promise<void> {
    const work = this.work();
    if (!work || places.length === 0) return;
    this.confirmed.set(0);
    await work.queue.flush();
    const still = work.toConfirm(places);
    if (still.length === 0) return;
    const worked = await this.confirming.run(() => work.confirm(still));
    if (worked) this.confirmed.set(still.length);
    else if (this.confirming.problem()?.kind === 'conflict' || this.confirming.problem()?.kind === 'refused')
      await work.readAgain().catch(() => undefined);
  }

  /** Before the signature everything typed is kept, and what is lacking is named, place by place. */
  protected async begin(county: string): Promise<void> {
    const work = this.work();
    const own = work?.county(county);
    if (!work || !own || work.isLocked(county)) return;
    this.done.set('');
    await work.queue.flush();
    this.unsaved.set(work.queue.unsent().some(({ item }) => item.startsWith(`${county}/`)));
    const places = own.asked.map((leaf) => ({ county, leaf }));
    this.gaps.set(places.flatMap((place) => work.gaps(place).map((gap) => ({ ...gap, place }))));
    if (this.unsaved() || this.gaps().length > 0) return;
    // The button for signing goes with the signature: the dialogue gives the focus back to the box.
    void this.act('box');
    this.signing.set(county);
  }

  protected async sign(county: string, password: string): Promise<void> {
    const work = this.work();
    if (!work) return;
    const worked = await this.signature.run(() => work.submit(county, password));
    if (!worked) {
      if (this.signature.problem()?.kind === 'conflict') await work.readAgain().catch(() => undefined);
      return;
    }
    this.signing.set(null);
    const own = work.county(county);
    const code = own?.sheet.sha256?.slice(0, 6) ?? '';
    this.done.set(this.language.text('score.sign.done', { county: own?.name ?? '', code }));
  }

  protected totalOf(county: string | null): string {
    const total = county === null ? null : this.work()?.total(county);
    return total ? this.language.text(total.without > 0 ? 'score.sum' : 'score.whole', { ...total }) : '';
  }

  /** A gap of another indicator is gone to through its county. */
  protected async go(place: Place): Promise<void> {
    await this.view.change({ by: 'county', county: place.county, indicator: place.leaf }, true);
    this.focus(place);
  }

  /** The facts of the box that is looked at; not those of the one before it. */
  protected factsOf({ place }: Row): ReturnType<typeof this.facts.value> {
    const facts = this.facts.value();
    return facts?.county === place.county && facts.indicator === place.leaf ? facts : undefined;
  }

  protected namesOf(counties: readonly { readonly name: string }[]): string {
    return counties.map(({ name }) => name).join('、');
  }

  protected wordsOf(text: string, choice: string): string {
    return (
      [choice, text].filter((one) => one !== '').join(' ') || this.language.text('score.conflict.nothing')
    );
  }

  /** What another window has kept of the same box. */
  protected theirs({ leaf, stored }: Row): string {
    const { text, choice } = draftOf(leaf, stored);
    return this.wordsOf(text, choice);
  }

  protected useMine({ place, stored }: Row): void {
    void this.work()?.queue.keepMine(keyOf(place), stored?.version ?? 0);
    this.focus(place);
  }

  protected useTheirs({ place }: Row): void {
    this.work()?.queue.drop(keyOf(place));
    this.focus(place);
  }

  protected press(event: KeyboardEvent): void {
    if (this.signing() !== null || this.leaving()) return;
    const target = event.target as HTMLElement;
    const host = this.host.nativeElement;
    // The page as a whole has the focus when it opens, and after its skip link.
    if (!host.contains(target) && !target.contains(host)) return;
    const inBox = target.matches('[data-box]');
    const act = keyAct(event, { inBox, chooses: target.tagName === 'SELECT' });
    if (!act) return;
    event.preventDefault();
    void this.act(act);
  }

  private async act(act: KeyAct): Promise<void> {
    const row = this.current();
    switch (act) {
      case 'next':
      case 'previous':
        void this.work()?.queue.flush();
        return this.move(act === 'next' ? 1 : -1);
      case 'confirm':
        this.move(1);
        return row ? this.confirm([row.place]) : undefined;
      case 'turn':
        return this.turn();
      case 'nextPage':
      case 'previousPage':
        return this.page(act === 'nextPage' ? 1 : -1);
      case 'remarks':
        return this.host.nativeElement.querySelector<HTMLElement>('#remark-0-point')?.focus();
      case 'box':
        return row ? this.focus(row.place) : undefined;
      case 'sign':
        return row ? this.begin(row.place.county) : undefined;
    }
  }

  /** To the box of the next row; behind the last one stands the first of the next indicator or county. */
  private move(step: 1 | -1): void {
    const here = this.current();
    const rows = this.rows();
    const next = rows[(here ? rows.indexOf(here) : -1) + step];
    if (next) return this.focus(next.place);
    if (step === 1) this.page(1);
  }

  private focusFirst(): void {
    const [first] = this.places();
    if (first) this.focus(first);
  }

  protected focus(place: Place): void {
    focusBox(this.host.nativeElement, keyOf(place), this.injector);
  }

  protected warn(event: BeforeUnloadEvent): void {
    if (this.work()?.queue.unsent().length) event.preventDefault();
  }

  /** For the route: nothing unsaved, or the person knows and leaves all the same. */
  async mayLeave(): Promise<boolean> {
    const queue = this.opened()?.queue;
    if (!queue) return true;
    await Promise.race([queue.flush(), new Promise((resolve) => setTimeout(resolve, LEAVING_MS))]);
    const leave =
      queue.unsent().length === 0 || (await new Promise<boolean>((answer) => this.leaving.set(answer)));
    this.leaving.set(null);
    if (leave) queue.stop();
    return leave;
  }
}
