import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type {
  MethodDefinition,
  MethodDraft,
  PublishedMethod,
} from '@yuheng/shared/contract/evaluation-methods';
import { diffMethods } from '@yuheng/shared/domain/scoring/method-diff/diff-methods';
import { nameOf } from '@yuheng/shared/domain/scoring/method';
import { Attempt } from '../api/attempt';
import { addressOf, Client } from '../api/client';
import { holds } from '../api/has-role';
import { pageSource, type PageSource } from '../api/page-source';
import { Session } from '../api/session';
import { ViewState } from '../api/view-state';
import { DayPipe } from '../ui/day';
import { Language } from '../ui/language';
import { Modal } from '../ui/modal';
import { MomentPipe } from '../ui/moment';
import { Page } from '../ui/page';
import { ProblemNotice } from '../ui/problem-notice';
import { SaidPipe } from '../ui/said';
import { SaveMark } from '../ui/save-mark';
import { useTexts } from '../ui/texts';
import { IndicatorForm } from './indicator-form';
import { MethodChanges } from './method-changes';
import { MethodDesk, type Content } from './method-desk';
import { MethodFiles } from './method-files';
import { MethodHead } from './method-head';
import { MethodOfficial } from './method-official';
import { MethodSimulationPanel, type SimulatedMethod } from './method-simulation-panel';
import { MethodTree, type TreeAct } from './method-tree';
import { METHODS_TEXTS } from './methods-texts';
import { PublishDialog, type Publication } from './publish-dialog';
import {
  addBehind,
  addInside,
  change,
  freeId,
  moveTo,
  remove,
  step,
  treeRows,
  type Indicator,
} from './tree-edits';
import { WeightAdvisers } from './weight-advisers';

/** How long leaving waits for what is still on its way. */
const LEAVING_MS = 1500;
const VIEWS = ['edit', 'table', 'changes', 'simulation', 'advisers'] as const;
type View = (typeof VIEWS)[number];

/** One method: a draft that is written, or a published version that is read; what it changes, and what it would do. */
@Component({
  selector: 'yh-method-page',
  imports: [
    RouterLink,
    TranslocoPipe,
    DayPipe,
    IndicatorForm,
    MethodChanges,
    MethodFiles,
    MethodHead,
    MethodOfficial,
    MethodSimulationPanel,
    MethodTree,
    Modal,
    MomentPipe,
    Page,
    ProblemNotice,
    PublishDialog,
    SaidPipe,
    SaveMark,
    WeightAdvisers,
  ],
  templateUrl: './method-page.html',
  styleUrl: './method-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: {
    '(window:online)': 'desk()?.queue?.resume()',
    '(window:beforeunload)': 'warn($event)',
  },
})
export class MethodPage {
  private readonly client = inject(Client);
  private readonly language = inject(Language);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  protected readonly view = inject(ViewState);
  /** From the address: the number of a version, or the id of a draft. */
  readonly method = input.required<string>();

  private readonly number = computed(() =>
    /^[1-9]\d{0,5}$/.test(this.method()) ? Number(this.method()) : null,
  );
  protected readonly version = pageSource('readMethodVersion', () => {
    const version = this.number();
    return version === null ? undefined : { params: { version }, query: { program: this.view.program() } };
  });
  protected readonly draftSource = pageSource('readMethodDraft', () =>
    this.number() === null ? { params: { draft: this.method() } } : undefined,
  );
  protected readonly source = computed<PageSource<unknown>>(() =>
    this.number() === null ? this.draftSource : this.version,
  );
  private readonly opened = signal<MethodDesk | null>(null);
  protected readonly mayWrite = computed(() => holds(this.session.account(), 'programOfficer'));
  /** The draft of the address, to be written; null for a published version and for who reads only. */
  protected readonly desk = computed(() => {
    const desk = this.opened();
    return this.mayWrite() && desk?.draft().draft === this.method() ? desk : null;
  });
  /** What is read: a version, or a draft as it stands here. */
  protected readonly shown = computed<PublishedMethod | MethodDraft | null>(() => {
    if (this.number() !== null) return this.version.value() ?? null;
    return this.desk()?.draft() ?? this.draftSource.value() ?? null;
  });
  protected readonly definition = computed<MethodDefinition>(
    () => this.desk()?.definition() ?? this.shown()?.definition ?? { indicators: [] },
  );
  protected readonly title = computed(() => {
    const name = this.desk()?.content().name ?? this.shown()?.name;
    return name ? this.language.say(name) || this.language.text('methods.unnamed') : '';
  });
  protected readonly views = computed<readonly View[]>(() =>
    this.desk()
      ? VIEWS
      : this.session.readsCity()
        ? ['table', 'changes', 'simulation']
        : ['table', 'changes'],
  );
  protected readonly chosenView = computed<View>(() => {
    const asked = this.view.query().get('view');
    return this.views().find((one) => one === asked) ?? this.views()[0] ?? 'table';
  });
  protected readonly changes = computed(() => {
    const desk = this.desk();
    if (desk) return desk.changes();
    const shown = this.shown();
    return shown?.base ? diffMethods(shown.base.definition, shown.definition) : null;
  });
  protected readonly simulated = computed<SimulatedMethod>(() => {
    const version = this.number();
    return version === null ? { draft: this.method() } : { version };
  });
  protected readonly versions = computed(() =>
    Array.from({ length: this.shown()?.inForce ?? 0 }, (_, index) => index + 1).reverse(),
  );
  protected readonly workbook = computed(() => {
    const version = this.number();
    return version === null
      ? addressOf('downloadMethodDraftWorkbook', { params: { draft: this.method() } })
      : addressOf('downloadMethodWorkbook', {
          params: { version: String(version) },
          query: { program: this.view.program() },
        });
  });

