import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Sheet } from '@yuheng/shared/contract/sheets';
import type { ApiProblem } from '../api/api-problem';
import { Attempt } from '../api/attempt';
import { Client } from '../api/client';
import { pageSource, type PageSource } from '../api/page-source';
import { Session } from '../api/session';
import { ViewState } from '../api/view-state';
import { formatDay } from '../ui/day';
import { Drawer } from '../ui/drawer';
import { Language } from '../ui/language';
import { Modal } from '../ui/modal';
import { MomentPipe } from '../ui/moment';
import { Page } from '../ui/page';
import { SaidPipe } from '../ui/said';
import { useTexts } from '../ui/texts';
import { checkWords } from './check-words';
import { InspectionCheckFields } from './inspection-check';
import { ItemHistory } from './item-history';
import { nextField } from './next-field';
import { SaveMark } from '../ui/save-mark';
import { doAct, type ActGiven, type SheetAct } from './sheet-act';
import { SheetActDialog } from './sheet-act-dialog';
import { nameOf, placeOf, SheetDesk } from './sheet-desk';
import type { Item } from './sheet-draft';
import { SheetFacts } from './sheet-facts';
import { SheetItem } from './sheet-item';
import { SheetWorkbook } from './sheet-workbook';
import { PATHS } from './sheet-paths';
import { SHEET_TEXTS } from './sheet-texts';
import { SHEETS_TEXTS } from './sheets-texts';
import { WageList } from './wage-list';

/** How long leaving waits for what is just being saved. */
const LEAVING_MS = 1500;

/** Why an act was not done: what is missing or unsaved, or what the server refused, item by item. */
interface Hindrance {
  readonly kind: 'missing' | 'unsaved' | 'refused' | 'stale';
  readonly items: readonly Item[];
  readonly problem?: ApiProblem;
}

/** One sheet of a county and a month: read, filled in, submitted, returned, approved, reopened. */
@Component({
  selector: 'yh-sheet',
  imports: [
    RouterLink,
    TranslocoPipe,
    Drawer,
    InspectionCheckFields,
    ItemHistory,
    Modal,
    MomentPipe,
    Page,
    SaidPipe,
    SaveMark,
    SheetActDialog,
    SheetFacts,
    SheetItem,
    SheetWorkbook,
    WageList,
  ],
  templateUrl: './sheet-page.html',
  styleUrl: './sheet-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: {
    '(window:online)': 'desk()?.queue?.resume()',
    '(window:beforeunload)': 'warn($event)',
    '(keydown.enter)': 'enter($event)',
  },
})
export class SheetPage {
  private readonly client = inject(Client);
  private readonly language = inject(Language);
  private readonly session = inject(Session);
  private readonly view = inject(ViewState);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  /** Of the route and of the address. */
  readonly kind = input.required<Sheet['kind']>();
  readonly county = input.required<string>();
  readonly month = input.required<string>();

  protected readonly address = computed(() => ({
    kind: this.kind(),
    program: this.view.program(),
    county: this.county(),
    month: this.month(),
  }));
  protected readonly source = pageSource('readSheet', () => placeOf(this.address()));
  /** What the frame of the page says of the sheet: its figures are 已审核 once it is approved, and none where none is filled in. */
  protected readonly framed: PageSource<unknown> = {
    ...this.source,
    value: computed(() => {
      const sheet = this.desk()?.sheet();
      if (!sheet) return this.source.value() && {};
      const { asOf, demonstration, stage, filled } = sheet;
      const state = stage === 'approved' ? 'approved' : filled > 0 ? 'provisional' : undefined;
      return { asOf, demonstration, state };
    }),
  };
  private readonly counties = pageSource('listCounties', () => (this.session.readsCity() ? {} : undefined));
  private readonly opened = signal<SheetDesk | null>(null);
  /** The sheet of the address; null while another one is still open. */
  protected readonly desk = computed(() => {
    const desk = this.opened();
    return desk && nameOf(desk.sheet()) === nameOf(this.address()) ? desk : null;
  });
  protected readonly path = computed(() => PATHS[this.kind()]);
  protected readonly name = computed(() => {
    const sheet = this.desk()?.sheet();
    if (!sheet) return '';
    const month = formatDay(sheet.month, this.language.current());
    return this.language.text(`sheets.kind.${sheet.kind}.one`, { county: sheet.countyName, month });
  });
  protected readonly neighbours = computed(() => {
    const counties = this.counties.value()?.counties ?? [];
    const here = counties.findIndex((one) => one.id === this.county());
    if (here < 0) return null;
    return { previous: counties[here - 1] ?? null, next: counties[here + 1] ?? null };
  });
  protected readonly person = computed(() => this.session.account()?.name ?? '');
  protected readonly historyOf = computed(() => {
    const wanted = this.view.query().get('history');
    return (
      this.desk()
        ?.sheet()
        .items.find((item) => item.id === wanted) ?? null
    );
  });

