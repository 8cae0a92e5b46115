import { bilingual, type Bilingual } from '../../bilingual';
import { DEFAULT_STABILITY_SETTINGS } from '../../simulation/stability-settings';
import type { AllocationSettings, DecimalText, PerformanceSettings } from './allocation-settings';

export const ALLOCATION_PRESET_IDS = [
  'keep',
  'workloadOnly',
  'performance10',
  'performance20',
  'performance30',
] as const;
export type AllocationPresetId = (typeof ALLOCATION_PRESET_IDS)[number];

export interface AllocationPreset {
  readonly id: AllocationPresetId;
  readonly name: Bilingual;
  readonly settings: AllocationSettings;
}

type Continuous = Extract<PerformanceSettings, { readonly mode: 'continuous' }>;

/** 绩效 N %: the percentage is the whole span of the coefficient between 60 and 100 points. */
const continuous = (least: DecimalText, most: DecimalText): Continuous => ({
  mode: 'continuous',
  from: { score: '60', coefficient: least },
  to: { score: '100', coefficient: most },
});

/**
 * The careful defaults (rules.md section 8): what is in force until a policy is published, and what the 20 % preset is.
 * Workload is the posts in force until factor figures are loaded; the coefficient runs from 0.90 at 60 points to 1.10 at
 * 100 without grade cliffs; one post a county a year; a post moves only where its direction holds in nine of ten
 * simulations. The whole money of 2025 was planned for April, hence nothing is issued in advance.
 */
export const CAREFUL_SETTINGS: AllocationSettings = {
  factors: [{ id: 'lastPosts', weight: '1' }],
  performance: continuous('0.90', '1.10'),
  indicators: 'countyJustice',
  window: { years: 1, lastMonth: 12 },
  movablePosts: null,
  floor: 'verifiedAverage',
  bounds: [],
  maximumChange: { parts: 1 },
  phaseIn: null,
  firmness: {
    gate: true,
    threshold: '0.9',
    scoreError: '2',
    weightUncertainty: '0',
    runs: DEFAULT_STABILITY_SETTINGS.runs,
    seed: DEFAULT_STABILITY_SETTINGS.seed,
  },
  advancePercent: '0',
  contractYearStart: 1,
  method: 'hamilton',
};

/**
 * Weights of the split by workload alone. They have no official source: justice offices and supervised persons, the two
 * figures that bind persons all year, count for three quarters, the two case counts for the rest. Whoever uses them
 * publishes them as a policy, with the document that sets them.
 */
const WORKLOAD_WEIGHTS: AllocationSettings['factors'] = [
  { id: 'justiceOffices', weight: '0.25' },
  { id: 'supervised', weight: '0.50' },
  { id: 'resettled', weight: '0.15' },
  { id: 'assessments', weight: '0.10' },
];

/** With the span that the percentage is of: no score is worth less than the one coefficient or more than the other. */
const presetName = (percent: number, { from, to }: Continuous): Bilingual =>
  bilingual(
    `绩效${percent}%（系数${from.coefficient}—${to.coefficient}）`,
    `Performance ${percent} % (coefficient ${from.coefficient} to ${to.coefficient})`,
  );

const performancePreset = (
  id: AllocationPresetId,
  percent: number,
  performance: Continuous,
): AllocationPreset => ({
  id,
  name: presetName(percent, performance),
  settings: { ...CAREFUL_SETTINGS, performance },
});

/** The policies that can be begun with, in the order in which they are offered; all but what is named is careful. */
export const ALLOCATION_PRESETS: readonly AllocationPreset[] = [
  {
    id: 'keep',
    name: bilingual('维持现行分配', 'Keep the split in force'),
    settings: { ...CAREFUL_SETTINGS, performance: { mode: 'none' } },
  },
  {
    id: 'workloadOnly',
    name: bilingual('仅按工作量（权重无官方依据）', 'Workload only (weights without an official source)'),
    settings: { ...CAREFUL_SETTINGS, factors: WORKLOAD_WEIGHTS, performance: { mode: 'none' } },
  },
  performancePreset('performance10', 10, continuous('0.95', '1.05')),
  performancePreset('performance20', 20, continuous('0.90', '1.10')),
  performancePreset('performance30', 30, continuous('0.85', '1.15')),
];
