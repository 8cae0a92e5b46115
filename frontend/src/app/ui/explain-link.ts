import { computed, Directive, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { printExplain, printTrail, type ExplainTarget } from '../api/explain-target';
import { ViewState } from '../api/view-state';

/**
 * `<a [yhExplain]="{ kind: 'score', run, county }">93.42</a>`: opens the explain drawer on the page that is open.
 * A real address, so that it can be copied and opened in another tab; the page behind keeps its place.
 */
@Directive({
  selector: 'a[yhExplain]',
  host: { '[attr.href]': 'address()', '(click)': 'go($event)', 'aria-haspopup': 'dialog' },
})
export class ExplainLink {
  private readonly router = inject(Router);
  private readonly view = inject(ViewState);
  readonly target = input.required<ExplainTarget>({ alias: 'yhExplain' });
  /** What was shown before inside the drawer, so that there is a way back up. */
  readonly trail = input<readonly ExplainTarget[]>([], { alias: 'yhExplainTrail' });

  private readonly changes = computed(() => ({
    explain: printExplain(this.target()),
    via: printTrail(this.trail()),
  }));
  protected readonly address = computed(() => {
    this.view.query();
    const tree = this.router.createUrlTree([], {
      queryParams: this.changes(),
      queryParamsHandling: 'merge',
      preserveFragment: true,
    });
    return this.router.serializeUrl(tree);
  });

  protected go(event: MouseEvent): void {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void this.view.change(this.changes());
  }
}
