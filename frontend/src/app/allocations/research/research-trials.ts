import type { AllocationProposal } from '@yuheng/shared/domain/allocation/proposing/allocation-proposal';
import type {
  AllocationSettings,
  PerformanceSettings,
} from '@yuheng/shared/domain/allocation/settings/allocation-settings';
import type { Outcome, Refusal } from '@yuheng/shared/domain/refusal';
import { PERFORMANCE_STARTS } from '../controls/setting-fields';

/** The settings with one thing otherwise, to be compared side by side. */
export interface Trial {
  /** Key of its name in the texts of the controls. */
  readonly words: string;
  readonly settingsOf: (settings: AllocationSettings) => AllocationSettings;
  readonly isOf: (settings: AllocationSettings) => boolean;
  /** Warnings that belong to this comparison. */
  readonly kinds: readonly string[];
}

const METHODS = ['hamilton', 'webster', 'jefferson', 'hill', 'adams'] as const;
const MODES = ['none', 'continuous', 'gradeCoefficient', 'add'] as const;

export const METHOD_TRIALS: readonly Trial[] = METHODS.map((method) => ({
  words: `method.${method}`,
  settingsOf: (settings) => ({ ...settings, method }),
  isOf: (settings) => settings.method === method,
  kinds: ['quotaBroken', 'houseParadox'],
}));

/** A mode that is not chosen is tried with the figures that it begins with. */
const performanceOf = (mode: PerformanceSettings['mode'], now: PerformanceSettings): PerformanceSettings =>
  now.mode === mode ? now : PERFORMANCE_STARTS[mode];

export const MODE_TRIALS: readonly Trial[] = MODES.map((mode) => ({
  words: `mode.${mode}`,
  settingsOf: (settings) => ({ ...settings, performance: performanceOf(mode, settings.performance) }),
  isOf: ({ performance }) => performance.mode === mode,
  kinds: ['gradeSteps', 'gradeCliff', 'pullsToMean', 'performanceMovesNothing', 'cannotMove'],
}));

/** What a trial gave: the posts of every county, or why there is no split. */
export interface TriedSplit {
  readonly words: string;
  readonly isNow: boolean;
  /** By county. */
  readonly parts: ReadonlyMap<string, number>;
  readonly warnings: AllocationProposal['warnings'];
  readonly refusals: readonly Refusal[];
}

export function triedSplit(
  { words, isOf, kinds }: Trial,
  outcome: Outcome<AllocationProposal>,
  settings: AllocationSettings,
): TriedSplit {
  const tried = { words, isNow: isOf(settings) };
  if (!outcome.ok) return { ...tried, parts: new Map(), warnings: [], refusals: outcome.refusals };
  const { counties, warnings } = outcome.value;
  return {
    ...tried,
    parts: new Map(counties.map(({ county, proposedPart }) => [county, proposedPart])),
    warnings: warnings.filter(({ kind }) => kinds.includes(kind)),
    refusals: [],
  };
}
