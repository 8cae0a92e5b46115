import { Injectable, signal } from '@angular/core';
import type { AsOfChoice } from '@yuheng/shared/contract/values';

/** What the open page says of itself, for the frame around it: the keys of its title and of the question it answers. */
@Injectable({ providedIn: 'root' })
export class CurrentPage {
  readonly title = signal('');
  readonly question = signal('');
  /** 数据截至: the day that the figures on the page stand for; null where it shows none. */
  readonly asOf = signal<string | null>(null);
  /** From which points in time the page can be looked at, as last told; null where it is of now alone. */
  readonly choice = signal<AsOfChoice | null>(null);
}
