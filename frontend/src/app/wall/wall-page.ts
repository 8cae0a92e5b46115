import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  DOCUMENT,
  effect,
  inject,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { ViewState } from '../api/view-state';
import { DayPipe } from '../ui/day';
import { Display } from '../ui/display';
import { FigureStateMark } from '../ui/figure-state-mark';
import { Language } from '../ui/language';
import { ProblemNotice } from '../ui/problem-notice';
import { SaidPipe } from '../ui/said';
import { useTexts } from '../ui/texts';
import { LiveWall } from './live-wall';
import { WALL_TEXTS } from './wall-texts';

const within = (asked: string | null, usual: number, [least, most]: readonly [number, number]): number =>
  asked !== null && /^\d{1,5}$/.test(asked) ? Math.min(most, Math.max(least, Number(asked))) : usual;

/** 大屏: four pages that turn by themselves, made to be read from five metres, and kept up to date. */
@Component({
  selector: 'yh-wall',
  imports: [RouterLink, TranslocoPipe, DayPipe, FigureStateMark, ProblemNotice, SaidPipe],
  providers: [LiveWall],
  templateUrl: './wall-page.html',
  styleUrl: './wall-page.css',
  host: { '(document:keydown)': 'press($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WallPage {
  private readonly view = inject(ViewState);
  protected readonly live = inject(LiveWall);
  protected readonly display = inject(Display);
  protected readonly language = inject(Language);
  /** Seconds a page stands (`?seconds=15`). */
  protected readonly seconds = computed(() => within(this.view.query().get('seconds'), 15, [5, 600]));
  /** Minutes without a word of the server after which the wall says so (`?stale=10`). */
  protected readonly staleMinutes = computed(() => within(this.view.query().get('stale'), 10, [1, 1440]));
  private readonly now = signal(Date.now());
  private readonly shown = signal(0);
  /** When the page that is shown was turned to. */
  private turnedAt = Date.now();
  protected readonly isPaused = signal(false);
  protected readonly pages = computed(() => this.live.wall()?.pages ?? []);
  protected readonly index = computed(() => {
    const all = this.pages().length;
    return all === 0 ? 0 : ((this.shown() % all) + all) % all;
  });
  protected readonly page = computed(() => this.pages()[this.index()] ?? null);
  protected readonly clock = computed(() =>
    new Intl.DateTimeFormat(this.language.current(), {
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone: 'Asia/Shanghai',
    }).format(this.now()),
  );
  protected readonly isStale = computed(() => {
    const heardAt = this.live.heardAt();
    return heardAt > 0 && this.now() - heardAt > this.staleMinutes() * 60_000;
  });

  constructor() {
    useTexts('wall', WALL_TEXTS);
    const document = inject(DOCUMENT);
    effect(() => {
      document.title = `${this.language.text('wall.title')} · ${this.language.text('shell.name')}`;
    });
    const asked = ['money', 'wages', 'duties', 'findings'].indexOf(this.view.query().get('page') ?? '');
    if (asked >= 0) this.shown.set(asked);
    const timer = setInterval(() => this.tick(), 1000);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  protected turnTo(index: number): void {
    this.turnedAt = Date.now();
    this.shown.set(index);
  }

  protected toggle(): void {
    this.turnedAt = Date.now();
    this.isPaused.update((paused) => !paused);
  }

  /** On a button the space bar presses that button, as everywhere. */
  protected press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const onControl = Boolean((event.target as Element | null)?.closest?.('button, a, input'));
    if (event.key === ' ' && !onControl) this.toggle();
    else if (event.key === 'ArrowRight') this.turnTo(this.index() + 1);
    else if (event.key === 'ArrowLeft') this.turnTo(this.index() - 1);
    else return;
    event.preventDefault();
  }

  protected share(done: number, due: number): string {
    return `${Math.min(100, (done * 100) / due)}%`;
  }

  private tick(): void {
    const now = Date.now();
    this.now.set(now);
    if (!this.isPaused() && now - this.turnedAt >= this.seconds() * 1000) this.turnTo(this.index() + 1);
  }
}