  private readonly selection = signal<string | null>(null);
  protected readonly selected = computed(() => {
    const rows = treeRows(this.definition().indicators);
    return rows.find(({ indicator }) => indicator.id === this.selection()) ?? rows[0] ?? null;
  });
  protected readonly errors = computed(
    () =>
      this.desk()
        ?.check()
        .filter(({ severity }) => severity === 'error') ?? [],
  );
  protected readonly warnings = computed(
    () =>
      this.desk()
        ?.check()
        .filter(({ severity }) => severity === 'warning') ?? [],
  );
  protected readonly ofSelected = computed(() => {
    const at = `/method/indicators/${this.selected()?.index ?? -1}`;
    return (this.desk()?.check() ?? []).filter(
      ({ pointer }) => pointer === at || pointer.startsWith(`${at}/`),
    );
  });
  /** Of the method as a whole, and of no indicator of its own. */
  protected readonly ofAll = computed(() =>
    (this.desk()?.check() ?? []).filter(({ pointer }) => !/^\/method\/indicators\/\d/.test(pointer)),
  );
  protected readonly taken = computed(() => new Set(this.definition().indicators.map(({ id }) => id)));

  private readonly tree = viewChild(MethodTree);
  private readonly form = viewChild(IndicatorForm);
  protected readonly publishing = signal(false);
  protected readonly withdrawing = signal(false);
  protected readonly attempt = new Attempt();
  protected readonly said = signal('');
  protected readonly leaving = signal<((leave: boolean) => void) | null>(null);
  private gone = false;

  constructor() {
    useTexts('methods', METHODS_TEXTS);
    effect(() => {
      const draft = this.draftSource.value();
      if (draft) untracked(() => this.open(draft));
    });
  }

  private open(draft: MethodDraft): void {
    if (this.opened()?.draft().draft === draft.draft) return;
    this.opened()?.queue.stop();
    const desk = new MethodDesk(this.client, draft, this.session.account()?.username ?? '');
    if (this.mayWrite()) desk.restore();
    this.gone = false;
    this.opened.set(desk);
  }

  protected look(view: View): void {
    void this.view.change({ view });
  }

  protected choose(id: string): void {
    this.selection.set(id);
  }

  protected act(desk: MethodDesk, act: TreeAct): void {
    const all = desk.indicators();
    switch (act.kind) {
      case 'back':
        return desk.goBack();
      case 'add':
      case 'addInside':
        return this.add(desk, act.id, act.kind === 'addInside');
      case 'remove':
        return this.remove(desk, act.id);
      case 'step':
        return this.settle(desk, step(all, act.id, act.way), act.id);
      case 'move':
        return this.settle(desk, moveTo(all, act.id, act.target, act.place), act.id);
      case 'marks':
        return this.marks(desk, act.id, act.marks.normalize('NFKC').replace(/\s/g, ''));
      case 'edit':
        this.choose(act.id);
        return this.form()?.focusName();
    }
  }

  private add(desk: MethodDesk, id: string | null, isInside: boolean): void {
    const all = desk.indicators();
    const parent = isInside ? id : all.find((one) => one.id === id)?.parent;
    const added: Indicator = {
      id: freeId(all),
      ...(parent === undefined || parent === null ? {} : { parent }),
      name: this.language.text('methods.newIndicator'),
    };
    const placed = isInside && id !== null ? addInside(all, id, added) : addBehind(all, id, added);
    this.settle(desk, placed, added.id);
  }

