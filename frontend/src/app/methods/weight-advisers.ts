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
import type { MethodDefinition } from '@yuheng/shared/contract/evaluation-methods';
import { rational, parseDecimal, type Rational } from '@yuheng/shared/domain/numbers/rational';
import type { Refusal } from '@yuheng/shared/domain/refusal';
import { nameOf } from '@yuheng/shared/domain/scoring/method';
import { proposeMarks, weighedGroups } from '@yuheng/shared/domain/scoring/method-weights/propose-marks';
import { Attempt } from '../api/attempt';
import { Client } from '../api/client';
import { ViewState } from '../api/view-state';
import { Language } from '../ui/language';
import { ProblemNotice } from '../ui/problem-notice';
import { SaidPipe } from '../ui/said';
import { AhpMatrix } from './ahp-matrix';
import { entropyOfScores, type YearScores } from './entropy-of-scores';
import { CONSISTENT, evenJudgements, weighAhp, type Judgements } from './weigh-ahp';

const UNITS = ['1', '0.5', '0.1'] as const;

/** What somebody's comparisons, or a past year's scores, would make of the marks of a group. They propose, nothing more. */
@Component({
  selector: 'yh-weight-advisers',
  imports: [TranslocoPipe, AhpMatrix, ProblemNotice, SaidPipe],
  templateUrl: './weight-advisers.html',
  styleUrl: './weight-advisers.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WeightAdvisers {
  private readonly client = inject(Client);
  private readonly language = inject(Language);
  private readonly view = inject(ViewState);
  readonly definition = input.required<MethodDefinition>();
  readonly draft = input.required<string>();
  /** What was typed is kept first: the server computes from what it has. */
  readonly before = input.required<() => Promise<boolean>>();
  readonly proposed = output<MethodDefinition>();

  protected readonly groups = computed(() => weighedGroups(this.definition()));
  protected readonly names = computed(() => {
    const byId = new Map(this.definition().indicators.map((one) => [one.id, one]));
    return this.groups().map(({ parent }) => {
      const heading = parent === null ? undefined : byId.get(parent);
      return heading
        ? this.language.text('methods.advisers.below', { name: this.language.say(nameOf(heading)) })
        : this.language.text('methods.advisers.firstLevel');
    });
  });
  private readonly at = signal(0);
  protected readonly place = computed(() => Math.min(this.at(), Math.max(0, this.groups().length - 1)));
  protected readonly group = computed(() => this.groups()[this.place()] ?? null);
  protected readonly members = computed(() =>
    (this.group()?.members ?? []).map((one) => ({ id: one.id, name: this.language.say(nameOf(one)) })),
  );
  protected readonly way = signal<'ahp' | 'entropy'>('ahp');
  protected readonly units = UNITS;
  protected readonly unit = signal<(typeof UNITS)[number]>('1');

  /** Another group is compared anew. */
  protected readonly experts = linkedSignal<string, readonly Judgements[]>({
    source: () =>
      this.members()
        .map(({ id }) => id)
        .join('/'),
    computation: () => [evenJudgements(this.members().length)],
  });
  protected readonly ahp = computed(() => weighAhp(this.experts()));

  protected readonly year = signal(0);
  protected readonly years = computed(() => this.view.years());
  protected readonly scores = signal<YearScores | null>(null);
  protected readonly attempt = new Attempt();
  protected readonly entropy = computed(() => {
    const [scores, group] = [this.scores(), this.group()];
    return scores && group ? entropyOfScores(group, scores) : null;
  });

  /** One a member, in their order; null: there are none yet. */
  protected readonly weights = computed<readonly number[] | null>(() => {
    const answer = this.way() === 'ahp' ? this.ahp() : this.entropy();
    return answer?.ok ? answer.value.weights : null;
  });
  protected readonly refusals = computed<readonly Refusal[]>(() => {
    const answer = this.way() === 'ahp' ? this.ahp() : this.entropy();
    return answer && !answer.ok ? answer.refusals : [];
  });
  protected readonly proposal = computed(() => {
    const [group, weights] = [this.group(), this.weights()];
    const unit = parseDecimal(this.unit());
    return group && weights && unit
      ? proposeMarks(this.definition(), { group, weights: weights.map(exact), unit })
      : null;
  });
  /** The proposed marks of each leaf that would change. */
  protected readonly lines = computed(() => {
    const proposal = this.proposal();
    if (!proposal?.ok) return [];
    const before = new Map(this.definition().indicators.map(({ id, marks }) => [id, marks]));
    return proposal.value.indicators.flatMap((one) => {
      const old = before.get(one.id);
      if (one.marks === undefined || Number(one.marks) === Number(old)) return [];
      return [{ id: one.id, name: nameOf(one), before: old ?? '—', after: String(one.marks) }];
    });
  });

  constructor() {
    this.year.set(this.view.year());
  }

  protected chooseGroup(event: Event): void {
    this.at.set(Number((event.target as HTMLSelectElement).value));
  }

  protected chooseUnit(event: Event): void {
    this.unit.set(UNITS.find((one) => one === (event.target as HTMLSelectElement).value) ?? '1');
  }

  protected chooseYear(event: Event): void {
    this.year.set(Number((event.target as HTMLSelectElement).value));
  }

  protected judge(expert: number, judgements: Judgements): void {
    this.experts.update((all) => all.map((one, at) => (at === expert ? judgements : one)));
  }

  protected addExpert(): void {
    this.experts.update((all) => [...all, evenJudgements(this.members().length)]);
  }

  protected removeExpert(): void {
    this.experts.update((all) => (all.length > 1 ? all.slice(0, -1) : all));
  }

  protected readonly memberNames = computed(() => this.members().map(({ name }) => name));

  protected ratioOf(expert: number): { readonly text: string; readonly consistent: boolean } | null {
    const answer = this.ahp();
    const ratio = answer.ok ? answer.value.experts[expert]?.consistencyRatio : undefined;
    if (ratio === undefined) return null;
    return { text: Math.max(0, ratio).toFixed(3), consistent: ratio < CONSISTENT };
  }

  protected readonly agreementText = computed(() => {
    const answer = this.ahp();
    const w = answer.ok ? answer.value.agreement : null;
    return w === null
      ? this.language.text('methods.advisers.noAgreement')
      : this.language.text('methods.advisers.agreement', { w, count: this.experts().length });
  });

  protected percent(weight: number): string {
    return `${(weight * 100).toFixed(2)}%`;
  }

  protected async readScores(): Promise<void> {
    await this.attempt.run(async () => {
      if (!(await this.before()())) return;
      const params = { draft: this.draft() };
      const { counties } = await this.client.call('simulateMethodDraft', {
        params,
        query: { year: this.year() },
      });
      this.scores.set(counties.map(({ leaves }) => leaves));
    });
  }

  protected take(): void {
    const proposal = this.proposal();
    if (proposal?.ok) this.proposed.emit(proposal.value as MethodDefinition);
  }
}

/** Weights come with twelve significant digits, which a fraction holds exactly. */
const exact = (weight: number): Rational => rational(BigInt(Math.round(weight * 1e12)), 1_000_000_000_000n);
