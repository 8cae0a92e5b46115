import { ChangeDetectionStrategy, Component } from '@angular/core';

/** An empty state: says what is not there, and what to do next. `<yh-empty>…</yh-empty>` */
@Component({
  selector: 'yh-empty',
  template: `<div class="notice" data-kind="empty"><ng-content /></div>`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EmptyNotice {}
