import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  linkedSignal,
  signal,
} from '@angular/core';
import { FormControl } from '@angular/forms';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Bilingual } from '@yuheng/shared/domain/bilingual';
import { isYearMonth, yearMonth, type YearMonth } from '@yuheng/shared/domain/period/year-month';
import { changedAnswerRefusals } from '@yuheng/shared/domain/sheets/checks/kept-answers';
import { templateRefusals } from '@yuheng/shared/domain/sheets/checks/template-refusals';
import { RULE_KINDS, SHEET_KINDS, type SheetKind } from '@yuheng/shared/domain/sheets/sheet';
import { Attempt } from '../../api/attempt';
import { Client } from '../../api/client';
import { pageSource } from '../../api/page-source';
import { ViewState } from '../../api/view-state';
import { DayPipe } from '../../ui/day';
import { EmptyNotice } from '../../ui/empty-notice';
import { Field } from '../../ui/field';
import { Language } from '../../ui/language';
import { MomentPipe } from '../../ui/moment';
import { Page } from '../../ui/page';
import { ProblemNotice } from '../../ui/problem-notice';
import { SaidPipe } from '../../ui/said';
import { useTexts } from '../../ui/texts';
import { ADMINISTRATION_TEXTS } from '../administration-texts';
import { ReasonField } from '../reason-field';
import { draftOfRule, newRule, ruleOfDraft, speaksOf, type RuleDraft } from './rule-draft';
import { draftOfItem, itemOfDraft, moved, newItem, type ItemDraft } from './template-draft';
import { TemplateItemFields } from './template-item-fields';
import { TemplatePreview } from './template-preview';
import { TemplateRuleFields } from './template-rule-fields';
import { TEMPLATES_TEXTS } from './templates-texts';

interface Wrong {
  readonly pointer: string;
  readonly text: Bilingual;
}

