import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Session } from '../api/session';
import { ViewState } from '../api/view-state';
import { Guide } from '../ui/guide';
import { Language } from '../ui/language';
import { Page } from '../ui/page';
import { SaidPipe } from '../ui/said';
import { useTexts } from '../ui/texts';
import { HELP_TEXTS } from './help-texts';
import { ROLE_GUIDES } from './roles/role-guides';

/** What a role comes for and what it does, step by step; without one in the address, the reader's own. */
@Component({
  selector: 'yh-help-page',
  imports: [RouterLink, TranslocoPipe, Page, SaidPipe],
  templateUrl: './help-page.html',
  styleUrl: './help-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HelpPage {
  private readonly session = inject(Session);
  private readonly language = inject(Language);
  protected readonly view = inject(ViewState);
  protected readonly help = inject(Guide);
  protected readonly guides = ROLE_GUIDES;
  /** From the address. */
  readonly role = input<string>();

  protected readonly own = computed(() => this.session.account()?.roles[0] ?? null);
  protected readonly shown = computed(() => this.role() ?? this.own());
  protected readonly guide = computed(() => ROLE_GUIDES.find(({ role }) => role === this.shown()) ?? null);
  /** A link to a page is for who may open it. */
  protected readonly isOwn = computed(() =>
    (this.session.account()?.roles ?? []).some((role) => role === this.shown()),
  );
  protected readonly name = computed(() => {
    const role = this.guide()?.role;
    return role ? this.language.text('help.roleTitle', { role: this.language.text(`ui.role.${role}`) }) : '';
  });

  constructor() {
    useTexts('help', HELP_TEXTS);
  }
}
