import { InjectionToken } from '@angular/core';

/** What of the browser's EventSource the wall needs; replaceable in tests. */
export interface EventStream {
  readonly readyState: number;
  addEventListener(type: string, heard: (event: MessageEvent<string>) => void): void;
  close(): void;
}

export const EVENT_STREAM = new InjectionToken<(url: string) => EventStream>('event stream', {
  providedIn: 'root',
  factory: () => (url) => new EventSource(url),
});

/** The browser has given up, and will not come again by itself. */
export const CLOSED = 2;
