import {
  ChangeDetectionStrategy,
  Component,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  output,
  untracked,
} from '@angular/core';
import { FormControl } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import type { IsoDate } from '@yuheng/shared/domain/period/year-month';
import { Attempt } from '../api/attempt';
import { Field } from '../ui/field';
import { focusFirstProblem } from '../ui/focus-first-problem';
import { Modal } from '../ui/modal';
import { ProblemNotice } from '../ui/problem-notice';

/** By which document, and on which day. */
export interface Publication {
  readonly documentNumber: string;
  readonly publishedOn: IsoDate;
}

/** Asks once before a method is published for good, and stays open with everything that forbids it. */
@Component({
  selector: 'yh-publish-method',
  imports: [TranslocoPipe, Field, Modal, ProblemNotice],
  template: `
    <yh-modal [open]="open()" [heading]="'methods.publish.title' | transloco" (escaped)="closed.emit()">
      @if (open()) {
        <p>{{ 'methods.publish.text' | transloco: { version: next() } }}</p>
        @if (next() > 1) {
          <p>{{ 'methods.publish.supersedes' | transloco: { version: next() - 1 } }}</p>
        }
        <form (submit)="confirm($event)">
          <yh-field
            fieldId="method-document"
            [label]="'methods.publish.document' | transloco"
            [control]="documentNumber"
            [error]="
              attempt.asked() && documentNumber.value.trim().length < 4
                ? ('methods.publish.documentNeed' | transloco)
                : ''
            "
          />
          <yh-field
            fieldId="method-day"
            kind="date"
            [label]="'methods.publish.day' | transloco"
            [control]="publishedOn"
            [error]="
              attempt.asked() && publishedOn.value === '' ? ('methods.publish.dayNeed' | transloco) : ''
            "
          />
          @if (attempt.problem(); as problem) {
            <yh-problem [problem]="problem" [canRetry]="false" />
          }
          <p class="acts">
            <button type="submit" class="button" data-kind="primary" [disabled]="attempt.busy()">
              {{ 'methods.publish.confirm' | transloco }}
            </button>
            <button type="button" class="button" (click)="closed.emit()">
              {{ 'ui.cancel' | transloco }}
            </button>
          </p>
        </form>
      }
    </yh-modal>
  `,
  styleUrl: '../ui/form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PublishDialog {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  readonly open = input.required<boolean>();
  /** The version that it will be. */
  readonly next = input.required<number>();
  readonly send = input.required<(publication: Publication) => Promise<unknown>>();
  readonly closed = output();

  protected readonly documentNumber = new FormControl('', { nonNullable: true });
  protected readonly publishedOn = new FormControl('', { nonNullable: true });
  protected readonly attempt = new Attempt();

  constructor() {
    effect(() => {
      this.open();
      untracked(() => {
        this.documentNumber.reset();
        this.publishedOn.reset();
        this.attempt.clear();
      });
    });
  }

  protected async confirm(event: Event): Promise<void> {
    event.preventDefault();
    this.attempt.asked.set(true);
    const documentNumber = this.documentNumber.value.trim();
    if (documentNumber.length < 4 || this.publishedOn.value === '') {
      focusFirstProblem(this.host.nativeElement, this.injector);
      return;
    }
    const publishedOn = this.publishedOn.value as IsoDate;
    await this.attempt.run(() => this.send()({ documentNumber, publishedOn }));
  }
}
