import {
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  output,
} from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DoubtList } from '@yuheng/shared/contract/findings';
import { addMonths, isoDate, monthOf, yearMonth } from '@yuheng/shared/domain/period/year-month';
import { Attempt } from '../api/attempt';
import { Client } from '../api/client';
import { ViewState } from '../api/view-state';
import { Field } from '../ui/field';
import { focusFirstProblem } from '../ui/focus-first-problem';
import { Modal } from '../ui/modal';
import { ProblemNotice } from '../ui/problem-notice';
import { SaidPipe } from '../ui/said';

/** So many months can be asked about, the latest first. */
const MONTHS = 12;

const text = () => new FormControl('', { nonNullable: true });

/** An inspector asks a county about an item of a month. */
@Component({
  selector: 'yh-doubt-asking',
  imports: [ReactiveFormsModule, TranslocoPipe, Field, Modal, ProblemNotice, SaidPipe],
  template: `
    <yh-modal [open]="open()" [heading]="'findings.asks' | transloco" (escaped)="leave()">
      <form [formGroup]="form" (submit)="send($event)">
        <label for="ask-county">{{ 'findings.county' | transloco }}</label>
        <select id="ask-county" formControlName="county" [attr.aria-invalid]="wrong('county')">
          <option value="">{{ 'findings.choose' | transloco }}</option>
          @for (one of counties(); track one.id) {
            <option [value]="one.id" lang="zh-CN">{{ one.name }}</option>
          }
        </select>
        <label for="ask-item">{{ 'findings.item' | transloco }}</label>
        <select id="ask-item" formControlName="item" [attr.aria-invalid]="wrong('item')">
          <option value="">{{ 'findings.choose' | transloco }}</option>
          @for (one of items(); track one.id) {
            <option [value]="one.id">{{ one.name | said }}</option>
          }
        </select>
        <label for="ask-month">{{ 'findings.month' | transloco }}</label>
        <select id="ask-month" formControlName="month" [attr.aria-invalid]="wrong('month')">
          <option value="">{{ 'findings.choose' | transloco }}</option>
          @for (month of months(); track month) {
            <option [value]="month">{{ month }}</option>
          }
        </select>
        <yh-field
          fieldId="ask-text"
          [label]="'findings.askText' | transloco"
          [control]="form.controls.text"
          [error]="wrong('text') ? ('findings.required' | transloco) : ''"
        />
        @if (attempt.problem(); as problem) {
          <yh-problem [problem]="problem" [canRetry]="false" />
        }
        <p class="acts">
          <button type="submit" class="button" data-kind="primary" [disabled]="attempt.busy()">
            {{ (attempt.busy() ? 'findings.working' : 'findings.asks') | transloco }}
          </button>
          <button type="button" class="button" (click)="leave()">{{ 'findings.cancel' | transloco }}</button>
        </p>
      </form>
    </yh-modal>
  `,
  styleUrl: './form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DoubtAsking {
  private readonly client = inject(Client);
  private readonly view = inject(ViewState);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  readonly open = input.required<boolean>();
  readonly items = input.required<DoubtList['items']>();
  readonly counties = input.required<readonly { readonly id: string; readonly name: string }[]>();
  /** The day of the figures: the latest month that can be asked about is its own. */
  readonly asOf = input.required<string>();
  readonly asked = output();
  readonly closed = output();
  protected readonly attempt = new Attempt();
  protected readonly form = new FormGroup({ county: text(), item: text(), month: text(), text: text() });

  protected readonly months = computed(() =>
    Array.from({ length: MONTHS }, (_, back) => addMonths(monthOf(isoDate(this.asOf())), -back)),
  );

  protected wrong(key: keyof typeof this.form.controls): boolean {
    return this.attempt.asked() && this.form.controls[key].value.trim() === '';
  }

  protected leave(): void {
    this.attempt.clear();
    this.closed.emit();
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.attempt.asked.set(true);
    const given = this.form.getRawValue();
    if (Object.values(given).some((value) => value.trim() === '')) {
      focusFirstProblem(this.host.nativeElement, this.injector);
      return;
    }
    const body = { ...given, program: this.view.program(), month: yearMonth(given.month) };
    const isDone = await this.attempt.run(() => this.client.call('raiseDoubt', { body }));
    if (!isDone) return;
    this.attempt.clear();
    this.form.reset();
    this.asked.emit();
  }
}