  private remove(desk: MethodDesk, id: string | null): void {
    if (id === null) return;
    const rows = treeRows(desk.indicators());
    const at = rows.findIndex(({ indicator }) => indicator.id === id);
    const removed = rows[at]?.indicator;
    const left = remove(desk.indicators(), id);
    const next = rows.slice(at).find(({ indicator }) => left.includes(indicator)) ?? rows[at - 1];
    desk.setIndicators(left);
    if (removed) {
      const values = { name: this.language.say(nameOf(removed as never)) };
      this.said.set(this.language.text('methods.tree.removed', values));
    }
    if (next) {
      this.choose(next.indicator.id);
      this.tree()?.focus(next.indicator.id);
    }
  }

  private settle(desk: MethodDesk, indicators: readonly Indicator[], id: string): void {
    this.said.set('');
    desk.setIndicators(indicators);
    this.choose(id);
    this.tree()?.focus(id);
  }

  private marks(desk: MethodDesk, id: string, marks: string): void {
    const indicators = desk.indicators().map((one): Indicator => {
      if (one.id !== id) return one;
      const { marks: _, ...rest } = one;
      return marks === '' ? rest : { ...rest, marks };
    });
    desk.setIndicators(indicators, `${id}.marks`);
  }

  protected changed(desk: MethodDesk, { to, key }: { readonly to: Indicator; readonly key: string }): void {
    const before = this.selected()?.indicator.id;
    if (before === undefined) return;
    desk.setIndicators(change(desk.indicators(), before, to), key);
    this.choose(to.id);
  }

  protected head(desk: MethodDesk, { key, ...changes }: Partial<Content> & { readonly key: string }): void {
    desk.change(changes, key);
  }

  protected take(desk: MethodDesk, definition: MethodDefinition): void {
    desk.change({ definition });
    this.said.set(this.language.text('methods.taken'));
  }

  /** Everything typed is kept, or it is said why not: what the server does next rests on what it has. */
  protected readonly settled = async (): Promise<boolean> => {
    const desk = this.desk();
    if (!desk) return true;
    await desk.queue.flush();
    const kept = desk.queue.state() === 'saved';
    if (!kept) this.said.set(this.language.text('methods.notKept'));
    return kept;
  };

  protected async beginPublishing(): Promise<void> {
    this.said.set('');
    if (await this.settled()) this.publishing.set(true);
  }

  protected readonly publish = async (publication: Publication): Promise<void> => {
    const desk = this.desk();
    if (!desk) return;
    const { draft, lock, inForce } = desk.draft();
    const { version } = await this.client.call('publishMethod', {
      params: { draft },
      version: lock,
      body: { ...publication, supersedes: inForce },
    });
    this.gone = true;
    this.publishing.set(false);
    await this.router.navigate(['/methods', version], { queryParams: this.view.selection() });
  };

  protected async withdraw(desk: MethodDesk): Promise<void> {
    const { draft, lock } = desk.draft();
    const worked = await this.attempt.run(() =>
      this.client.call('withdrawMethodDraft', { params: { draft }, version: lock }),
    );
    if (!worked) return;
    this.gone = true;
    for (const { item } of desk.queue.unsent()) desk.queue.drop(item);
    this.withdrawing.set(false);
    await this.router.navigate(['/methods'], { queryParams: this.view.selection() });
  }

  protected async newFrom({ version, program }: PublishedMethod): Promise<void> {
    await this.attempt.run(async () => {
      const body = { from: { kind: 'version', version } } as const;
      const { draft } = await this.client.call('createMethodDraft', { query: { program }, body });
      await this.router.navigate(['/methods', draft], { queryParams: this.view.selection() });
    });
  }

  protected print(): void {
    globalThis.print();
  }

  protected warn(event: BeforeUnloadEvent): void {
    if (!this.gone && this.desk()?.queue.unsent().length) event.preventDefault();
  }

  /** For the route: nothing unsaved, or the person knows and leaves all the same. */
  async mayLeave(): Promise<boolean> {
    const queue = this.desk()?.queue;
    if (!queue || this.gone) return true;
    await Promise.race([queue.flush(), new Promise((resolve) => setTimeout(resolve, LEAVING_MS))]);
    const leave =
      queue.unsent().length === 0 || (await new Promise<boolean>((answer) => this.leaving.set(answer)));
    this.leaving.set(null);
    if (leave) queue.stop();
    return leave;
  }

  protected asVersion(shown: PublishedMethod | MethodDraft): PublishedMethod | null {
    return 'version' in shown ? shown : null;
  }
}
