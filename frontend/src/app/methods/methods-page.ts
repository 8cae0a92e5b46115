import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Attempt } from '../api/attempt';
import { Client, type Answer, type CallOptions } from '../api/client';
import { holds } from '../api/has-role';
import { pageSource } from '../api/page-source';
import { Session } from '../api/session';
import { ViewState } from '../api/view-state';
import { Cell, DataTable, type Column } from '../ui/data-table';
import { formatDay } from '../ui/day';
import { EmptyNotice } from '../ui/empty-notice';
import { Language } from '../ui/language';
import { listInWords } from '../ui/list-in-words';
import { Modal } from '../ui/modal';
import { MomentPipe } from '../ui/moment';
import { Page } from '../ui/page';
import { ProblemNotice } from '../ui/problem-notice';
import { SaidPipe } from '../ui/said';
import { useTexts } from '../ui/texts';
import { METHODS_TEXTS } from './methods-texts';

type Row = Answer<'listMethods'>['versions'][number];
type Origin = CallOptions<'createMethodDraft'>['body']['from'];

/** Which versions of the method are published, which are being written, and from what a new one begins. */
@Component({
  selector: 'yh-methods-page',
  imports: [
    RouterLink,
    TranslocoPipe,
    Cell,
    DataTable,
    EmptyNotice,
    Modal,
    MomentPipe,
    Page,
    ProblemNotice,
    SaidPipe,
  ],
  templateUrl: './methods-page.html',
  styleUrl: './methods-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MethodsPage {
  private readonly client = inject(Client);
  private readonly language = inject(Language);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  protected readonly view = inject(ViewState);
  protected readonly source = pageSource('listMethods', () => ({ query: { program: this.view.program() } }));
  protected readonly mayWrite = computed(() => holds(this.session.account(), 'programOfficer'));
  protected readonly choosing = signal(false);
  protected readonly attempt = new Attempt();
  protected readonly columns = computed<readonly Column<Row>[]>(() => {
    const text = (key: string, values = {}) => this.language.text(`methods.${key}`, values);
    return [
      { id: 'version', heading: text('version') },
      { id: 'name', heading: text('name'), wide: true, text: ({ name }) => this.language.say(name) },
      { id: 'document', heading: text('document'), chinese: true, text: (row) => row.documentNumber ?? '—' },
      {
        id: 'publishedOn',
        heading: text('publishedOn'),
        tight: true,
        text: ({ publishedOn }) => formatDay(publishedOn, this.language.current()),
      },
      {
        id: 'publishedBy',
        heading: text('publishedBy'),
        chinese: true,
        text: (row) => row.publishedBy ?? '—',
      },
      {
        id: 'size',
        heading: text('size'),
        text: ({ leaves, fullMarks }) => text('sizeOf', { leaves, marks: fullMarks }),
      },
      { id: 'rounds', heading: text('rounds'), wide: true, text: (row) => this.roundsOf(row) },
    ];
  });

  constructor() {
    useTexts('methods', METHODS_TEXTS);
  }

  private roundsOf({ rounds }: Row): string {
    if (rounds.length === 0) return this.language.text('methods.noRounds');
    const words = rounds.map(({ year, kind, finalised }) =>
      this.language.text(finalised ? 'methods.roundFinal' : 'methods.round', {
        year,
        kind: this.language.text(`methods.kind.${kind}`),
      }),
    );
    return listInWords(words, this.language.current());
  }

  protected begin(from: Origin): Promise<unknown> {
    return this.attempt.run(async () => {
      const query = { program: this.view.program() };
      const { draft } = await this.client.call('createMethodDraft', { query, body: { from } });
      this.choosing.set(false);
      await this.router.navigate(['/methods', draft], { queryParams: this.view.selection() });
    });
  }
}
