import {
  computed,
  effect,
  inject,
  Injectable,
  linkedSignal,
  resource,
  signal,
  untracked,
  type Signal,
} from '@angular/core';
import type { AllocationQuestion } from '@yuheng/shared/contract/allocation-scenarios';
import type { ProgramId } from '@yuheng/shared/contract/values';
import type { AllocationEvidence } from '@yuheng/shared/domain/allocation/evidence/allocation-evidence';
import {
  howSureInWords,
  isSimulationVaried,
} from '@yuheng/shared/domain/allocation/meeting/meeting-sentences';
import { proposeSplit } from '@yuheng/shared/domain/allocation/proposing/propose-split';
import type { AllocationProposal } from '@yuheng/shared/domain/allocation/proposing/allocation-proposal';
import type { AllocationSettings } from '@yuheng/shared/domain/allocation/settings/allocation-settings';
import { sameSettings } from '@yuheng/shared/domain/allocation/settings/canonical-settings';
import { settingsChanges } from '@yuheng/shared/domain/allocation/settings/settings-changes';
import { settingsErrors } from '@yuheng/shared/domain/allocation/settings/settings-checks';
import { CAREFUL_SETTINGS } from '@yuheng/shared/domain/allocation/settings/settings-presets';
import type { Outcome, Refusal } from '@yuheng/shared/domain/refusal';
import { pageSource, type PageSource } from '../api/page-source';
import { ViewState } from '../api/view-state';
import { effectOf, type SettingEffect } from './setting-effects';
import { Proposing, type SplitQuestion } from './proposing';
import { beginHistory, changeTo, goBack, goForward, type SettingsHistory } from './settings-history';
import { changedKeys, printSettingsLink, readSettingsLink, type SettingKey } from './settings-link';
import { yearToCome } from './year-to-come';

/** Up to so many counties a split is worked out between two frames; more are left to the worker. */
const COUNTIES_AT_ONCE = 200;
/** After the last change: the address is written, and the simulation begins. */
const REST_MS = 250;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

const rest = (signal: AbortSignal): Promise<void> =>
  new Promise((rested, stopped) => {
    const timer = setTimeout(rested, REST_MS);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      stopped(new Error('A newer question was asked.'));
    });
  });

type Asked = { readonly program: ProgramId; readonly year: number } | undefined;
interface Awaiting {
  readonly value: AllocationQuestion | undefined;
  readonly isOver: boolean;
  readonly asked: Asked;
}
/** Where the address lets the settings begin. */
interface Start {
  readonly of: string;
  readonly settings: AllocationSettings;
  readonly text: string | null;
}

/**
 * 资金分配测算 as it is tried on a page: the question of the server, the settings of the address and of whoever moves
 * them, and what they come to — at once without, and soon after with, how sure it is. A late answer to older settings
 * never shows. One a page: `providers: [SplitDesk]`.
 */
@Injectable()
export class SplitDesk {
  private readonly view = inject(ViewState);
  private readonly proposing = inject(Proposing);
  private readonly asked = yearToCome();
  private readonly scoringRun = computed(() => {
    const run = this.view.query().get('scoringRun') ?? '';
    return UUID.test(run) ? run : undefined;
  });
  private readonly answer = pageSource('readAllocationQuestion', () => {
    const asked = this.asked();
    const scoringRun = this.scoringRun();
    return asked && { query: { ...asked, ...(scoringRun ? { scoringRun } : {}) } };
  });
  /** What was read stays while another result of the same year is being read, and with it the control that was used. */
  readonly question: Signal<AllocationQuestion | undefined> = linkedSignal<
    Awaiting,
    AllocationQuestion | undefined
  >({
    source: () => ({
      value: this.answer.value(),
      isOver: this.answer.problem() !== null,
      asked: this.asked(),
    }),
    computation: ({ value, isOver, asked }, previous) => {
      const before = previous?.value;
      const isOfNow = before?.program === asked?.program && before?.year === asked?.year;
      return value ?? (isOver || !isOfNow ? undefined : before);
    },
  });
  readonly source: PageSource<AllocationQuestion> = {
    value: this.question,
    problem: this.answer.problem,
    loading: this.answer.loading,
    reload: () => this.answer.reload(),
  };

  /** Its days and months are written as the server checked them. */
  readonly evidence = computed(() => (this.question()?.evidence ?? null) as AllocationEvidence | null);
  /** The policy in force, or the careful defaults before one is published (version 0). */
  readonly inForce = computed<AllocationSettings>(() => this.question()?.policy.settings ?? CAREFUL_SETTINGS);
  private readonly version = computed(() => this.question()?.policy.version ?? 0);
  /** What the settings are told against, as a key of the texts: 现行办法 is said of a published policy only. */
  readonly toldAgainst = computed(() => (this.version() === 0 ? 'unpublished' : 'inForce'));

