import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Bilingual } from '@yuheng/shared/domain/bilingual';
import { Attempt } from '../../api/attempt';
import { Client } from '../../api/client';
import { pageSource } from '../../api/page-source';
import { saveAs } from '../../api/save-as';
import { DayPipe } from '../../ui/day';
import { MomentPipe } from '../../ui/moment';
import { ProblemNotice } from '../../ui/problem-notice';
import { useTexts } from '../../ui/texts';
import { PackPasswords } from './pack-passwords';
import { PackReturn } from './pack-return';
import { PACKS_TEXTS } from './packs-texts';

const ZIP = 'application/zip';

/** 离线打分: take the assigned counties along as an encrypted pack, and bring it back. */
@Component({
  selector: 'yh-score-packs',
  imports: [TranslocoPipe, DayPipe, MomentPipe, PackPasswords, PackReturn, ProblemNotice],
  templateUrl: './score-packs.html',
  styleUrl: './score-packs.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ScorePacks {
  private readonly client = inject(Client);
  readonly round = input.required<string>();
  /** Why nothing can be entered now; null: it can. */
  readonly closed = input.required<Bilingual | null>();
  /** Entries were taken over: the workspace is to be read again. */
  readonly taken = output();

  /** The packs are read once somebody asks for them. */
  protected readonly shown = signal(false);
  protected readonly packs = pageSource('listScorePacks', () =>
    this.shown() ? { params: { round: this.round() } } : undefined,
  );
  protected readonly asking = signal(false);
  protected readonly making = new Attempt();
  protected readonly made = signal(false);

  constructor() {
    useTexts('packs', PACKS_TEXTS);
  }

  protected toggle(event: Event): void {
    this.shown.set((event.target as HTMLDetailsElement).open);
  }

  protected ask(): void {
    this.making.clear();
    this.made.set(false);
    this.asking.set(true);
  }

  protected async make(password: string): Promise<void> {
    const params = { round: this.round() };
    const done = await this.making.run(async () => {
      const { name, content } = await this.client.download(
        'makeScorePack',
        { params, body: { password } },
        ZIP,
      );
      saveAs(name, content);
    });
    if (!done) return;
    this.asking.set(false);
    this.made.set(true);
    this.packs.reload();
  }

  protected back(): void {
    this.packs.reload();
    this.taken.emit();
  }
}
