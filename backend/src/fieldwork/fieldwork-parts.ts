import { Injectable } from '@nestjs/common';
import type { CountyFieldwork, FieldworkBoard } from '@yuheng/shared/contract/fieldwork-papers';
import type { EntityManager } from 'typeorm';
import { Settings } from '../config/settings';
import { DocumentsRepository } from './documents.repository';
import { FieldFilesRepository, type FieldFileRow } from './field-files.repository';
import type { FieldRecordEntity } from './field-record.entity';
import { FieldRecordsRepository } from './field-records.repository';
import type { FieldSampleEntity } from './field-sample.entity';
import { FieldSamplesRepository } from './field-samples.repository';
import type { FieldworkKey, TeamMember } from './fieldwork-round';
import { FieldworkRoundsQueries, type CountRow } from './fieldwork-rounds.queries';
import {
  presentDocument,
  presentPhoto,
  presentRecord,
  presentSample,
  presentSurvey,
  type RecordReader,
} from './present-fieldwork';
import { SurveysRepository } from './surveys.repository';

type Parts = Pick<CountyFieldwork, 'documents' | 'records' | 'photos' | 'samples' | 'surveys'>;
type Counts = Omit<FieldworkBoard['counties'][number], 'id' | 'name'>;

/** Draws and surveys as they are read. */
@Injectable()
export class SamplesAndSurveys {
  constructor(
    private readonly drawn: FieldSamplesRepository,
    private readonly asked: SurveysRepository,
    private readonly settings: Settings,
  ) {}

  samples(tx: EntityManager, key: FieldworkKey): Promise<FieldSampleEntity[]> {
    return this.drawn.ofCounty(tx, key);
  }

  async surveys(tx: EntityManager, key: FieldworkKey): Promise<CountyFieldwork['surveys']> {
    const surveys = await this.asked.ofCounty(tx, key);
    const choices = surveys.length > 0 ? await this.asked.choices(tx, key) : [];
    return surveys.map((row) => presentSurvey(row, choices, this.settings.clock.today()));
  }
}

/** What the fieldwork of a county is made of, as it is read; row security leaves out what the reader may not see. */
@Injectable()
export class FieldworkParts {
  constructor(
    private readonly documents: DocumentsRepository,
    private readonly records: FieldRecordsRepository,
    private readonly files: FieldFilesRepository,
    private readonly rest: SamplesAndSurveys,
    private readonly rounds: FieldworkRoundsQueries,
  ) {}

  team(tx: EntityManager, { roundId, countyId }: FieldworkKey): Promise<TeamMember[]> {
    return this.rounds.team(tx, roundId, countyId);
  }

  /** How many there are of each kind, by county of the scope. */
  async counts(tx: EntityManager, round: string): Promise<(county: string) => Counts> {
    const rows = await this.rounds.counts(tx, round);
    const of = (county: string, kind: CountRow['kind']): number =>
      rows.find((one) => one.county === county && one.kind === kind)?.count ?? 0;
    return (county) => ({
      documents: { asked: of(county, 'asked'), received: of(county, 'received') },
      visits: of(county, 'visit'),
      photos: of(county, 'photo'),
      interviews: of(county, 'interview'),
      slips: of(county, 'slip'),
      samples: of(county, 'sample'),
      surveys: of(county, 'survey'),
    });
  }

  async ofCounty(tx: EntityManager, key: FieldworkKey, reader: RecordReader): Promise<Parts> {
    const documents = await this.documents.ofCounty(tx, key);
    const records = await this.records.ofCounty(tx, key);
    const signatures = await this.records.signatures(tx, key);
    const files = await this.files.ofCounty(tx, key);
    const samples = await this.rest.samples(tx, key);
    const names = await this.rounds.names(tx, [
      ...documents.flatMap(({ settledBy }) => settledBy ?? []),
      ...whoOf(files),
      ...samples.map(({ drawnBy }) => drawnBy),
    ]);
    return {
      documents: documents.map((row) => presentDocument(row, names)),
      records: records.map((row) => presentRecord(row, { signatures, files, names }, reader)),
      photos: files.filter(({ kind }) => kind === 'photo').map((row) => presentPhoto(row, names)),
      samples: samples.map((row) => presentSample(row, names)),
      surveys: await this.rest.surveys(tx, key),
    };
  }

  /** One record as it stands after an act. */
  async record(
    tx: EntityManager,
    key: FieldworkKey,
    row: FieldRecordEntity,
    reader: RecordReader,
  ): Promise<CountyFieldwork['records'][number]> {
    const files = await this.files.ofCounty(tx, key);
    const names = await this.rounds.names(tx, whoOf(files));
    return presentRecord(row, { signatures: await this.records.signatures(tx, key), files, names }, reader);
  }
}

const whoOf = (files: readonly FieldFileRow[]): string[] =>
  files.flatMap(({ uploadedBy, withdrawnBy }) => [uploadedBy, ...(withdrawnBy ? [withdrawnBy] : [])]);
