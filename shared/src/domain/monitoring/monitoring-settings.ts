import { DEFAULT_METRIC_SETTINGS } from '../metrics/metric';
import type { MetricSettings } from '../metrics/metric';
import { DEFAULT_LIGHT_SETTINGS } from './light';
import type { LightSettings } from './light';
import type { SpendingLadder } from './spending-ladder';
import type { IssuedGoals } from './targets';

export interface MonitoringSettings {
  readonly light: LightSettings;
  readonly metrics: MetricSettings;
  /** null: the expected line from arrival on (rules.md section 7), and no alert by steps. */
  readonly ladder: SpendingLadder | null;
  /** 绩效目标 issued to this county for the year, every version; what they do not name goes by the defaults of the light. */
  readonly goals: readonly IssuedGoals[];
}

export const DEFAULT_MONITORING_SETTINGS: MonitoringSettings = {
  light: DEFAULT_LIGHT_SETTINGS,
  metrics: DEFAULT_METRIC_SETTINGS,
  ladder: null,
  goals: [],
};
