import { Directive, inject, input } from '@angular/core';
import { Router } from '@angular/router';

/** `<a [yhLink]="item.link">`: an address inside the program as the server wrote it, query and all. */
@Directive({
  selector: 'a[yhLink]',
  host: { '[attr.href]': 'link()', '(click)': 'go($event)' },
})
export class InnerLink {
  private readonly router = inject(Router);
  readonly link = input.required<string>({ alias: 'yhLink' });

  protected go(event: MouseEvent): void {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void this.router.navigateByUrl(this.link());
  }
}
