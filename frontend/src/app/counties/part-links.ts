import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { County } from '@yuheng/shared/contract/counties';

/** The parts of a long page, each one click away; the address keeps what was picked. */
@Component({
  selector: 'yh-part-links',
  imports: [RouterLink, TranslocoPipe],
  template: `
    <nav class="screen-only" [attr.aria-label]="'counties.parts.title' | transloco">
      @for (part of parts; track part) {
        <a [routerLink]="[]" [fragment]="part" queryParamsHandling="preserve">{{
          'counties.parts.' + part | transloco: { count: data().findings.length }
        }}</a>
      }
      <ng-content />
    </nav>
  `,
  styles: `
    nav {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 4px;
      margin-block-end: 14px;
    }
    a {
      padding: 4px 12px;
      border: 1px solid var(--line);
      border-radius: 4px;
      background: var(--surface);
      font-size: 0.875rem;
      text-decoration: none;
    }
    a:hover {
      border-color: var(--accent);
    }
    @media (max-width: 760px) {
      a {
        padding: 8px 10px;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PartLinks {
  readonly data = input.required<County>();
  protected readonly parts = ['months', 'timeline', 'targets', 'findings', 'filings', 'result'] as const;
}
