import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { FormControl } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import type { EngagedFirm } from '@yuheng/shared/contract/evaluation-teams';
import { Attempt } from '../../api/attempt';
import { Client } from '../../api/client';
import { Field } from '../../ui/field';
import { Modal } from '../../ui/modal';
import { ProblemNotice } from '../../ui/problem-notice';

/** Firms in use; one that is no longer engaged is closed, after what it still has in hand was said. */
@Component({
  selector: 'yh-firm-list',
  imports: [TranslocoPipe, Field, Modal, ProblemNotice],
  template: `
    @if (open().length > 0) {
      <details class="screen-only">
        <summary>{{ 'rounds.firms.title' | transloco: { count: open().length } }}</summary>
        <ul>
          @for (firm of open(); track firm.id) {
            <li>
              <span lang="zh-CN">{{ firm.name }}（{{ firm.code }}）</span>
              <small>{{
                (firm.people > 0 ? 'rounds.firms.engaged' : 'rounds.firms.free') | transloco: firm
              }}</small>
              <button
                type="button"
                class="button"
                [attr.aria-label]="'rounds.firms.closeHeading' | transloco: { name: firm.name }"
                (click)="closing.set(firm)"
              >
                {{ 'rounds.firms.close' | transloco }}
              </button>
            </li>
          }
        </ul>
      </details>
    }
    <yh-modal
      [open]="closing() !== null"
      [heading]="'rounds.firms.closeHeading' | transloco: { name: closing()?.name ?? '' }"
      (escaped)="leave()"
    >
      @if (closing(); as firm) {
        <p>
          {{ (firm.people > 0 ? 'rounds.firms.stays' : 'rounds.firms.nothing') | transloco: firm }}
          {{ 'rounds.firms.after' | transloco }}
        </p>
        <form (submit)="close($event, firm)">
          <yh-field
            fieldId="firm-closing-reason"
            [label]="'rounds.team.reason' | transloco"
            [control]="reason"
            [error]="
              attempt.asked() && reason.value.trim().length < 2 ? ('rounds.team.reasonNeed' | transloco) : ''
            "
          />
          @if (attempt.problem(); as problem) {
            <yh-problem [problem]="problem" [canRetry]="false" />
          }
          <p class="acts">
            <button type="submit" class="button" data-kind="primary" [disabled]="attempt.busy()">
              {{ 'rounds.firms.confirm' | transloco }}
            </button>
            <button type="button" class="button" (click)="leave()">{{ 'rounds.cancel' | transloco }}</button>
          </p>
        </form>
      }
    </yh-modal>
  `,
  styles: `
    summary {
      padding-block: 6px;
      cursor: pointer;
    }
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 12px;
      align-items: center;
      padding-block: 6px;
      border-block-start: 1px solid var(--line);
    }
    li span {
      flex: 1 1 16em;
    }
    li small {
      flex: 2 1 20em;
    }
  `,
  styleUrl: '../../ui/form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FirmList {
  private readonly client = inject(Client);
  readonly firms = input.required<readonly EngagedFirm[]>();
  readonly changed = output();
  protected readonly closing = signal<EngagedFirm | null>(null);
  protected readonly reason = new FormControl('', { nonNullable: true });
  protected readonly attempt = new Attempt();
  protected readonly open = computed(() => this.firms().filter(({ closedOn }) => closedOn === null));

  protected async close(event: Event, { id, version }: EngagedFirm): Promise<void> {
    event.preventDefault();
    this.attempt.asked.set(true);
    const reason = this.reason.value.trim();
    if (reason.length < 2) return;
    const isDone = await this.attempt.run(() =>
      this.client.call('closeEvaluationFirm', { params: { firm: id }, version, body: { reason } }),
    );
    if (!isDone) return;
    this.leave();
    this.changed.emit();
  }

  protected leave(): void {
    this.closing.set(null);
    this.reason.reset();
    this.attempt.clear();
  }
}
