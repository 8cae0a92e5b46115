import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  inject,
  Injector,
  input,
  signal,
} from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Attempt } from '../api/attempt';
import { Client } from '../api/client';
import { pageSource } from '../api/page-source';
import { LoneFrame } from '../shell/lone-frame';
import { DayPipe } from '../ui/day';
import { focusFirstProblem } from '../ui/focus-first-problem';
import { Page } from '../ui/page';
import { ProblemNotice } from '../ui/problem-notice';
import { useTexts } from '../ui/texts';
import { SURVEY_TEXTS } from './survey-texts';

/** A survey behind its one-time link, made for a telephone; nobody is signed in. */
@Component({
  selector: 'yh-survey',
  imports: [TranslocoPipe, DayPipe, LoneFrame, Page, ProblemNotice],
  templateUrl: './survey-page.html',
  styleUrl: './survey-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SurveyPage {
  private readonly client = inject(Client);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  /** Of the address. */
  readonly token = input.required<string>();
  protected readonly choices = [5, 4, 3, 2, 1] as const;
  protected readonly source = pageSource('readSurvey', () => ({ params: { token: this.token() } }));
  protected readonly attempt = new Attempt();
  protected readonly chosen = signal<Readonly<Record<string, number>>>({});
  protected readonly isDone = signal(false);

  constructor() {
    useTexts('survey', SURVEY_TEXTS);
  }

  protected choose(question: string, choice: number): void {
    this.chosen.update((chosen) => ({ ...chosen, [question]: choice }));
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.attempt.asked.set(true);
    const questions = this.source.value()?.questions ?? [];
    if (questions.some(({ id }) => this.chosen()[id] === undefined)) {
      focusFirstProblem(this.host.nativeElement, this.injector);
      return;
    }
    const isDone = await this.attempt.run(() =>
      this.client.call('answerSurvey', { params: { token: this.token() }, body: { choices: this.chosen() } }),
    );
    this.isDone.set(isDone);
  }
}
