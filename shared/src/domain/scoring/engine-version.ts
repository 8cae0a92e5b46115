/**
 * The version of the scoring and allocation rules, kept with every run and certificate. A change that would alter any
 * published result is a new version beside the old rule, never a correction of it (architecture.md section 3).
 */
export const engineVersion = '1.0.0';