  private readonly linkText = computed(() => this.view.query().get('settings'));
  private readonly link = computed(() => readSettingsLink(this.linkText()));
  /** Only a link that was made under an earlier version needs the list of them. */
  readonly policies = pageSource('listAllocationPolicies', () => {
    const [question, link] = [this.question(), this.link()];
    if (!question || !link || link.base === 0 || link.base === this.version()) return undefined;
    return { query: { program: question.program } };
  });
  /** What the link was made against; null while it is being read, or where there is no such version. */
  private readonly base = computed<AllocationSettings | null>(() => {
    const base = this.link()?.base ?? this.version();
    if (base === this.version()) return this.inForce();
    if (base === 0) return CAREFUL_SETTINGS;
    return this.policies.value()?.versions.find(({ version }) => version === base)?.settings ?? null;
  });
  /** The address names settings that nobody can read: they are told so, and see the policy in force. */
  readonly brokenLink = computed(
    () => this.linkText() !== null && (!this.link() || (this.base() === null && !this.policies.loading())),
  );

  /** What this page wrote into the address itself. */
  private written: string | null = null;
  private readonly history = linkedSignal<Start, SettingsHistory<AllocationSettings>>({
    source: () => {
      const { program, year } = this.question() ?? {};
      const base = this.base();
      return {
        of: `${program} ${year} ${this.version()}`,
        settings: base ? { ...base, ...this.link()?.changes } : this.inForce(),
        text: this.linkText(),
      };
    },
    computation: (start, previous) => {
      if (previous?.source.of !== start.of) return beginHistory(start.settings);
      const isOwn = start.text === this.written || sameSettings(previous.source.settings, start.settings);
      // A link that was followed, or Back: what was there before can be had again.
      return isOwn ? previous.value : changeTo(previous.value, start.settings, '');
    },
  });
  readonly settings = computed(() => this.history().now);
  readonly canUndo = computed(() => this.history().before.length > 0);
  readonly canRedo = computed(() => this.history().after.length > 0);
  readonly errors = computed<readonly Refusal[]>(() => settingsErrors(this.settings()));
  readonly isInForce = computed(
    () => this.errors().length === 0 && sameSettings(this.settings(), this.inForce()),
  );
  readonly changes = computed(() =>
    this.errors().length === 0 ? settingsChanges(this.inForce(), this.settings()) : [],
  );
  /** What a link to another page of the allocation carries along. */
  readonly linkOf = computed(() => {
    if (this.errors().length > 0) return this.linkText();
    return printSettingsLink(this.version(), this.inForce(), this.settings());
  });
  readonly carried = computed(() => ({
    ...this.view.selection(),
    ...(this.scoringRun() ? { scoringRun: this.scoringRun() } : {}),
    ...(this.linkOf() ? { settings: this.linkOf() } : {}),
  }));

  readonly isLarge = computed(() => (this.evidence()?.counties.length ?? 0) > COUNTIES_AT_ONCE);
  private readonly atOnce = computed<Outcome<AllocationProposal> | null>(() => {
    const evidence = this.evidence();
    if (!evidence || this.isLarge() || this.errors().length > 0) return null;
    return proposeSplit(evidence, this.settings(), 'quick');
  });
  private readonly large = resource({
    params: () => (this.isLarge() ? this.ask('quick') : undefined),
    loader: ({ params, abortSignal }) => this.proposing.propose(params, abortSignal),
  });
  private readonly quick = computed(
    () => this.atOnce() ?? (this.large.hasValue() ? this.large.value() : null),
  );
  /** A simulation of thousands of counties takes minutes: it is asked for. */
  private readonly wanted = signal(false);
  private readonly simulation = resource({
    params: () => {
      const may = this.quick()?.ok === true && (!this.isLarge() || this.wanted());
      return may ? this.ask('whole') : undefined;
    },
    loader: async ({ params, abortSignal }) => {
      if (!this.proposing.known(params)) await rest(abortSignal);
      return this.proposing.propose(params, abortSignal);
    },
  });
  /** What was simulated once is there at once: it is not first shown without, and then with its certainty. */
  private readonly simulated = computed(() => {
    if (this.simulation.hasValue()) return this.simulation.value();
    const ask = this.ask('whole');
    return ask && this.proposing.known(ask);
  });
  private readonly outcome = computed(() => this.simulated() ?? this.quick());
  /** Nothing is shown as valid that is not: null where the settings, or the evidence, allow no split. */
  readonly proposal = computed(() => {
    const outcome = this.outcome();
    return outcome?.ok ? outcome.value : null;
  });
  /** Why there is no split: of single settings, and of all together. */
  readonly refusals = computed<readonly Refusal[]>(() => {
    const errors = this.errors();
    const outcome = this.outcome();
    return errors.length > 0 || !outcome || outcome.ok ? errors : outcome.refusals;
  });
  /** 把握程度: being computed, waiting to be asked for, failed, or there. */
  readonly certainty = computed<'there' | 'computing' | 'onDemand' | 'failed' | 'none'>(() => {
    if (this.simulation.error() ?? this.large.error()) return 'failed';
    const proposal = this.proposal();
    if (!proposal) return this.large.isLoading() ? 'computing' : 'none';
    if (proposal.depth === 'whole') return 'there';
    return this.isLarge() && !this.wanted() ? 'onDemand' : 'computing';
  });

