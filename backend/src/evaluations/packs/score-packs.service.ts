import { Injectable } from '@nestjs/common';
import type { ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import type { ScoreDesk } from '@yuheng/shared/contract/score-sheets';
import { canonicalJson, type CanonicalValue } from '@yuheng/shared/domain/canonical-json';
import { addDays, firstDay, yearMonth, type IsoDate } from '@yuheng/shared/domain/period/year-month';
import { nameOf } from '@yuheng/shared/domain/scoring/method';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import type { Act } from '../../audit/act';
import { AuditTrail } from '../../audit/audit-trail';
import type { Scope } from '../../database/scope';
import { scoped } from '../../database/scoped-transaction';
import { ProblemException } from '../../http/problem-exception';
import type { SignedIn } from '../../identity/signed-in';
import type { RoundMethod } from '../scoring/round-methods';
import { encryptedZip, type PackedFile } from './encrypted-zip';
import { makePackWorkbook, type PackContent } from './make-pack-workbook';
import { folderName, packedEvidence, type PackedEvidence } from './pack-evidence';
import {
  FORMAT,
  manifestText,
  PHOTO_FOLDER,
  sha256Of,
  WORKBOOK_NAME,
  type PackManifest,
} from './pack-layout';
import { nothingToTake } from './pack-refusals';
import { packBlocks, type PackBlock } from './pack-rows';
import { PackSources } from './pack-sources';

/** An encrypted zip that is made while it is sent. */
export interface IssuedPack {
  readonly name: string;
  readonly pieces: AsyncIterable<Buffer>;
}

type Packs = ResponseOf<typeof endpoints.listScorePacks>;

const KINDS: Readonly<Record<ScoreDesk['kind'], string>> = {
  selfEvaluation: '单位自评',
  departmentEvaluation: '部门评价',
  financeEvaluation: '财政评价',
};
/** Boxes for one remark more than any entry has, and for two at least. */
const remarksOf = (blocks: readonly PackBlock[]): number =>
  Math.max(2, ...blocks.flatMap(({ rows }) => rows.map(({ entry }) => entry.remarks.length + 1)));

const earlier = (one: IsoDate, other: string | null): IsoDate =>
  other !== null && other < one ? (other as IsoDate) : one;

/** Packs for work off line: everything that the workspace shows of the counties that are open, sealed with a password. */
@Injectable()
export class ScorePacksService {
  constructor(
    private readonly source: DataSource,
    private readonly trail: AuditTrail,
    private readonly of: PackSources,
  ) {}

  async list(account: SignedIn, round: string): Promise<Packs> {
    const { scope } = await this.of.gate.open(account, round);
    const packs = await scoped(this.source, scope, (tx) => this.of.packs.ofRound(tx, round));
    return {
      packs: packs.map(({ pack, issuedAt, validUntil, manifest, takenBackAt }) => ({
        id: pack,
        issuedAt,
        validUntil,
        counties: manifest.counties.map((county) => this.of.places.nameOf(county)),
        takenBackAt,
      })),
    };
  }

  /**
   * The password goes no further than into the cipher: it is not kept, logged or told to the trail, which names the pack and
   * the digest of its manifest. Everything is read and checked before the first byte is sent.
   */
  async make(act: Act, account: SignedIn, round: string, password: string): Promise<IssuedPack> {
    act.note({ object: { kind: 'evaluationRound', id: round } });
    const desk = await this.of.desk.read(account, round);
    if (desk.closed) throw new ProblemException('conflict', desk.closed);
    if (desk.counties.length === 0) throw nothingToTake();
    const { access, scope } = await this.of.gate.open(account, round);
    const content = await this.trail.record(act, scope, async (tx) => {
      const method = await this.of.desks.methods.read(tx, access.program, access.methodVersion);
      const content = await this.contentOf(tx, account, desk, method);
      const { manifest } = content;
      const sha256 = sha256Of(manifestText(manifest));
      await this.of.packs.insert(tx, {
        cityId: this.of.desks.settings.cityId,
        packId: manifest.pack,
        roundId: round,
        accountId: account.accountId,
        issuedAt: new Date(),
        validUntil: manifest.validUntil,
        methodVersion: manifest.methodVersion,
        manifest,
        sha256,
      });
      act.note({
        object: { kind: 'scorePack', id: manifest.pack },
        digest: sha256,
        after: { counties: manifest.counties, rows: manifest.rows.length, validUntil: manifest.validUntil },
      });
      return content;
    });
    const workbook = await makePackWorkbook(content);
    const name = `打分包_${desk.year}年${KINDS[desk.kind]}_${account.username}_${content.manifest.issuedOn}.zip`;
    return { name, pieces: encryptedZip(this.files(scope, content, workbook), password) };
  }

  private async contentOf(
    tx: EntityManager,
    account: SignedIn,
    desk: ScoreDesk,
    { compiled, definition }: RoundMethod,
  ): Promise<PackContent> {
    const { settings } = this.of.desks;
    const blocks = packBlocks(desk, compiled);
    const issuedOn = settings.clock.today();
    const counties = desk.counties.map(({ id }) => id);
    const manifest: PackManifest = {
      format: FORMAT,
      pack: randomUUID(),
      round: desk.round,
      methodVersion: desk.methodVersion,
      methodSha256: sha256Of(canonicalJson(definition as unknown as CanonicalValue)),
      evaluator: account.username,
      counties,
      issuedOn,
      validUntil: earlier(addDays(issuedOn, settings.environment.packDays), desk.scoreBy),
      remarks: remarksOf(blocks),
      rows: blocks.flatMap(({ rows }) =>
        rows
          .filter(({ isLocked }) => !isLocked)
          .map(({ by, row, county, leaf, version, seen }) => ({
            ...{ by, row, county: county.id, indicator: leaf.id, version, seen },
          })),
      ),
    };
    const evidence = await packedEvidence(
      await this.of.packs.evidence(tx, counties, firstDay(yearMonth(`${desk.year}-01`))),
      (county) => this.of.places.nameOf(county),
      (row) => this.of.packs.content(tx, row),
    );
    const demonstration = settings.demonstration ? '（演示数据）' : '';
    const title = `${desk.year}年${KINDS[desk.kind]}评分工作簿${demonstration}`;
    return { desk, method: compiled, blocks, manifest, evidence, title };
  }

  /** Documents are read one by one while they are sent: no pack is ever whole in memory. */
  private async *files(
    scope: Scope,
    { desk, blocks, manifest, evidence }: PackContent,
    workbook: Buffer,
  ): AsyncGenerator<PackedFile> {
    yield { name: WORKBOOK_NAME, content: workbook };
    yield { name: 'manifest.json', content: Buffer.from(manifestText(manifest)) };
    for (const row of evidence.filter(({ leftOut }) => leftOut === null)) {
      yield { name: row.path, content: await this.documentOf(scope, row) };
    }
    for (const county of desk.counties) {
      for (const { leaf, by } of blocks.filter(({ rows }) =>
        rows.some((row) => row.county.id === county.id),
      )) {
        if (by === 'program') continue;
        const folders = [PHOTO_FOLDER, folderName(county.name), folderName(nameOf(leaf.indicator).zh)];
        yield { name: `${folders.join('/')}/`, content: Buffer.alloc(0) };
      }
    }
  }

  private documentOf(scope: Scope, row: PackedEvidence): Promise<Buffer> {
    return scoped(this.source, scope, (tx) => this.of.packs.content(tx, row));
  }
}
