import { ChangeDetectionStrategy, Component, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CountyFieldwork, FieldSurvey } from '@yuheng/shared/contract/fieldwork-papers';
import type { Answer } from '../../api/client';
import { DayPipe } from '../../ui/day';
import { EmptyNotice } from '../../ui/empty-notice';
import { EvidenceLine } from '../../ui/evidence-line';
import { SaidPipe } from '../../ui/said';
import { IndicatorNames } from './indicator-names';
import { SurveyForm } from './survey-form';
import { SurveyLinks } from './survey-links';

type Links = Answer<'issueSurveyLinks'>['links'];

/** 满意度 of a county: surveys on line and on paper, and what came of them. */
@Component({
  selector: 'yh-surveys-tab',
  imports: [
    TranslocoPipe,
    DayPipe,
    EmptyNotice,
    EvidenceLine,
    IndicatorNames,
    SaidPipe,
    SurveyForm,
    SurveyLinks,
  ],
  templateUrl: './surveys-tab.html',
  styleUrls: ['./fieldwork.css', './surveys-tab.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SurveysTab {
  readonly work = input.required<CountyFieldwork>();
  readonly changed = output();
  protected readonly adding = signal<FieldSurvey['kind'] | null>(null);
  protected readonly choices = [1, 2, 3, 4, 5] as const;
  /** Links that were just made, of which survey: shown this once. */
  protected readonly made = signal<{ readonly survey: FieldSurvey; readonly links: Links } | null>(null);

  protected textOf({ questions }: FieldSurvey, id: string): string {
    return questions.find((one) => one.id === id)?.text ?? id;
  }

  protected pictureOf(svg: string): string {
    return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  }

  protected entered(): void {
    this.adding.set(null);
    this.changed.emit();
  }

  protected issued(answer: Answer<'issueSurveyLinks'>): void {
    this.made.set(answer);
    this.changed.emit();
  }

  protected print(): void {
    window.print();
  }
}
