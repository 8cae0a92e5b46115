import type { AllocationPool } from '../allocation/allocation';
import { moneyStep } from '../allocation/explaining/explain-allocation';
import { sheetStep, type Step } from '../apportionment/explaining/sheet-step';
import { bilingual, type Bilingual } from '../bilingual';
import { grouped } from '../numbers/grouped';
import { printHeld, printPercent, type ToldFirmness } from './firmness-in-words';
import type { FirmUnit } from './only-where-firm';
import type { UnitStability } from './stability';

/**
 * The sheet of one unit with the gate: the proposal's steps, in how many simulations its direction holds, and what that
 * decides. Where the gate changes the parts, the money of the proposal gives way to that of the parts that are left.
 */
export function stepsWithGate(
  proposed: readonly Step[],
  { unit, firm }: { readonly unit: UnitStability; readonly firm: FirmUnit },
  {
    runs,
    threshold,
    pool,
    lastPart = firm.keptPart,
  }: Pick<ToldFirmness, 'runs' | 'threshold' | 'lastPart'> & { readonly pool: AllocationPool },
): readonly Step[] {
  const isHeldBack = firm.part !== unit.part;
  return [
    // The last line of a proposal is its money, and it stays the last.
    ...proposed.slice(0, -1),
    heldStep(unit, runs),
    sheetStep(decision(firm, { lastPart, needed: printPercent(threshold) }), '', `${firm.part}`),
    ...(isHeldBack ? [moneyStep(BigInt(firm.part), pool)] : proposed.slice(-1)),
  ];
}

/** Without the gate nothing is held back: the share of simulations stands before the money, the last line. */
export const stepsWithHeldRuns = (
  proposed: readonly Step[],
  unit: UnitStability,
  runs: number,
): readonly Step[] => [...proposed.slice(0, -1), heldStep(unit, runs), ...proposed.slice(-1)];

/** Cut, not rounded, as everywhere where it is held against the threshold; marked ≈ where something was cut off. */
function heldStep(unit: UnitStability, runs: number): Step {
  const isExact = (unit.directionHeld * 10_000) % runs === 0;
  return sheetStep(
    bilingual(
      `测算方向（增、减或者不变）成立的模拟次数占比${isExact ? '' : '（保留两位小数，只舍不入）'}`,
      `share of simulations in which the direction (more, fewer, as many) holds${isExact ? '' : ' (cut after two decimals, not rounded)'}`,
    ),
    `${grouped(unit.directionHeld)} ÷ ${grouped(runs)}`,
    `${isExact ? '' : '≈'}${printHeld(unit, runs)}%`,
  );
}

function decision(
  { verdict, part, keptPart }: FirmUnit,
  { lastPart, needed }: { readonly lastPart: number; readonly needed: string },
): Bilingual {
  // Where the split in force cannot stay, what is kept is not in force.
  const stays = keptPart === lastPart ? '维持现行分配' : '不再调整';
  switch (verdict) {
    case 'moved':
      return bilingual(
        `有把握才调整：达到${needed}%的部分予以调整`,
        `only where firm: what reaches ${needed} % moves`,
      );
    case 'notFirm':
      return bilingual(
        `有把握才调整：不到${needed}%，${stays}`,
        `only where firm: under ${needed} %, it stays`,
      );
    case 'unpaired':
      return part === keptPart
        ? bilingual(`有把握才调整：没有可以对应的增减，${stays}`, 'only where firm: no counterpart, it stays')
        : bilingual(
            '有把握才调整：只调整能够对应的部分',
            'only where firm: only what has a counterpart moves',
          );
    case 'noChange':
      return bilingual(
        `有把握才调整：测算没有增减，${stays}`,
        'only where firm: nothing was to move, it stays',
      );
  }
}
