import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { FormControl } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import type { EvaluationRoundRecord } from '@yuheng/shared/contract/evaluation-rounds';
import { Attempt } from '../../api/attempt';
import { Client } from '../../api/client';
import { Cell, DataTable, type Column } from '../../ui/data-table';
import { formatDay } from '../../ui/day';
import { Field } from '../../ui/field';
import { Language } from '../../ui/language';
import { listInWords } from '../../ui/list-in-words';
import { Modal } from '../../ui/modal';
import { ProblemNotice } from '../../ui/problem-notice';
import { MemberForm } from './member-form';

type Member = EvaluationRoundRecord['team'][number];

/** 评价组: who is in it, what each declared and has to do; who organises the round takes people in and lets them go. */
@Component({
  selector: 'yh-team-panel',
  imports: [TranslocoPipe, Cell, DataTable, Field, MemberForm, Modal, ProblemNotice],
  template: `
    @if (round().team.length > 0) {
      <yh-table [columns]="columns()" [rows]="round().team" sortKey="team">
        <ng-template yhCell="acts" [yhCellOf]="round().team" let-row>
          @if (row.withdrawnOn === null) {
            <button
              type="button"
              class="button"
              [attr.aria-label]="('rounds.team.withdraw' | transloco) + ' ' + row.name"
              (click)="leaving.set(row)"
            >
              {{ 'rounds.team.withdraw' | transloco }}
            </button>
          }
        </ng-template>
      </yh-table>
    } @else {
      <p>{{ 'rounds.team.none' | transloco }}</p>
    }
    @if (mayChange()) {
      <yh-member-form [round]="round()" (changed)="changed.emit($event)" />
    }
    <yh-modal
      [open]="leaving() !== null"
      [heading]="'rounds.team.withdrawHeading' | transloco: { name: leaving()?.name ?? '' }"
      (escaped)="leaving.set(null)"
    >
      @if (leaving(); as member) {
        <p>{{ 'rounds.team.withdrawAsk' | transloco }}</p>
        <form (submit)="withdraw($event, member)">
          <yh-field
            fieldId="withdrawal-reason"
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
              {{ 'rounds.team.confirm' | transloco }}
            </button>
            <button type="button" class="button" (click)="leaving.set(null)">
              {{ 'rounds.cancel' | transloco }}
            </button>
          </p>
        </form>
      }
    </yh-modal>
  `,
  styleUrl: '../../ui/form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TeamPanel {
  private readonly client = inject(Client);
  private readonly language = inject(Language);
  readonly round = input.required<EvaluationRoundRecord>();
  readonly changed = output<EvaluationRoundRecord>();
  protected readonly leaving = signal<Member | null>(null);
  protected readonly reason = new FormControl('', { nonNullable: true });
  protected readonly attempt = new Attempt();
  protected readonly mayChange = computed(
    () => this.round().mayOrganise && this.round().finalisedOn === null,
  );
  private readonly hasRecord = computed(
    () => this.round().finalisedOn === null || this.round().assignments.length > 0,
  );
  protected readonly columns = computed<readonly Column<Member>[]>(() => {
    const say = (key: string, values = {}) => this.language.text(`rounds.team.${key}`, values);
    const total = this.round().counties.length;
    return [
      { id: 'person', heading: say('person'), chinese: true, text: ({ name }) => name },
      { id: 'rank', heading: say('rank'), text: ({ rank }) => say(`ranks.${rank}`) },
      { id: 'firm', heading: say('firm'), wide: true, chinese: true, text: ({ firm }) => firm.name },
      {
        id: 'declared',
        heading: say('declared'),
        wide: true,
        text: (row) =>
          [say('declaredOf', { done: row.declarations.length, total }), this.conflictsOf(row)]
            .filter(Boolean)
            .join(' · '),
      },
      ...(this.hasRecord()
        ? [{ id: 'load', heading: say('load'), wide: true, text: ({ load }: Member) => say('loadOf', load) }]
        : []),
      {
        id: 'given',
        heading: say('joined'),
        wide: true,
        text: (row) =>
          row.withdrawnOn === null
            ? `${formatDay(row.joinedOn, this.language.current())} · ${say('given', { count: row.marksGiven })}`
            : say('withdrawn', {
                day: formatDay(row.withdrawnOn, this.language.current()),
                reason: row.withdrawnReason,
              }),
      },
      ...(this.mayChange() ? [{ id: 'acts', heading: say('acts') }] : []),
    ];
  });

  private conflictsOf({ declarations }: Member): string {
    const away = declarations.filter(({ conflict }) => conflict).map(({ county }) => county);
    const names = this.round()
      .counties.filter(({ id }) => away.includes(id))
      .map(({ name }) => name);
    return names.length > 0
      ? this.language.text('rounds.team.conflicts', {
          counties: listInWords(names, this.language.current()),
        })
      : '';
  }

  protected async withdraw(event: Event, { account }: Member): Promise<void> {
    event.preventDefault();
    this.attempt.asked.set(true);
    const reason = this.reason.value.trim();
    if (reason.length < 2) return;
    const params = { round: this.round().id, account };
    const isDone = await this.attempt.run(async () =>
      this.changed.emit(await this.client.call('withdrawRoundMember', { params, body: { reason } })),
    );
    if (!isDone) return;
    this.leaving.set(null);
    this.reason.reset();
    this.attempt.clear();
  }
}
