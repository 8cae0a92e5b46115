import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { MarkSensitivity } from '@yuheng/shared/domain/allocation/proposing/allocation-proposal';

/** Of more counties the sentence beside it has the number. */
const MOST_SHOWN = 4;

/** Whose computed posts the most sensitive mark would change: 红塔区 26 → 25，通海县 19 → 20. */
@Component({
  selector: 'yh-mark-moves',
  template: `
    @for (move of shown(); track move.county) {
      <span class="move"
        ><span lang="zh-CN">{{ names().get(move.county) ?? move.county }}</span> {{ move.from }} →
        {{ move.to }}</span
      >
    }
  `,
  styles: `
    .move {
      margin-inline-end: 1em;
      white-space: nowrap;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MarkMoves {
  readonly moves = input.required<MarkSensitivity['moves']>();
  readonly names = input.required<ReadonlyMap<string, string>>();
  protected readonly shown = computed(() => {
    const moves = this.moves() ?? [];
    return moves.length > MOST_SHOWN ? [] : moves;
  });
}
