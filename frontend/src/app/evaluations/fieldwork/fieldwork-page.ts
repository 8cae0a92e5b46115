import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { pageSource } from '../../api/page-source';
import { ViewState } from '../../api/view-state';
import { EmptyNotice } from '../../ui/empty-notice';
import { Language } from '../../ui/language';
import { Page } from '../../ui/page';
import { ProblemNotice } from '../../ui/problem-notice';
import { useTexts } from '../../ui/texts';
import { DocumentsTab } from './documents-tab';
import { FIELDWORK_TEXTS } from './fieldwork-texts';
import { PhotosTab } from './photos-tab';
import { RecordsTab } from './records-tab';
import { SamplesTab } from './samples-tab';
import { SurveysTab } from './surveys-tab';

const TABS = ['documents', 'visits', 'photos', 'interviews', 'slips', 'samples', 'surveys'] as const;
type Tab = (typeof TABS)[number];
/** What a county’s own people see. */
const OF_COUNTY: readonly Tab[] = ['documents', 'slips'];

/** The fieldwork of a round, one county and one part of it at a time; both stand in the address. */
@Component({
  selector: 'yh-fieldwork',
  imports: [
    RouterLink,
    TranslocoPipe,
    DocumentsTab,
    EmptyNotice,
    Page,
    PhotosTab,
    ProblemNotice,
    RecordsTab,
    SamplesTab,
    SurveysTab,
  ],
  templateUrl: './fieldwork-page.html',
  styleUrl: './fieldwork-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FieldworkPage {
  private readonly view = inject(ViewState);
  private readonly language = inject(Language);
  /** Of the address. */
  readonly round = input.required<string>();

  protected readonly source = pageSource('listFieldwork', () => ({ params: { round: this.round() } }));
  protected readonly county = computed(() => {
    const asked = this.view.query().get('county');
    const counties = this.source.value()?.counties ?? [];
    return (counties.find(({ id }) => id === asked) ?? counties[0])?.id ?? null;
  });
  protected readonly work = pageSource('readFieldwork', () => {
    const county = this.county();
    return county === null ? undefined : { params: { round: this.round(), county } };
  });

  protected readonly name = computed(() => {
    const board = this.source.value();
    if (!board) return '';
    const kind = this.language.text(`fieldwork.kind.${board.kind}`);
    return this.language.text('fieldwork.nameOf', { year: board.year, kind });
  });
  protected readonly tabs = computed(() =>
    this.work.value()?.reads === 'documentsAndSlips' ? OF_COUNTY : TABS,
  );
  protected readonly tab = computed<Tab>(
    () => this.tabs().find((one) => one === this.view.query().get('part')) ?? 'documents',
  );

  constructor() {
    useTexts('fieldwork', FIELDWORK_TEXTS);
  }

  /** How many there are of each part, beside its name. */
  protected count(tab: Tab): number {
    const work = this.work.value();
    if (!work) return 0;
    const ofKind = (kind: string): number =>
      work.records.filter(({ content }) => content.kind === kind).length;
    switch (tab) {
      case 'documents':
        return work.documents.length;
      case 'visits':
        return ofKind('visit');
      case 'interviews':
        return ofKind('interview');
      case 'slips':
        return ofKind('slip');
      case 'photos':
        return work.photos.filter(({ withdrawn }) => withdrawn === null).length;
      default:
        return work[tab].length;
    }
  }

  protected choose(event: Event): void {
    void this.view.change({ county: (event.target as HTMLSelectElement).value });
  }

  protected changed(): void {
    this.work.reload();
    this.source.reload();
  }
}
