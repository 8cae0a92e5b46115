/** The methods that can be begun from; what each holds stands in `METHOD_PRESETS`. */
export const METHOD_PRESET_IDS = [
  'selfEvaluation',
  'selfEvaluationWithCost',
  'departmentFramework',
  'inspectionLed',
] as const;

export type MethodPresetId = (typeof METHOD_PRESET_IDS)[number];
