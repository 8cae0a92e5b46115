import { ChangeDetectionStrategy, Component, computed, DOCUMENT, inject } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { ViewState } from '../api/view-state';
import { CopyButton } from './copy-button';

/**
 * Copies the address of what is shown, whole: program and year stand in it even where the page took the usual ones, so
 * that it shows the same next year. What it leads to is read by who signs in, each by their own rights.
 */
@Component({
  selector: 'yh-share-link',
  imports: [TranslocoPipe, CopyButton],
  template: `<yh-copy [text]="address()" label="ui.share.share" [hint]="'ui.share.hint' | transloco" />`,
  host: { class: 'screen-only' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ShareLink {
  private readonly router = inject(Router);
  private readonly view = inject(ViewState);
  private readonly origin = inject(DOCUMENT).location.origin;

  protected readonly address = computed(() => {
    // Read first, so that the address follows every change of the query.
    const asked = this.view.query();
    const tree = this.router.parseUrl(this.router.url);
    tree.queryParams = {
      ...this.view.selection(),
      ...Object.fromEntries(asked.keys.map((key) => [key, asked.get(key)])),
    };
    return this.origin + this.router.serializeUrl(tree);
  });
}
