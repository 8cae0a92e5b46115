import { DestroyRef, inject, Injectable, InjectionToken } from '@angular/core';

/** What tabs of one browser tell each other: nothing of it is stored anywhere. */
export type TabMessage =
  | { readonly kind: 'called'; readonly at: number }
  | { readonly kind: 'signedIn'; readonly username: string }
  | { readonly kind: 'signedOut' };

type Channel = Pick<BroadcastChannel, 'postMessage' | 'addEventListener' | 'close'>;

/** The browser's channel between tabs of the same origin, replaceable in tests; null where there is none. */
export const CHANNEL = new InjectionToken<Channel | null>('channel', {
  providedIn: 'root',
  factory: () => ('BroadcastChannel' in globalThis ? new BroadcastChannel('yuheng') : null),
});

/** The other tabs of the same browser share the session; a browser without a channel has each tab for itself. */
@Injectable({ providedIn: 'root' })
export class Tabs {
  private readonly channel = inject(CHANNEL);

  constructor() {
    inject(DestroyRef).onDestroy(() => this.channel?.close());
  }

  tell(message: TabMessage): void {
    this.channel?.postMessage(message);
  }

  /** Never hears what this tab tells itself. */
  hear(listener: (message: TabMessage) => void): void {
    this.channel?.addEventListener('message', (event) => listener(event.data as TabMessage));
  }
}