  /** A simulation in which nothing is varied says nothing of how sure a split is, and is not shown as if it did. */
  readonly isVaried = computed(() => this.errors().length === 0 && isSimulationVaried(this.settings()));
  readonly sureInWords = computed(() => {
    const proposal = this.proposal();
    return proposal ? howSureInWords(proposal, this.settings()) : null;
  });

  private readonly trials = resource({
    params: () => {
      // What passes no gate is told as the page shows it, thus of whole proposals, after the one that the page awaits.
      const isGated = this.settings().firmness.gate;
      const isAwaited = isGated && !this.simulation.hasValue() && !this.simulation.error();
      const ask = this.atOnce()?.ok && !isAwaited ? this.ask(isGated ? 'whole' : 'quick') : undefined;
      const keys = ask ? changedKeys(this.inForce(), this.settings()) : [];
      return ask && keys.length > 0 ? { ask, keys, inForce: this.inForce() } : undefined;
    },
    loader: async ({ params: { ask, keys, inForce }, abortSignal }) => {
      await rest(abortSignal);
      const effects = new Map<SettingKey, SettingEffect>();
      for (const key of keys) {
        const depth = key === 'firmness' ? 'whole' : ask.depth;
        const without = { ...ask, depth, settings: { ...ask.settings, [key]: inForce[key] } } as const;
        const [now, before] = [
          await this.proposing.propose({ ...ask, depth }, abortSignal),
          await this.proposing.propose(without, abortSignal),
        ];
        effects.set(key, effectOf(now, before));
      }
      return effects as ReadonlyMap<SettingKey, SettingEffect>;
    },
  });
  /** What each setting that differs from the policy in force does by itself. */
  readonly effects = computed(() =>
    this.trials.hasValue() ? this.trials.value() : new Map<SettingKey, SettingEffect>(),
  );
  /** Nothing more comes by waiting, though the split itself and its certainty may be there. */
  readonly effectsFailed = computed(() => this.trials.status() === 'error');

  constructor() {
    effect((onCleanup) => {
      const link = this.linkOf();
      if (link === untracked(this.linkText) || !untracked(this.question)) return;
      const timer = setTimeout(() => {
        this.written = link;
        void this.view.change({ settings: link }, true);
      }, REST_MS);
      onCleanup(() => clearTimeout(timer));
    });
  }

  /** `at` names the control: typing on at the same one is one step to undo. */
  change(settings: AllocationSettings, at = ''): void {
    this.history.update((history) => changeTo(history, settings, at));
  }

  undo(): void {
    this.history.update(goBack);
  }

  redo(): void {
    this.history.update(goForward);
  }

  reset(): void {
    this.change(this.inForce());
  }

  simulate(): void {
    this.wanted.set(true);
  }

  retry(): void {
    if (this.large.error()) this.large.reload();
    if (this.simulation.error()) this.simulation.reload();
    if (this.trials.error()) this.trials.reload();
  }

  /** Other settings on the same evidence, without simulation. */
  async try(settings: AllocationSettings, signal: AbortSignal): Promise<Outcome<AllocationProposal>> {
    const ask = this.ask('quick');
    if (!ask) throw new Error('Without evidence there is nothing to try.');
    return this.proposing.propose({ ...ask, settings }, signal);
  }

  private ask(depth: SplitQuestion['depth']): SplitQuestion | undefined {
    const evidence = this.evidence();
    if (!evidence || this.errors().length > 0) return undefined;
    const evidenceSha256 = this.question()?.evidenceSha256 ?? '';
    return { evidence, evidenceSha256, settings: this.settings(), depth };
  }
}
