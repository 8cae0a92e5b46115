import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import { Tabs } from './tabs';

/** `idleSoon`: ends unless something is asked of the server; `lifetimeSoon`: ends whatever is done. */
export type SessionPhase = 'calm' | 'idleSoon' | 'lifetimeSoon' | 'over';

interface Bounds {
  readonly idleMinutes: number;
  readonly expiresAt: string;
}

const MINUTE_MS = 60_000;
/** The server notes the use of a session once a minute, so that its end may come so much before the last call says. */
const NOTED_EVERY_MS = MINUTE_MS;
const TOLD_EVERY_MS = 5_000;

/**
 * How long the session lasts, as far as a browser can know it: from what the account said of it and from the last call
 * of any tab. Computers whose clock is wrong are common; the end is counted by the server's clock.
 */
@Injectable({ providedIn: 'root' })
export class SessionLife {
  private readonly tabs = inject(Tabs);
  private readonly bounds = signal<Bounds | null>(null);
  private readonly lastCall = signal(0);
  private readonly now = signal(0);
  /** The server's clock minus the browser's, in milliseconds. */
  private readonly ahead = signal(0);
  private timer: ReturnType<typeof setInterval> | undefined;
  private told = 0;

  private readonly end = computed(() => {
    const bounds = this.bounds();
    if (!bounds) return null;
    const idle = this.lastCall() + bounds.idleMinutes * MINUTE_MS - NOTED_EVERY_MS;
    const lifetime = Date.parse(bounds.expiresAt) - this.ahead();
    return idle < lifetime
      ? { at: idle, phase: 'idleSoon' as const }
      : { at: lifetime, phase: 'lifetimeSoon' as const };
  });
  /** Whole seconds until the session ends; null while nothing is known of it. */
  readonly secondsLeft = computed(() => {
    const end = this.end();
    return end && Math.max(0, Math.ceil((end.at - this.now()) / 1000));
  });
  readonly phase = computed<SessionPhase>(() => {
    const [end, left] = [this.end(), this.secondsLeft()];
    if (!end || left === null) return 'calm';
    if (left === 0) return 'over';
    // Five minutes; where a session idles for ten minutes or less, half of them.
    const warning = Math.min(5, (this.bounds()?.idleMinutes ?? 0) / 2) * 60;
    return left <= warning ? end.phase : 'calm';
  });

  constructor() {
    this.tabs.hear((message) => {
      if (message.kind === 'called') this.lastCall.update((at) => Math.max(at, message.at));
    });
    inject(DestroyRef).onDestroy(() => clearInterval(this.timer));
  }

  /** From now on the end is watched. */
  begin(bounds: Bounds): void {
    this.bounds.set(bounds);
    this.now.set(Date.now());
    this.timer ??= setInterval(() => this.now.set(Date.now()), 1000);
  }

  /** Nobody is signed in, or it is over: nothing ends any more. */
  forget(): void {
    this.bounds.set(null);
    clearInterval(this.timer);
    this.timer = undefined;
  }

  /** The server has just answered a call; `date` is the Date header of the answer. */
  called(date: string | null): void {
    const now = Date.now();
    const server = Date.parse(date ?? '');
    if (!Number.isNaN(server)) this.ahead.set(server - now);
    this.lastCall.set(now);
    if (now - this.told < TOLD_EVERY_MS) return;
    this.told = now;
    this.tabs.tell({ kind: 'called', at: now });
  }
}
