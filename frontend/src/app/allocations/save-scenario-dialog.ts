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
import type { ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { Attempt } from '../api/attempt';
import { Field } from '../ui/field';
import { focusFirstProblem } from '../ui/focus-first-problem';
import { Modal } from '../ui/modal';
import { ProblemNotice } from '../ui/problem-notice';
import { SaidPipe } from '../ui/said';

type ScenarioPreview = ResponseOf<typeof endpoints.previewAllocationScenario>;

const LONGEST_NAME = 80;

/** Asks for the name of a scenario, and stays open with what forbids it. */
@Component({
  selector: 'yh-save-scenario',
  imports: [TranslocoPipe, Field, Modal, ProblemNotice, SaidPipe],
  template: `
    <yh-modal [open]="open()" [heading]="'allocations.scenario.title' | transloco" (escaped)="closed.emit()">
      @if (open()) {
        <p>{{ 'allocations.scenario.text' | transloco }}</p>
        <p role="status">
          @if (preview(); as seen) {
            @if (isOlder()) {
              {{ 'allocations.scenario.older' | transloco }}
            }
            {{ 'allocations.scenario.server' | transloco }}{{ seen.headline | said }}
            @if (seen.existing; as existing) {
              {{ 'allocations.scenario.known' | transloco: { name: existing.name } }}
            }
          }
        </p>
        <form (submit)="confirm($event)">
          <yh-field
            fieldId="scenario-name"
            [label]="'allocations.scenario.name' | transloco"
            [control]="name"
            [error]="attempt.asked() && !isNamed() ? ('allocations.scenario.nameNeed' | transloco) : ''"
          />
          @if (attempt.problem(); as problem) {
            <yh-problem [problem]="problem" [canRetry]="false" />
          }
          <p class="acts">
            <button type="submit" class="button" data-kind="primary" [disabled]="attempt.busy()">
              {{ 'allocations.scenario.confirm' | transloco }}
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
export class SaveScenarioDialog {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  readonly open = input.required<boolean>();
  /** What the server comes to, once it has computed it. */
  readonly preview = input.required<ScenarioPreview | null>();
  /** The evidence is another one by now than what the page computed from. */
  readonly isOlder = input.required<boolean>();
  readonly send = input.required<(name: string) => Promise<unknown>>();
  readonly closed = output();

  protected readonly name = new FormControl('', { nonNullable: true });
  protected readonly attempt = new Attempt();

  constructor() {
    effect(() => {
      this.open();
      untracked(() => {
        this.name.reset();
        this.attempt.clear();
      });
    });
  }

  protected isNamed(): boolean {
    const { length } = this.name.value.trim();
    return length > 0 && length <= LONGEST_NAME;
  }

  protected async confirm(event: Event): Promise<void> {
    event.preventDefault();
    this.attempt.asked.set(true);
    if (!this.isNamed()) {
      focusFirstProblem(this.host.nativeElement, this.injector);
      return;
    }
    await this.attempt.run(() => this.send()(this.name.value.trim()));
  }
}
