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
import { FormControl, ReactiveFormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CountyFieldwork, FieldSurvey } from '@yuheng/shared/contract/fieldwork-papers';
import { isoDate } from '@yuheng/shared/domain/period/year-month';
import { Attempt } from '../../api/attempt';
import { Client } from '../../api/client';
import { Field } from '../../ui/field';
import { focusFirstProblem } from '../../ui/focus-first-problem';
import { ProblemNotice } from '../../ui/problem-notice';
import { IndicatorSelect } from './indicator-select';

const COUNTS = ['issued', 'returned', 'valid', 'satisfied'] as const;
const NUMBER = /^\d{1,5}$/;

/** Opens a survey on line, or enters the figures of one on paper. */
@Component({
  selector: 'yh-survey-form',
  imports: [ReactiveFormsModule, TranslocoPipe, Field, IndicatorSelect, ProblemNotice],
  template: `
    <form (submit)="send($event)">
      <div class="fields">
        @for (name of ['title', 'audience']; track name) {
          <yh-field
            [fieldId]="'survey-' + name"
            [label]="'fieldwork.survey.' + name | transloco"
            [control]="control(name)"
            [hint]="name === 'audience' ? ('fieldwork.survey.audienceHint' | transloco) : ''"
            [error]="wrong(name) ? ('fieldwork.required' | transloco) : ''"
          />
        }
        <div>
          <yh-indicator-select
            selectId="survey-indicator"
            [all]="work().indicators"
            [control]="control('indicator')"
            [isRequired]="true"
            [wrong]="wrong('indicator')"
          />
        </div>
        <yh-field
          fieldId="survey-on"
          kind="date"
          [label]="
            (kind() === 'online' ? 'fieldwork.survey.closesOn' : 'fieldwork.survey.closedOn') | transloco
          "
          [control]="control('on')"
          [min]="kind() === 'online' ? work().asOf : null"
          [max]="kind() === 'paper' ? work().asOf : null"
          [error]="wrong('on') ? ('fieldwork.required' | transloco) : ''"
        />
        @if (kind() === 'paper') {
          @for (name of counts; track name) {
            <yh-field
              [fieldId]="'survey-' + name"
              [label]="'fieldwork.survey.' + name | transloco"
              [control]="control(name)"
              [error]="wrong(name) ? ('fieldwork.survey.whole' | transloco) : ''"
            />
          }
          <yh-field
            fieldId="survey-evidence"
            [label]="'fieldwork.survey.evidence' | transloco"
            [control]="control('evidence')"
            [hint]="'fieldwork.survey.evidenceHint' | transloco"
            [error]="wrong('evidence') ? ('fieldwork.required' | transloco) : ''"
          />
        } @else {
          <div class="wide">
            <label for="survey-questions">{{ 'fieldwork.survey.questions' | transloco }}</label>
            <textarea
              id="survey-questions"
              rows="4"
              lang="zh-CN"
              aria-describedby="survey-questions-note"
              [formControl]="control('questions')"
            ></textarea>
            <p class="note" id="survey-questions-note">{{ 'fieldwork.survey.overall' | transloco }}</p>
          </div>
        }
      </div>
      @if (attempt.problem(); as problem) {
        <yh-problem [problem]="problem" [canRetry]="false" />
      }
      <p class="acts">
        <button type="submit" class="button" data-kind="primary" [disabled]="attempt.busy()">
          {{ (attempt.busy() ? 'fieldwork.working' : 'fieldwork.save') | transloco }}
        </button>
        <button type="button" class="button" (click)="left.emit()">
          {{ 'fieldwork.cancel' | transloco }}
        </button>
      </p>
    </form>
  `,
  styleUrl: './fieldwork.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SurveyForm {
  private readonly client = inject(Client);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  readonly work = input.required<CountyFieldwork>();
  readonly kind = input.required<FieldSurvey['kind']>();
  readonly done = output();
  readonly left = output();
  protected readonly attempt = new Attempt();
  protected readonly counts = COUNTS;
  private readonly controls: Readonly<Record<string, FormControl<string>>> = Object.fromEntries(
    ['title', 'audience', 'indicator', 'on', 'questions', 'evidence', ...COUNTS].map((name) => [
      name,
      new FormControl('', { nonNullable: true }),
    ]),
  );
  private readonly needed = computed<readonly string[]>(() => {
    const always = ['title', 'audience', 'indicator', 'on'];
    return this.kind() === 'paper' ? [...always, ...COUNTS, 'evidence'] : always;
  });

  protected control(name: string): FormControl<string> {
    const control = this.controls[name];
    if (!control) throw new Error(`The form has no field ${name}.`);
    return control;
  }

  protected wrong(name: string): boolean {
    return this.attempt.asked() && !this.isGiven(name);
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.attempt.asked.set(true);
    if (!this.needed().every((name) => this.isGiven(name))) {
      focusFirstProblem(this.host.nativeElement, this.injector);
      return;
    }
    const { round, county } = this.work();
    const isDone = await this.attempt.run(() =>
      this.client.call('enterSurvey', { params: { round, county: county.id }, body: this.body() }),
    );
    if (isDone) this.done.emit();
  }

  private isGiven(name: string): boolean {
    const text = this.text(name);
    return COUNTS.some((count) => count === name) ? NUMBER.test(text) : text !== '';
  }

  private text(name: string): string {
    return this.control(name).value.trim();
  }

  private body() {
    const about = {
      title: this.text('title'),
      audience: this.text('audience'),
      indicator: this.text('indicator'),
    };
    if (this.kind() === 'online') {
      const questions = this.text('questions')
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
      return { kind: 'online' as const, ...about, closesOn: isoDate(this.text('on')), questions };
    }
    const [issued, returned, valid, satisfied] = COUNTS.map((name) => Number(this.text(name))) as [
      number,
      number,
      number,
      number,
    ];
    const counts = { issued, returned, valid, satisfied };
    const evidence = [{ source: this.text('evidence') }];
    return { kind: 'paper' as const, ...about, closedOn: isoDate(this.text('on')), ...counts, evidence };
  }
}
