import { Injectable, signal } from '@angular/core';

/** Help that lies over whatever page is open; what shows it is loaded when it is needed. */
@Injectable({ providedIn: 'root' })
export class Guide {
  /** A page stands in the frame with navigation: only there help is offered. */
  readonly offered = signal(false);
  /** The drawer 本页术语 is open. */
  readonly termsOpen = signal(false);
  /** The reader asked for the first visit once more. */
  readonly tourAsked = signal(false);
}