/** What the sheets of a kind ask, version by version, and a new version made from the last one. */
@Component({
  selector: 'yh-templates',
  imports: [
    RouterLink,
    TranslocoPipe,
    DayPipe,
    EmptyNotice,
    Field,
    MomentPipe,
    Page,
    ProblemNotice,
    ReasonField,
    SaidPipe,
    TemplateItemFields,
    TemplatePreview,
    TemplateRuleFields,
  ],
  templateUrl: './templates-page.html',
  styleUrl: './templates-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TemplatesPage {
  private readonly client = inject(Client);
  private readonly language = inject(Language);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  protected readonly view = inject(ViewState);
  protected readonly kinds = SHEET_KINDS;
  protected readonly ruleKinds = RULE_KINDS;
  protected readonly answers = ['count', 'money', 'date', 'text', 'conclusion'] as const;
  protected readonly kind = computed<SheetKind>(
    () => SHEET_KINDS.find((one) => one === this.view.query().get('kind')) ?? 'inspection',
  );
  protected readonly source = pageSource('listSheetTemplates', () => ({
    query: { program: this.view.program(), kind: this.kind() },
  }));
  protected readonly others = computed(() => this.source.value()?.others ?? []);
  protected readonly newest = computed(() => this.source.value()?.templates[0] ?? null);
  /** The version of the address; without one the newest. */
  protected readonly shown = computed(() => {
    const wanted = Number(this.view.query().get('version'));
    return this.source.value()?.templates.find(({ version }) => version === wanted) ?? this.newest();
  });

  /** The items of the version that is being made; null while none is. */
  protected readonly draft = linkedSignal<SheetKind, readonly ItemDraft[] | null>({
    source: this.kind,
    computation: () => null,
  });
  protected readonly validFrom = new FormControl('', { nonNullable: true });
  protected readonly reason = new FormControl('', { nonNullable: true });
  protected readonly attempt = new Attempt();
  protected readonly done = signal<number | null>(null);
  /** What has just been moved to where, for those who do not see it. */
  protected readonly spoken = signal('');
  private made = 0;
  protected readonly items = computed(() => (this.draft() ?? []).map(itemOfDraft));
  protected readonly draftRules = signal<readonly RuleDraft[]>([]);
  protected readonly rules = computed(() =>
    this.draftRules().map((rule) => ruleOfDraft(rule, this.draft() ?? [], this.others())),
  );
  /** Rules over items that were removed, and are gone with them. */
  protected readonly dropped = signal(0);
  protected readonly oldRules = computed(() => new Set(this.newest()?.rules.map(({ id }) => id)));
  /** The month that the examples of the rules speak of. */
  protected readonly exampleMonth = computed<YearMonth>(() =>
    yearMonth(this.newest()?.validFrom ?? '2026-01'),
  );
  /** What is wrong with the whole template as it stands, by the same checks as the server’s. */
  protected readonly wrong = computed<readonly Wrong[]>(() =>
    [
      ...templateRefusals({ kind: this.kind(), items: this.items(), rules: this.rules() }, this.others()),
      ...changedAnswerRefusals(this.items(), this.source.value()?.templates ?? []),
    ].map(({ pointer, detail }) => ({ pointer, text: detail })),
  );
  private readonly refused = computed<readonly Wrong[]>(() =>
    (this.attempt.problem()?.errors ?? []).map(({ pointer, detail }) => ({ pointer, text: detail })),
  );

  constructor() {
    useTexts('administration', ADMINISTRATION_TEXTS);
    useTexts('templates', TEMPLATES_TEXTS);
  }

  protected begin(): void {
    this.attempt.clear();
    this.done.set(null);
    this.validFrom.setValue('');
    this.reason.setValue('');
    const items = (this.newest()?.items ?? []).map(draftOfItem);
    this.draft.set(items);
    this.draftRules.set((this.newest()?.rules ?? []).map((rule) => draftOfRule(rule, items, this.others())));
    this.dropped.set(0);
  }

  protected change(index: number, item: ItemDraft): void {
    this.draft.update((items) => items?.map((one, at) => (at === index ? item : one)) ?? null);
  }

  /** The focus stays with the item, on the same button as long as it can be pressed again. */
  protected move(index: number, by: -1 | 1): void {
    this.draft.update((items) => items && moved(items, index, by));
    const number = index + by + 1;
    const item = this.draft()?.[index + by]?.nameZh ?? '';
    this.spoken.set(this.language.text('templates.moved', { item, number }));
    const [same, other] = by < 0 ? ['up', 'down'] : ['down', 'up'];
    const refocus = (): void => {
      const row = this.host.nativeElement.querySelectorAll('yh-template-item')[index + by];
      const button = row?.querySelector<HTMLElement>(`.${same}:enabled`) ?? row?.querySelector(`.${other}`);
      if (button instanceof HTMLElement) button.focus();
    };
    afterNextRender(refocus, { injector: this.injector });
  }

  /** With the rules that speak of it. */
  protected remove(index: number): void {
    const key = this.draft()?.[index]?.key ?? '';
    const kept = this.draftRules().filter((rule) => !speaksOf(rule, key));
    this.dropped.update((count) => count + this.draftRules().length - kept.length);
    this.draftRules.set(kept);
    this.draft.update((items) => items?.filter((_, at) => at !== index) ?? null);
  }

  protected add(answer: ItemDraft['answer']): void {
    this.draft.update((items) => [...(items ?? []), newItem(answer, `+${++this.made}`)]);
  }

  protected changeRule(index: number, rule: RuleDraft): void {
    this.draftRules.update((rules) => rules.map((one, at) => (at === index ? rule : one)));
  }

  protected removeRule(index: number): void {
    this.draftRules.update((rules) => rules.filter((_, at) => at !== index));
  }

  protected addRule(kind: RuleDraft['kind']): void {
    this.draftRules.update((rules) => [...rules, newRule(kind, rules)]);
  }

  /** Whether a rule cannot stand as it is; its fields may just be being written. */
  protected isWrong(index: number): boolean {
    return this.wrong().some(({ pointer }) => pointer.startsWith(`/rules/${index}/`));
  }

  /** Said at an item or a rule once publishing was asked for: what is just being written is not wrong yet. */
  protected problemsOf(at: string): readonly Bilingual[] {
    if (!this.attempt.asked()) return [];
    return [...this.wrong(), ...this.refused()].flatMap(({ pointer, text }) =>
      pointer === at || pointer.startsWith(`${at}/`) ? [text] : [],
    );
  }

  /** Of the template as a whole. */
  protected otherProblems(): readonly Bilingual[] {
    return this.wrong().flatMap(({ pointer, text }) => (/^\/(items|rules)\/\d+/.test(pointer) ? [] : [text]));
  }

  protected wrongMonth(): boolean {
    return this.attempt.asked() && !isYearMonth(this.validFrom.value);
  }

  protected async publish(event: Event): Promise<void> {
    event.preventDefault();
    this.attempt.problem.set(null);
    this.attempt.asked.set(true);
    const [validFrom, reason] = [this.validFrom.value, this.reason.value.trim()];
    if (this.wrong().length > 0 || !isYearMonth(validFrom) || !reason) return;
    const worked = await this.attempt.run(async () => {
      const { version } = await this.client.call('publishSheetTemplate', {
        params: { kind: this.kind() },
        query: { program: this.view.program() },
        version: this.newest()?.version ?? 0,
        body: { validFrom, reason, items: this.items(), rules: this.rules() },
      });
      this.done.set(version);
    });
    if (worked) {
      this.draft.set(null);
      this.attempt.clear();
      this.source.reload();
    }
  }
}
