import { Injectable } from '@nestjs/common';
import type { Regions } from '@yuheng/shared/domain/regions/dated-names';
import { Settings } from '../../config/settings';
import { ProblemException } from '../../http/problem-exception';
import type { UploadedFile } from '../../http/upload';
import { PlacesService } from '../../regions/places.service';
import { readRegions } from '../../regions/regions-file';
import { readSplitWorkbook, type ReadSplitWorkbook } from './read-split-workbook';

/** Reads tables of past splits as this installation names its counties. */
@Injectable()
export class SplitTableReader {
  constructor(
    private readonly places: PlacesService,
    private readonly settings: Settings,
  ) {}

  /** @throws ProblemException refused, each fault with its cell */
  async read({ bytes }: UploadedFile): Promise<ReadSplitWorkbook> {
    const read = await readSplitWorkbook(bytes, {
      regions: namedAsShown(readRegions(), (county) => this.places.nameOf(county)),
      today: this.settings.clock.today(),
    });
    if (read.ok) return read.value;
    const refusals = this.places.asShown(read.refusals);
    throw new ProblemException('refused', refusals[0]?.detail, refusals);
  }
}

/** The name that this installation shows for a county is the one in force; every other one still means it. */
const namedAsShown = (regions: Regions, nameOf: (county: string) => string): Regions => ({
  ...regions,
  counties: regions.counties.map((one) => ({
    ...one,
    aliases: [...one.aliases, ...one.history.map(({ name }) => name)],
    history: [{ code: '', name: nameOf(one.id) }],
  })),
});
