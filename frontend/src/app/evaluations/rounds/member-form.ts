import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import type { EvaluationRoundRecord } from '@yuheng/shared/contract/evaluation-rounds';
import { Attempt } from '../../api/attempt';
import { Client } from '../../api/client';
import { pageSource } from '../../api/page-source';
import { ProblemNotice } from '../../ui/problem-notice';
import { FirmList } from './firm-list';

type Rank = EvaluationRoundRecord['team'][number]['rank'];

const text = (): FormControl<string> => new FormControl('', { nonNullable: true });

/** Takes an evaluator of a firm into the team; a firm that is not there yet is entered beside it. */
@Component({
  selector: 'yh-member-form',
  imports: [ReactiveFormsModule, TranslocoPipe, FirmList, ProblemNotice],
  template: `
    @if (source.value(); as data) {
      <form [formGroup]="form" (submit)="add($event)">
        <div class="grid">
          <label
            ><span>{{ 'rounds.team.person' | transloco }}</span>
            <select formControlName="account">
              <option value="">{{ 'rounds.team.choose' | transloco }}</option>
              @for (person of free(); track person.account) {
                <option [value]="person.account" lang="zh-CN">
                  {{ person.name }}（{{ person.username }}）
                </option>
              }
            </select>
          </label>
          <label
            ><span>{{ 'rounds.team.firm' | transloco }}</span>
            <select formControlName="firm">
              <option value="">{{ 'rounds.team.choose' | transloco }}</option>
              @for (firm of open(); track firm.id) {
                <option [value]="firm.id" lang="zh-CN">{{ firm.name }}</option>
              }
            </select>
          </label>
          <label
            ><span>{{ 'rounds.team.rank' | transloco }}</span>
            <select formControlName="rank">
              @for (rank of ranks; track rank) {
                <option [value]="rank">{{ 'rounds.team.ranks.' + rank | transloco }}</option>
              }
            </select>
          </label>
          <p class="acts">
            <button
              type="submit"
              class="button"
              [disabled]="attempt.busy() || !form.value.account || !form.value.firm"
            >
              {{ 'rounds.team.add' | transloco }}
            </button>
            <button type="button" class="button" (click)="entering.set(!entering())">
              {{ 'rounds.team.newFirm' | transloco }}
            </button>
          </p>
        </div>
      </form>
      @if (entering()) {
        <form [formGroup]="firm" (submit)="enter($event)">
          <div class="grid">
            <label
              ><span>{{ 'rounds.team.firmName' | transloco }}</span>
              <input formControlName="name" maxlength="80" />
            </label>
            <label
              ><span>{{ 'rounds.team.firmCode' | transloco }}</span>
              <input formControlName="code" maxlength="40" />
            </label>
            <p class="acts">
              <button type="submit" class="button" [disabled]="attempt.busy()">
                {{ 'rounds.team.firmSave' | transloco }}
              </button>
            </p>
          </div>
        </form>
      }
      @if (attempt.problem(); as problem) {
        <yh-problem [problem]="problem" [canRetry]="false" />
      }
      <yh-firm-list [firms]="data.firms" (changed)="source.reload()" />
    }
  `,
  styleUrl: './rounds.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MemberForm {
  private readonly client = inject(Client);
  readonly round = input.required<EvaluationRoundRecord>();
  readonly changed = output<EvaluationRoundRecord>();
  protected readonly source = pageSource('listEvaluationFirms', () => ({}));
  protected readonly attempt = new Attempt();
  protected readonly entering = signal(false);
  protected readonly ranks: readonly Rank[] = ['member', 'lead', 'reviewer'];
  protected readonly form = new FormGroup({
    account: text(),
    firm: text(),
    rank: new FormControl<Rank>('member', { nonNullable: true }),
  });
  protected readonly firm = new FormGroup({ name: text(), code: text() });
  /** Nobody joins a round twice. */
  protected readonly free = computed(() => {
    const taken = new Set(this.round().team.map(({ account }) => account));
    return (this.source.value()?.people ?? []).filter(({ account }) => !taken.has(account));
  });
  protected readonly open = computed(() =>
    (this.source.value()?.firms ?? []).filter(({ closedOn }) => closedOn === null),
  );

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    const params = { round: this.round().id };
    const body = this.form.getRawValue();
    const isDone = await this.attempt.run(async () =>
      this.changed.emit(await this.client.call('addRoundMember', { params, body })),
    );
    if (isDone) this.form.patchValue({ account: '', rank: 'member' });
  }

  protected async enter(event: Event): Promise<void> {
    event.preventDefault();
    const { name, code } = this.firm.getRawValue();
    const isDone = await this.attempt.run(() =>
      this.client.call('createEvaluationFirm', { body: { name: name.trim(), code: code.trim() } }),
    );
    if (!isDone) return;
    this.firm.reset();
    this.entering.set(false);
    this.source.reload();
  }
}
