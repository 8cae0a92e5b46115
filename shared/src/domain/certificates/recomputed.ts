import type { AllocationExplanation } from '../allocation/allocation';
import type { ScoreExplanation } from '../scoring/explaining/explanation';
import type { CanonicalRecord } from './certificate';

/** What the engine gave once more. */
export interface Recomputed {
  readonly answer: CanonicalRecord;
  /** Asked for only: how each unit came to its score or its parts, by unit id. */
  readonly units?: Readonly<Record<string, ScoreExplanation | AllocationExplanation>>;
}

export interface Recomputing {
  readonly explain?: boolean;
}
