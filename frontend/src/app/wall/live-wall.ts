import { computed, DestroyRef, DOCUMENT, effect, inject, Injectable, signal, untracked } from '@angular/core';
import type { Wall } from '@yuheng/shared/contract/wall';
import { pageSource } from '../api/page-source';
import { ViewState } from '../api/view-state';
import { ActivatedRoute } from '@angular/router';
import { CLOSED, EVENT_STREAM, type EventStream } from './event-stream';

const CODE = /^[A-Za-z0-9_-]{43}$/;
/** After these nothing more is shown: the link or the session is no longer good for it. */
const FINAL = ['not-found', 'sign-in-required', 'forbidden', 'invalid-request'];
const COME_AGAIN_MS = 15_000;

/** What the wall shows and when it was last heard that it stands: read once, then kept up to date by events. */
@Injectable()
export class LiveWall {
  private readonly view = inject(ViewState);
  private readonly openStream = inject(EVENT_STREAM);
  private readonly window = inject(DOCUMENT).defaultView;
  /** Behind the #, so that it is sent to no server with the page and stands in no log of one. */
  private readonly fragment = inject(ActivatedRoute).snapshot.fragment ?? '';
  readonly token = CODE.test(this.fragment) ? this.fragment : null;

  private readonly source =
    this.token === null
      ? pageSource('readWall', () => ({ query: this.selection() }))
      : pageSource('openWall', () => ({ params: { token: this.token ?? '' } }));
  private readonly heard = signal<Wall | null>(null);
  private stream: EventStream | null = null;
  private again: ReturnType<typeof setTimeout> | undefined;

  /** When the server last said what stands, in ms; 0 before it ever did. */
  readonly heardAt = signal(0);
  readonly isOnline = signal(this.window?.navigator.onLine ?? true);
  readonly problem = this.source.problem;
  /** Nothing once the link or the session ended: what is no longer open to the reader does not hang on. */
  readonly wall = computed(() => {
    const problem = this.problem();
    if (problem && FINAL.includes(problem.kind)) return null;
    return this.heard() ?? this.source.value() ?? null;
  });

  /**
   * Not before the first answer: a link that is refused opens no stream. Where no answer came, the stream is what comes
   * back by itself once the server is there.
   */
  private readonly mayListen = computed(() => {
    const problem = this.problem();
    return problem ? !FINAL.includes(problem.kind) : this.source.value() !== undefined;
  });

  constructor() {
    const online = (): void => this.isOnline.set(this.window?.navigator.onLine ?? true);
    for (const name of ['online', 'offline']) this.window?.addEventListener(name, online);
    inject(DestroyRef).onDestroy(() => {
      for (const name of ['online', 'offline']) this.window?.removeEventListener(name, online);
      this.hangUp();
    });
    effect(() => {
      const value = this.source.value();
      if (value) untracked(() => this.take(value));
    });
    effect(() => {
      const url = this.url();
      if (this.mayListen()) untracked(() => this.listen(url));
    });
  }

  /** What listens starts by itself once the answer is none of those after which nothing more is shown. */
  reload(): void {
    this.source.reload();
  }

  private selection(): Pick<Wall, 'program' | 'year'> {
    return { program: this.view.program(), year: this.view.year() };
  }

  private url(): string {
    if (this.token !== null) return `/api/screen/${this.token}/events`;
    const { program, year } = this.selection();
    return `/api/wall/events?program=${program}&year=${year}`;
  }

  private take(wall: Wall): void {
    this.heard.set(wall);
    this.heardAt.set(Date.now());
  }

  private listen(url: string): void {
    this.hangUp();
    const stream = this.openStream(url);
    this.stream = stream;
    stream.addEventListener('wall', ({ data }) => this.take(JSON.parse(data) as Wall));
    stream.addEventListener('current', () => this.heardAt.set(Date.now()));
    stream.addEventListener('error', () => this.lost(stream, url));
  }

  /** The browser comes again by itself after a break; after a refusal it does not, and why is asked by an ordinary request. */
  private lost(stream: EventStream, url: string): void {
    if (stream.readyState !== CLOSED || stream !== this.stream) return;
    this.source.reload();
    clearTimeout(this.again);
    this.again = setTimeout(() => {
      const problem = this.problem();
      if (!problem || !FINAL.includes(problem.kind)) this.listen(url);
    }, COME_AGAIN_MS);
  }

  private hangUp(): void {
    clearTimeout(this.again);
    this.stream?.close();
    this.stream = null;
  }
}