  protected readonly checkWords = checkWords;
  private readonly check = viewChild(InspectionCheckFields);
  /** In the order of the work. */
  protected readonly acts = ['confirmUnchanged', 'submit', 'return', 'approve', 'reopen'] as const;
  protected readonly acting = signal<SheetAct | null>(null);
  protected readonly attempt = new Attempt();
  protected readonly done = signal<SheetAct | null>(null);
  protected readonly hindrance = signal<Hindrance | null>(null);
  /** Someone leaves with something unsaved: the answer to whether they may. */
  protected readonly leaving = signal<((leave: boolean) => void) | null>(null);

  constructor() {
    useTexts('sheets', SHEETS_TEXTS);
    useTexts('sheet', SHEET_TEXTS);
    effect(() => {
      const sheet = this.source.value();
      const desk = untracked(() => this.desk());
      if (sheet && desk) untracked(() => desk.learn(sheet));
      else if (sheet) this.open(sheet);
    });
  }

  private open(sheet: Sheet): void {
    untracked(() => this.opened())?.queue.stop();
    const desk = new SheetDesk(this.client, sheet, untracked(() => this.session.account())?.username ?? '');
    this.opened.set(desk);
    untracked(() => {
      desk.restore();
      this.done.set(null);
      this.hindrance.set(null);
    });
  }

  protected history(item: string | null): void {
    void this.view.change({ history: item });
  }

  /** After a workbook was taken over; without the network the page shows it when it is opened next. */
  protected readAgain(desk: SheetDesk): void {
    desk.readAgain().catch(() => undefined);
  }

  protected useMine(desk: SheetDesk, item: Item): void {
    void desk.queue.keepMine(item.id, item.current?.version ?? 0);
  }

  /** Before an act everything typed is kept, and what is required is there; else it is named, and the first of it takes the focus. */
  protected async begin(desk: SheetDesk, act: SheetAct): Promise<void> {
    this.done.set(null);
    this.hindrance.set(null);
    await desk.queue.flush();
    const unsaved = desk.sheet().items.filter((item) => desk.queue.of(item.id));
    if (unsaved.length > 0) return this.hinder({ kind: 'unsaved', items: unsaved });
    const missing = act === 'submit' ? desk.missing() : [];
    if (missing.length > 0) return this.hinder({ kind: 'missing', items: missing });
    if (act === 'submit' && (await this.check()?.settle()) === false) return;
    this.acting.set(act);
  }

  protected async confirm(desk: SheetDesk, act: SheetAct, given: ActGiven): Promise<void> {
    const sheet = desk.sheet();
    const worked = await this.attempt.run(async () =>
      desk.learn(await doAct(this.client, sheet, act, given)),
    );
    const problem = this.attempt.problem();
    if (worked) {
      this.acting.set(null);
      this.done.set(act);
    } else if (problem?.kind === 'conflict') {
      await desk.readAgain().catch(() => undefined);
      this.acting.set(null);
      this.hinder({ kind: 'stale', items: [], problem });
    } else if (problem?.kind === 'refused') {
      this.acting.set(null);
      this.hinder({ kind: 'refused', items: itemsOf(sheet, problem), problem });
    }
  }

  /** What the checks say of the sheet and of no item of its own, to who can still do something about it. */
  protected remarksOfAll({ acts, remarks }: Sheet): Sheet['remarks'] {
    return acts.includes('write') ? remarks.filter((remark) => remark.items.length === 0) : [];
  }

  protected focusItem(item: Item): void {
    const place = this.host.nativeElement.querySelector<HTMLElement>(`#item-${item.id}`);
    const fields = [...(place?.querySelectorAll<HTMLElement>('[data-entry]') ?? [])];
    (fields.find((one) => one.matches(':checked')) ?? fields[0] ?? place)?.focus();
  }

  private hinder(hindrance: Hindrance): void {
    this.hindrance.set(hindrance);
    const [first] = hindrance.items;
    if (first) this.focusItem(first);
  }

  protected enter(event: Event): void {
    const target = event.target as HTMLElement;
    if (!(target instanceof HTMLInputElement) || !target.matches('[data-entry]')) return;
    event.preventDefault();
    void this.desk()?.queue.flush();
    nextField(this.host.nativeElement, target)?.focus();
  }

  protected warn(event: BeforeUnloadEvent): void {
    if (this.desk()?.queue.unsent().length) event.preventDefault();
  }

  protected print(): void {
    globalThis.print();
  }

  /** For the route: nothing unsaved, or the person knows and leaves all the same. */
  async mayLeave(): Promise<boolean> {
    const queue = this.opened()?.queue;
    if (!queue) return true;
    await Promise.race([queue.flush(), new Promise((resolve) => setTimeout(resolve, LEAVING_MS))]);
    const leave =
      queue.unsent().length === 0 || (await new Promise<boolean>((answer) => this.leaving.set(answer)));
    this.leaving.set(null);
    if (leave) queue.stop();
    return leave;
  }
}

/** The items that a refusal points at, in the order of the sheet. */
const itemsOf = (sheet: Sheet, problem: ApiProblem): readonly Item[] => {
  const named = new Set(problem.errors.flatMap((error) => error.pointer.split('/')));
  return sheet.items.filter((item) => named.has(item.id));
};
