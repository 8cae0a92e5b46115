import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PublicationsRepository, type PublishedAmount, type PublishedSplit } from './publications.repository';

/** Published splits for whoever compares with them, inside a transaction of the caller. */
@Injectable()
export class PublishedSplitsService {
  constructor(private readonly publications: PublicationsRepository) {}

  /** The split in force for a year, by county: that of the newest text up to it; none when no text names the program. */
  amountsInForce(tx: EntityManager, program: string, year: number): Promise<PublishedAmount[]> {
    return this.publications.amountsInForce(tx, program, year);
  }

  /** Every year's published split of a program, ascending, with the text that prints it. */
  everySplit(tx: EntityManager, program: string): Promise<PublishedSplit[]> {
    return this.publications.everySplit(tx, program);
  }
}
