import { ChangeDetectionStrategy, Component, DOCUMENT, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';

/**
 * A part of a page whose code did not come: says so, and tries again by loading the page anew, which its address
 * describes whole. After a new version was installed nothing less helps: the old names of the files are gone.
 */
@Component({
  selector: 'yh-failed-part',
  imports: [TranslocoPipe],
  template: `
    <div class="notice" data-kind="problem" role="alert">
      <p>{{ 'ui.partFailed' | transloco }}</p>
      <p>
        <button type="button" class="button" (click)="again()">{{ 'ui.retry' | transloco }}</button>
      </p>
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FailedPart {
  private readonly document = inject(DOCUMENT);

  protected again(): void {
    this.document.location.reload();
  }
}
