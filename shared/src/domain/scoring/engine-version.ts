/**
 * Every version of the scoring and allocation rules that was ever released, oldest first. Certificates name theirs and
 * verify for ever; one that is not listed here is refused, because nobody can say what it computed.
 * 1.0.0: the first. 1.1.0 adds rules (steps, elements, veto, re-scaling within a parent, the stability of a split); what
 * 1.0.0 could compute it computes alike, so that one code verifies both.
 */
export const ENGINE_VERSIONS = ['1.0.0', '1.1.0'] as const;
export type EngineVersion = (typeof ENGINE_VERSIONS)[number];

/**
 * The version of the scoring and allocation rules, kept with every run and certificate. A change that would alter any
 * published result is a new version beside the old rule, never a correction of it (architecture.md section 3).
 */
export const engineVersion: EngineVersion = '1.1.0';
