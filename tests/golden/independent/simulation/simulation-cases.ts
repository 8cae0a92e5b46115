import { allocateInput } from '@yuheng/shared/contract/engine/allocate';
import { rational, printExact } from '@yuheng/shared/domain/numbers/rational';
import { allocateWhereFirm } from '@yuheng/shared/domain/simulation/allocate-where-firm';
import { nearestScoreEdges, nearestWeightEdges } from '@yuheng/shared/domain/simulation/nearest-edge';
import { allocationCase } from '../allocation/allocation-cases';
import type { Random } from '../random';

interface SimulationCase {
  readonly allocation: unknown;
  readonly seed: number;
  readonly runs: number;
  readonly scoreError: number;
  readonly weightUncertainty: number;
  readonly threshold: number;
  /** The search tries thousands of splits, so it is asked for in a few cases only. */
  readonly edges: boolean;
}

/** A split as `allocationCase` draws it, its units with last year's parts, to be examined in a few runs. */
export function simulationCase(random: Random): SimulationCase {
  const allocation = allocationCase(random);
  return {
    allocation: {
      ...allocation,
      units: allocation.units.map((unit) => ({ ...unit, lastPart: unit.lastPart ?? random.between(0, 9) })),
    },
    seed: random.below(2 ** 31),
    runs: random.between(1, 10),
    scoreError: random.below(6),
    weightUncertainty: random.below(50),
    threshold: random.between(40, 100),
    edges: allocation.units.length <= 3 && random.chance(8),
  };
}

/** The whole examination as plain JSON: parts, distributions, verdicts, and the nearest edges where they are asked for. */
export function simulationAnswer(document: unknown): unknown {
  const { allocation, edges, ...settings } = document as SimulationCase;
  const input = allocateInput.safeParse(allocation);
  if (!input.success) return { refused: 'by the schema' };
  const firm = allocateWhereFirm(input.data, {
    seed: settings.seed,
    runs: settings.runs,
    scoreError: rational(settings.scoreError),
    weightUncertainty: rational(settings.weightUncertainty, 100),
    threshold: rational(settings.threshold, 100),
  });
  if (!firm.ok) return firm;
  const { parts, fen, stability, firm: verdicts } = firm.value;
  const searched = edges ? [nearestScoreEdges(input.data), nearestWeightEdges(input.data)] : [];
  return JSON.parse(
    JSON.stringify({ parts, fen, stability, verdicts, searched }, (_, one: unknown) =>
      typeof one === 'object' && one !== null && 'numerator' in one ? printExact(one as never) : one,
    ),
  );
}
