import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { EvaluationRoundRecord } from '@yuheng/shared/contract/evaluation-rounds';
import type { Bilingual } from '@yuheng/shared/domain/bilingual';
import { Attempt } from '../../api/attempt';
import { Client } from '../../api/client';
import { Cell, DataTable, type Column } from '../../ui/data-table';
import { Language } from '../../ui/language';
import { ProblemNotice } from '../../ui/problem-notice';
import { SaidPipe } from '../../ui/said';
import { loadsOf, tasksOf, withPlace, type Task } from './assignment-draft';

type County = EvaluationRoundRecord['counties'][number];
type Member = EvaluationRoundRecord['team'][number];

/** 县（市、区）× 一级指标: proposed by the program, adjusted cell by cell, saved as a whole. */
@Component({
  selector: 'yh-assignment-matrix',
  imports: [TranslocoPipe, Cell, DataTable, ProblemNotice, SaidPipe],
  templateUrl: './assignment-matrix.html',
  styleUrl: './rounds.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AssignmentMatrix {
  private readonly client = inject(Client);
  private readonly language = inject(Language);
  readonly round = input.required<EvaluationRoundRecord>();
  readonly changed = output<EvaluationRoundRecord>();
  protected readonly attempt = new Attempt();
  protected readonly proposed = signal(false);
  protected readonly saved = signal(false);
  /** Boxes to choose from stand in the cells only while somebody adjusts them. */
  protected readonly editing = signal(false);
  protected readonly unmet = signal<readonly Bilingual[]>([]);
  /** Those who are in the team now; what is assigned to who left stands on the file and is not shown here. */
  protected readonly people = computed(() =>
    this.round().team.filter(({ rank, withdrawnOn }) => withdrawnOn === null && rank === 'member'),
  );
  private readonly present = computed(() => {
    const { team, assignments } = this.round();
    const accounts = new Set(
      team.filter(({ withdrawnOn }) => withdrawnOn === null).map(({ account }) => account),
    );
    return assignments.filter(({ account }) => accounts.has(account));
  });
  protected readonly tasks = linkedSignal<readonly Task[]>(() => this.present());
  private readonly before = computed(() => keyOf(this.present()));
  protected readonly dirty = computed(() => keyOf(this.tasks()) !== this.before());
  protected readonly mayChange = computed(() => {
    const { mayOrganise, finalisedOn, steps } = this.round();
    const replies = steps.find(({ step }) => step === 'replies');
    return mayOrganise && finalisedOn === null && replies?.taken === null;
  });
  /** A round that was scored before it was assigned here: a table of empty cells would say that nobody scored it. */
  protected readonly isWithoutRecord = computed(
    () => this.round().finalisedOn !== null && this.round().assignments.length === 0,
  );
  protected readonly loads = computed(() =>
    loadsOf(
      this.tasks(),
      this.people().map(({ account }) => account),
      this.round().sections,
    ).map((load) => ({ ...load, name: this.nameOf(load.account) })),
  );
  protected readonly columns = computed<readonly Column<County>[]>(() => [
    {
      id: 'county',
      heading: this.language.text('rounds.comments.county'),
      chinese: true,
      text: ({ name }) => name,
    },
    ...this.round().sections.map(({ id, name, byPeople }) => ({
      id,
      heading: `${this.language.say(name)}（${byPeople}）`,
      wide: true,
    })),
  ]);

  protected inCell(county: string, section: string): Task[] {
    return tasksOf(this.tasks(), county, section);
  }

  protected nameOf(account: string): string {
    return this.round().team.find((one) => one.account === account)?.name ?? '';
  }

  protected avoids({ declarations }: Member, county: string): boolean {
    return declarations.some((one) => one.county === county && one.conflict);
  }

  protected put(county: string, section: string, place: number, event: Event): void {
    const select = event.target as HTMLSelectElement;
    const last = this.round().steps.findLast(({ taken }) => taken !== null)?.step;
    const scoring = last === 'scoring' || last === 'deliberation';
    const turn = place < this.round().markers ? 'first' : scoring ? 'third' : 'second';
    this.saved.set(false);
    this.tasks.update((tasks) => withPlace(tasks, { county, section, place }, select.value || null, turn));
    // The box that takes one more is empty again.
    if (place >= this.inCell(county, section).length) select.value = '';
  }

  protected reset(): void {
    this.tasks.set(this.present());
    this.proposed.set(false);
    this.editing.set(false);
    this.unmet.set([]);
  }

  protected async propose(): Promise<void> {
    await this.attempt.run(async () => {
      const params = { round: this.round().id };
      const { assignments, unmet } = await this.client.call('proposeAssignment', { params });
      this.tasks.set(assignments);
      this.unmet.set(unmet);
      this.proposed.set(true);
      this.editing.set(true);
      this.saved.set(false);
    });
  }

  protected async save(): Promise<void> {
    const { id, version } = this.round();
    const isDone = await this.attempt.run(async () =>
      this.changed.emit(
        await this.client.call('saveAssignment', {
          params: { round: id },
          body: { assignments: [...this.tasks()] },
          version,
        }),
      ),
    );
    if (!isDone) return;
    this.proposed.set(false);
    this.editing.set(false);
    this.unmet.set([]);
    this.saved.set(true);
  }
}

/** Two assignments with the same key are the same, in whatever order. */
const keyOf = (tasks: readonly Task[]): string =>
  tasks
    .map(({ county, section, account, turn }) => `${county}/${section}/${account}/${turn}`)
    .sort()
    .join();
