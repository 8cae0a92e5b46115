import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DOCUMENT,
  ElementRef,
  inject,
  Injector,
  signal,
} from '@angular/core';
import { FormControl } from '@angular/forms';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { WallLink } from '@yuheng/shared/contract/wall';
import { isoDate } from '@yuheng/shared/domain/period/year-month';
import { Attempt } from '../api/attempt';
import { Client } from '../api/client';
import { pageSource } from '../api/page-source';
import { PROGRAMS, ViewState } from '../api/view-state';
import { CopyButton } from '../ui/copy-button';
import { Cell, DataTable, type Column } from '../ui/data-table';
import { formatDay } from '../ui/day';
import { Field } from '../ui/field';
import { focusFirstProblem } from '../ui/focus-first-problem';
import { Language } from '../ui/language';
import { Modal } from '../ui/modal';
import { Page } from '../ui/page';
import { ProblemNotice } from '../ui/problem-notice';
import { useTexts } from '../ui/texts';
import { WALL_LINKS_TEXTS } from './wall-links-texts';

/** The read-only links of the wall: made, shown once, revoked. */
@Component({
  selector: 'yh-wall-links',
  imports: [RouterLink, TranslocoPipe, Cell, CopyButton, DataTable, Field, Modal, Page, ProblemNotice],
  templateUrl: './wall-links-page.html',
  styles: `
    form {
      display: grid;
      gap: 12px;
      max-inline-size: 460px;
    }
    label {
      display: grid;
      gap: 4px;
    }
    .code {
      overflow-wrap: anywhere;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WallLinksPage {
  private readonly client = inject(Client);
  private readonly language = inject(Language);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  private readonly origin = inject(DOCUMENT).location.origin;
  protected readonly view = inject(ViewState);
  protected readonly programs = PROGRAMS;
  protected readonly source = pageSource('listWallLinks', () => ({}));
  protected readonly name = new FormControl('', { nonNullable: true });
  protected readonly endsOn = new FormControl('', { nonNullable: true });
  protected readonly program = signal<(typeof PROGRAMS)[number]>(this.view.program());
  protected readonly making = new Attempt();
  protected readonly revoking = new Attempt();
  /** The link that was made last, with the address that is shown this once. */
  protected readonly made = signal<{ readonly name: string; readonly address: string } | null>(null);
  protected readonly asked = signal<WallLink | null>(null);
  protected readonly columns = computed<readonly Column<WallLink>[]>(() => {
    const heading = (key: string): string => this.language.text(`wallLinks.${key}`);
    return [
      { id: 'name', heading: heading('name'), chinese: true, text: ({ name }) => name },
      {
        id: 'program',
        heading: heading('program'),
        text: ({ program }) => this.language.text(`wallLinks.programs.${program}`),
      },
      {
        id: 'endsOn',
        heading: heading('endsOn'),
        text: ({ endsOn }) => formatDay(endsOn, this.language.current()),
      },
      { id: 'createdBy', heading: heading('createdBy'), chinese: true, text: ({ createdBy }) => createdBy },
      {
        id: 'state',
        heading: heading('state'),
        text: ({ state }) => this.language.text(`wallLinks.states.${state}`),
      },
      { id: 'acts', heading: heading('acts') },
    ];
  });

  constructor() {
    useTexts('wallLinks', WALL_LINKS_TEXTS);
  }

  protected isMissing(control: FormControl<string>): boolean {
    return this.making.asked() && control.value.trim() === '';
  }

  protected choose(event: Event): void {
    const chosen = PROGRAMS.find((one) => one === (event.target as HTMLSelectElement).value);
    if (chosen) this.program.set(chosen);
  }

  protected async make(event: Event): Promise<void> {
    event.preventDefault();
    this.making.asked.set(true);
    if (this.isMissing(this.name) || this.isMissing(this.endsOn)) {
      return focusFirstProblem(this.host.nativeElement, this.injector);
    }
    const body = {
      name: this.name.value.trim(),
      program: this.program(),
      endsOn: isoDate(this.endsOn.value),
    };
    const isMade = await this.making.run(async () => {
      const { link, path } = await this.client.call('createWallLink', { body });
      this.made.set({ name: link.name, address: `${this.origin}${path}` });
    });
    if (!isMade) return;
    this.name.setValue('');
    this.making.clear();
    this.source.reload();
  }

  protected async revoke({ id }: WallLink): Promise<void> {
    const isRevoked = await this.revoking.run(async () => {
      await this.client.call('revokeWallLink', { params: { wallLink: id } });
    });
    if (isRevoked || this.revoking.problem()?.kind === 'conflict') {
      this.close();
      this.source.reload();
    }
  }

  protected close(): void {
    this.asked.set(null);
    this.revoking.clear();
  }
}
