import {
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  type ElementRef,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Drawer } from '../../ui/drawer';
import { Guide } from '../../ui/guide';
import { Language } from '../../ui/language';
import { SaidPipe } from '../../ui/said';
import { useTexts } from '../../ui/texts';
import { HELP_TEXTS } from '../help-texts';
import { finderOf } from './find-terms';
import { LABELS, termsOf, termsOnPage, type MarkedTerm } from './terms-on-page';
import { TermText } from './term-text';

/** The pointer crosses labels on its way: only where it rests is something explained. */
const REST = 250;
/** The time to get from a word to its explanation, which may be pointed at itself. */
const GRACE = 300;
/** Marks follow what a page draws, but not each single change of it. */
const CALM = 300;
const MARGIN = 8;

const marksAreDrawn = (): boolean => 'highlights' in (globalThis.CSS ?? {});

/**
 * Explains the terms of the glossary wherever they stand as labels, without a page doing anything for it: they get a
 * dotted line (painted by the browser, the page itself is not touched), and where the pointer rests, or the keyboard's
 * focus stands in a heading, the explanation appears; Escape takes it away (WCAG 1.4.13). The drawer lists all terms of
 * the page for who cannot point.
 */
@Component({
  selector: 'yh-term-help',
  imports: [RouterLink, TranslocoPipe, Drawer, SaidPipe, TermText],
  templateUrl: './term-help.html',
  styleUrl: './term-help.css',
  host: {
    '(document:pointermove)': 'moved($event)',
    '(document:pointerup)': 'tapped($event)',
    '(document:focusin)': 'focused($event)',
    '(document:focusout)': 'go()',
    '(window:scroll)': 'go()',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TermHelp {
  protected readonly guide = inject(Guide);
  private readonly language = inject(Language);
  private readonly tip = viewChild.required<ElementRef<HTMLElement>>('tip');

  protected readonly shown = signal<MarkedTerm | null>(null);
  protected readonly place = signal({ left: 0, top: 0 });
  protected readonly onPage = computed(() =>
    this.guide.termsOpen() ? [...new Set(termsOnPage(this.finder()).map(({ term }) => term))] : [],
  );
  /** What a keyboard's focus stands on while its term is explained. */
  private described: Element | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private next: MarkedTerm | null = null;

  constructor() {
    useTexts('help', HELP_TEXTS);
    const keyed = (event: KeyboardEvent) => this.keyed(event);
    // Before anybody else: Escape takes the explanation away and closes nothing behind it.
    document.addEventListener('keydown', keyed, { capture: true });
    const observer = marksAreDrawn() ? this.observer() : null;
    inject(DestroyRef).onDestroy(() => {
      document.removeEventListener('keydown', keyed, { capture: true });
      observer?.disconnect();
      clearTimeout(this.timer);
      if (marksAreDrawn()) CSS.highlights.delete('term');
    });
    afterRenderEffect(() => this.draw(this.shown()));
  }

  protected moved(event: PointerEvent): void {
    if (event.pointerType === 'touch' || !(event.target instanceof Element)) return;
    if (this.tip().nativeElement.contains(event.target)) return;
    const under = this.termAt(event.target, event);
    if (under?.term === (this.shown() ?? this.next)?.term) return this.same(under);
    if (under) this.after(REST, under);
    else this.goSoon();
  }

  /** A finger explains what does nothing else when it is touched. */
  protected tapped(event: PointerEvent): void {
    if (event.pointerType !== 'touch' || !(event.target instanceof Element)) return;
    const busy = event.target.closest('a, button, input, select, label');
    const under = busy ? null : this.termAt(event.target, event);
    this.show(under);
  }

  protected focused(event: FocusEvent): void {
    const target = event.target;
    if (!(target instanceof Element) || !target.matches('button:focus-visible')) return;
    if (!target.closest(LABELS)) return;
    const [first] = termsOf(target, this.finder());
    if (!first) return;
    this.described = target;
    this.after(REST, first);
  }

  protected stay(): void {
    clearTimeout(this.timer);
  }

  protected goSoon(): void {
    if (this.next || this.shown()) this.after(GRACE, null);
  }

  protected go(): void {
    clearTimeout(this.timer);
    this.show(null);
  }

  private keyed(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.shown()) {
      event.preventDefault();
      event.stopImmediatePropagation();
      this.go();
    }
    // With Alt, so that it takes no letter from who types or from another aid.
    if (event.altKey && event.code === 'Slash' && this.guide.offered()) {
      event.preventDefault();
      this.guide.termsOpen.set(!this.guide.termsOpen());
    }
  }

  /** The pointer is still, or again, on what is explained: it stays. */
  private same(under: MarkedTerm | null): void {
    if (under && this.shown()) this.stay();
  }

  private after(time: number, what: MarkedTerm | null): void {
    clearTimeout(this.timer);
    this.next = what;
    this.timer = setTimeout(() => this.show(what), time);
  }

  private show(what: MarkedTerm | null): void {
    this.next = null;
    if (!what) {
      this.described?.removeAttribute('aria-describedby');
      this.described = null;
    }
    this.shown.set(what);
  }

  private draw(shown: MarkedTerm | null): void {
    const tip = this.tip().nativeElement;
    if (!tip.showPopover) return;
    if (!shown) {
      if (tip.matches(':popover-open')) tip.hidePopover();
      return;
    }
    tip.showPopover();
    this.described?.setAttribute('aria-describedby', tip.id);
    const word = shown.range.getBoundingClientRect();
    const { offsetWidth, offsetHeight } = tip;
    const { clientWidth, clientHeight } = document.documentElement;
    const below = word.bottom + 4;
    const fits = below + offsetHeight + MARGIN <= clientHeight || word.top < offsetHeight;
    this.place.set({
      left: Math.max(MARGIN, Math.min(word.left, clientWidth - offsetWidth - MARGIN)),
      top: fits ? below : word.top - offsetHeight - 4,
    });
  }

  private termAt(target: Element, { clientX, clientY }: PointerEvent): MarkedTerm | null {
    const label = target.closest(LABELS);
    if (!label || label.closest('header.top')) return null;
    const holds = ({ range }: MarkedTerm) =>
      Array.from(range.getClientRects()).some(
        (box) => clientX >= box.left && clientX <= box.right && clientY >= box.top && clientY <= box.bottom,
      );
    return termsOf(label, this.finder()).find(holds) ?? null;
  }

  private find: { readonly key: string; readonly with: ReturnType<typeof finderOf> } | null = null;

  private finder(): ReturnType<typeof finderOf> {
    const key = `${this.language.current()} ${location.pathname}`;
    if (this.find?.key !== key) {
      this.find = { key, with: finderOf(this.language.current(), location.pathname) };
    }
    return this.find.with;
  }

  /** Paints the dotted lines anew when the page has changed and is calm again. */
  private observer(): MutationObserver {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const paint = () => {
      const ranges = termsOnPage(this.finder()).map(({ range }) => range);
      CSS.highlights.set('term', new Highlight(...ranges));
    };
    const observer = new MutationObserver(() => {
      clearTimeout(waiting);
      waiting = setTimeout(paint, CALM);
    });
    observer.observe(document.body, { childList: true, characterData: true, subtree: true });
    paint();
    return observer;
  }
}
