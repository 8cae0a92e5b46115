import { DEFAULT_METRIC_SETTINGS } from '../metrics/metric';
import type { MetricSettings } from '../metrics/metric';
import { DEFAULT_LIGHT_SETTINGS } from './light';
import type { LightSettings } from './light';

export interface MonitoringSettings {
  readonly light: LightSettings;
  readonly metrics: MetricSettings;
}

export const DEFAULT_MONITORING_SETTINGS: MonitoringSettings = {
  light: DEFAULT_LIGHT_SETTINGS,
  metrics: DEFAULT_METRIC_SETTINGS,
};
