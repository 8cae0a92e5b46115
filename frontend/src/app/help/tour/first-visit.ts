import {
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Session } from '../../api/session';
import { Guide } from '../../ui/guide';
import { remember, remembered } from '../../ui/remembered';
import { useTexts } from '../../ui/texts';
import { HELP_TEXTS } from '../help-texts';

/** The four steps, each with what it points at: the first that stands on the page. */
const STEPS = [
  { id: 'answer', at: '.headline, .question' },
  { id: 'state', at: 'yh-figure-state, .page-head .facts' },
  { id: 'proof', at: 'a[aria-haspopup=dialog], yh-chart-panel figure, tbody a' },
  { id: 'help', at: 'a[href="/help"]' },
] as const;

/** Whether an account has been here is remembered in this browser, account by account. */
const keyOf = (username: string): string => `visited.${username}`;

/**
 * Who is here for the first time is offered four steps, in a corner where they cover no answer; they can be skipped, and
 * are never offered again. Nothing is moved and no focus taken before the reader starts.
 */
@Component({
  selector: 'yh-first-visit',
  imports: [TranslocoPipe],
  templateUrl: './first-visit.html',
  styleUrl: './first-visit.css',
  host: { '(document:keydown.escape)': 'escaped($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FirstVisit {
  private readonly guide = inject(Guide);
  private readonly session = inject(Session);
  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');

  protected readonly steps = STEPS;
  private readonly username = computed(() => this.session.account()?.username ?? '');
  private readonly seen = signal(true);
  /** -1: offered only. */
  protected readonly at = signal(-1);
  protected readonly step = computed(() => STEPS[this.at()] ?? null);
  protected readonly shown = computed(() => !this.seen() || this.step() !== null);

  constructor() {
    useTexts('help', HELP_TEXTS);
    effect(() => {
      const username = this.username();
      this.at.set(-1);
      // Duties of an administrator have no figures to be read, and their pages say what they are for.
      const offered = username !== '' && this.session.readsBusiness();
      this.seen.set(!offered || remembered(keyOf(username), ['yes'], 'no' as string) === 'yes');
    });
    effect(() => {
      if (!this.guide.tourAsked()) return;
      this.guide.tourAsked.set(false);
      untracked(() => this.go(0));
    });
    afterRenderEffect(() => {
      const step = this.step();
      for (const old of Array.from(document.querySelectorAll('[data-pointed]'))) {
        old.removeAttribute('data-pointed');
      }
      if (!step) return;
      this.heading()?.nativeElement.focus({ preventScroll: true });
      const target = document.querySelector(step.at);
      target?.setAttribute('data-pointed', '');
      target?.scrollIntoView({ block: 'nearest' });
    });
  }

  protected go(index: number): void {
    this.at.set(index);
  }

  /** Done or skipped: the same, for good. */
  protected end(): void {
    const started = this.at() >= 0;
    this.at.set(-1);
    this.seen.set(true);
    remember(keyOf(this.username()), 'yes');
    if (started) document.getElementById('content')?.focus({ preventScroll: true });
  }

  protected escaped(event: Event): void {
    if (!this.step() || event.defaultPrevented || document.querySelector('dialog[open]')) return;
    event.preventDefault();
    this.end();
  }
}
