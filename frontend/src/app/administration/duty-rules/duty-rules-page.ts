import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  signal,
} from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { StoredDutyRule } from '@yuheng/shared/contract/duties';
import { Attempt } from '../../api/attempt';
import { Client } from '../../api/client';
import { pageSource } from '../../api/page-source';
import { ViewState } from '../../api/view-state';
import { focusFirstProblem } from '../../ui/focus-first-problem';
import { Page } from '../../ui/page';
import { ProblemNotice } from '../../ui/problem-notice';
import { SaidPipe } from '../../ui/said';
import { useTexts } from '../../ui/texts';
import { ADMINISTRATION_TEXTS } from '../administration-texts';
import { ReasonField } from '../reason-field';
import { basisGroup, dutyRuleForm, termsOf, type DutyRuleForm, type Unit } from './duty-rule-form';
import { DUTY_RULES_TEXTS } from './duty-rules-texts';

interface Changing {
  readonly rule: StoredDutyRule;
  readonly form: DutyRuleForm;
}

/** The rules of duties as they hold in the chosen year, each with its basis, and the form that makes a new version of one. */
@Component({
  selector: 'yh-duty-rules',
  imports: [ReactiveFormsModule, RouterLink, TranslocoPipe, Page, ProblemNotice, ReasonField, SaidPipe],
  templateUrl: './duty-rules-page.html',
  styleUrls: ['../form.css', './duty-rules-page.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DutyRulesPage {
  private readonly view = inject(ViewState);
  private readonly client = inject(Client);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  protected readonly units: readonly Unit[] = ['days', 'workingDays', 'months', 'dayOfNextMonth'];
  protected readonly selection = this.view.selection;
  protected readonly source = pageSource('listDutyRules', () => ({ query: { year: this.view.year() } }));
  protected readonly rules = computed(() =>
    (this.source.value()?.rules ?? []).filter(({ program }) => program === this.view.program()),
  );
  protected readonly changing = signal<Changing | null>(null);
  protected readonly done = signal<StoredDutyRule | null>(null);
  protected readonly attempt = new Attempt();

  constructor() {
    useTexts('administration', ADMINISTRATION_TEXTS);
    useTexts('dutyRules', DUTY_RULES_TEXTS);
  }

  protected change(rule: StoredDutyRule): void {
    this.done.set(null);
    this.attempt.clear();
    this.changing.set({ rule, form: dutyRuleForm(rule, this.view.year()) });
    // The form stands above the list: who asked for it is led there.
    afterNextRender(() => this.host.nativeElement.querySelector<HTMLElement>('form input')?.focus(), {
      injector: this.injector,
    });
  }

  protected addBasis({ form }: Changing): void {
    form.controls.bases.push(basisGroup(undefined, this.view.year()));
  }

  protected async save(event: Event, { rule, form }: Changing): Promise<void> {
    event.preventDefault();
    this.attempt.asked.set(true);
    if (form.invalid || form.controls.reason.value.trim() === '')
      return focusFirstProblem(this.host.nativeElement, this.injector);
    const isSaved = await this.attempt.run(() =>
      this.client.call('changeDutyRule', {
        params: { rule: rule.id },
        body: termsOf(form, rule),
        version: rule.version,
      }),
    );
    if (!isSaved) return;
    this.changing.set(null);
    this.done.set(rule);
    this.source.reload();
  }
}
