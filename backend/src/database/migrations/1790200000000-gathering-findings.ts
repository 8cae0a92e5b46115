import type { GatheringPart } from './1790200000000-gathering-part';

export const FINDINGS: GatheringPart = { up: [], down: [] };
