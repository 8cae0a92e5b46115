import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';

/** The way between the pages of the audit trail; conditions of the entries stay in their own address. */
@Component({
  selector: 'yh-audit-parts',
  imports: [RouterLink, RouterLinkActive, TranslocoPipe],
  template: `
    <nav [attr.aria-label]="'audit.parts' | transloco">
      @for (part of parts; track part.id) {
        <a
          [routerLink]="part.path"
          routerLinkActive="here"
          ariaCurrentWhenActive="page"
          [routerLinkActiveOptions]="exactly"
          >{{ 'audit.part.' + part.id | transloco }}</a
        >
      }
    </nav>
  `,
  styles: `
    nav {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 18px;
      margin-block-end: 12px;
      border-block-end: 1px solid var(--line);
    }
    a {
      padding: 6px 2px;
      border-block-end: 3px solid transparent;
      color: var(--ink);
      text-decoration: none;
    }
    a:hover {
      color: var(--accent-ink);
    }
    .here {
      border-block-end-color: var(--accent);
      color: var(--accent-ink);
      font-weight: 600;
    }
    @media (max-width: 760px) {
      a {
        padding-block: 10px;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AuditParts {
  protected readonly parts = [
    { id: 'entries', path: '/audit' },
    { id: 'export', path: '/audit/export' },
    { id: 'seals', path: '/audit/seals' },
  ] as const;
  /** The page of the entries is the open one whatever its query says. */
  protected readonly exactly = {
    paths: 'exact',
    queryParams: 'ignored',
    fragment: 'ignored',
    matrixParams: 'ignored',
  } as const;
}
