/** Whether a unit gets fewer parts than it keeps when the split stays, as many, or more. */
export type Direction = -1 | 0 | 1;

/** Example: 16 parts where 15 stay is 1. */
export const directionOf = (part: bigint | number, keptPart: bigint | number): Direction =>
  part < keptPart ? -1 : part > keptPart ? 1 : 0;
