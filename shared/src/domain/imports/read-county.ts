import { bilingual } from '../bilingual';
import { countyIdOfName, countyNameOn } from '../regions/dated-names';
import type { Regions } from '../regions/dated-names';
import type { IsoDate } from '../period/year-month';
import { accepted, refusal, refused } from '../refusal';
import type { Outcome } from '../refusal';
import type { ReadFigure } from './read-figure';

/**
 * Whose rows these are, by any name of all times: the county's id, and what was understood where the cell does not print
 * the name in force on the day. Example: "江川县" on 2026-03-20 is `jiangchuan`, understood as 江川区.
 * Refused at the pointer: a name that is nobody's or not one county's alone.
 */
export function readCounty(
  text: string,
  regions: Regions,
  today: IsoDate,
  pointer: string,
): Outcome<ReadFigure<string>> {
  const shown = text.trim().slice(0, 40);
  const id = countyIdOfName(text.normalize('NFKC'), regions);
  const county = regions.counties.find((one) => one.id === id);
  if (!county) {
    return refused([
      refusal(
        pointer,
        `“${shown}”不是本市县（市、区）的名称，请核对后改正。`,
        `"${shown}" is not the name of a county of this city; check and correct it.`,
      ),
    ]);
  }
  const name = countyNameOn(county, today);
  const understood =
    text.trim() === name ? null : bilingual(`“${shown}”按“${name}”读取。`, `"${shown}" is read as ${name}.`);
  return accepted({ value: county.id, understood });
}
