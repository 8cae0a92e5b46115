import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type * as z from 'zod';
import type { figureState } from '@yuheng/shared/contract/values';

export type FigureState = z.infer<typeof figureState>;

/** 待审核 / 已审核 / 已定案: hatched, outlined, filled; the word always stands with it. */
@Component({
  selector: 'yh-figure-state',
  imports: [TranslocoPipe],
  template: `<span class="figure-state" [attr.data-state]="state()">{{
    'ui.figureState.' + state() | transloco
  }}</span>`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FigureStateMark {
  readonly state = input.required<FigureState>();
}
