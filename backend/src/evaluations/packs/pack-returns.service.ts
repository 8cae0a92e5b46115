import { Injectable } from '@nestjs/common';
import type { BodyOf, ParamsOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import type { PackPreview } from '@yuheng/shared/contract/score-packs';
import { computedScores } from '@yuheng/shared/domain/evaluating/computed-scores';
import type { IsoDate } from '@yuheng/shared/domain/period/year-month';
import type { Outcome } from '@yuheng/shared/domain/refusal';
import { nameOf } from '@yuheng/shared/domain/scoring/method';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import type { Act } from '../../audit/act';
import { AuditTrail } from '../../audit/audit-trail';
import { scoped } from '../../database/scoped-transaction';
import { ProblemException } from '../../http/problem-exception';
import type { UploadedForm } from '../../http/upload';
import type { SignedIn } from '../../identity/signed-in';
import { openWorkbook, type OpenedWorkbook } from '../../workbooks/open-workbook';
import { openCounties, requireScoring, type ScoreAccess } from '../scoring/score-access.service';
import { ScoreWritingService } from '../scoring/score-writing.service';
import { chosenRows } from './chosen-rows';
import { markedPack } from './marked-pack';
import { sha256Of, type PackManifest } from './pack-layout';
import {
  countiesClosed,
  packOfAnother,
  packOfAnotherMethod,
  packOfAnotherRound,
  packOutOfDate,
  packTrouble,
  takenBackBefore,
  unknownPack,
} from './pack-refusals';
import { PackSources } from './pack-sources';
import { EDITED_MANIFEST, readBoxes, readManifest } from './read-pack-workbook';
import { returnedRows, type StoredRow } from './returned-rows';
import type { ScorePackReturnEntity } from './score-pack-return.entity';
import { isWorkbook, workbookInZip } from './workbook-in-zip';

type Key = ParamsOf<typeof endpoints.applyScorePack>;
type Body = BodyOf<typeof endpoints.applyScorePack>;

/** A pack that came back, as it was issued, with its workbook as it is now. */
interface CameBack {
  readonly access: ScoreAccess;
  readonly manifest: PackManifest;
  readonly workbook: OpenedWorkbook;
}

/** A pack that comes back: what each row of its workbook would do, and entering what is chosen, all of it or nothing. */
@Injectable()
export class PackReturnsService {
  constructor(
    private readonly source: DataSource,
    private readonly trail: AuditTrail,
    private readonly of: PackSources,
    private readonly writing: ScoreWritingService,
  ) {}

  async preview(act: Act, account: SignedIn, round: string, file: UploadedForm): Promise<PackPreview> {
    act.note({ object: { kind: 'evaluationRound', id: round } });
    const bytes = await this.workbookOf(file);
    const sha256 = sha256Of(bytes);
    act.note({ digest: sha256 });
    const workbook = taken(await openWorkbook(bytes));
    const { manifest, sha256: of } = taken(readManifest(workbook));
    if (manifest.evaluator !== account.username) throw packOfAnother();
    if (manifest.round !== round) throw packOfAnotherRound();
    const { access, scope } = await this.of.gate.open(account, round);
    return this.trail.record(act, scope, async (tx) => {
      const pack = await this.of.packs.find(tx, manifest.pack);
      if (!pack) throw unknownPack();
      if (pack.sha256 !== of) throw taken({ ok: false, refusals: [EDITED_MANIFEST] });
      act.note({ object: { kind: 'scorePack', id: pack.pack } });
      this.requireOpen(access, pack.manifest);
      const before = await this.of.packs.takenBackOn(tx, pack.pack, sha256);
      if (before !== null) throw takenBackBefore(before);
      const rows = await this.compare(tx, account, { access, manifest: pack.manifest, workbook });
      const row: ScorePackReturnEntity = {
        cityId: this.of.desks.settings.cityId,
        returnId: randomUUID(),
        packId: pack.pack,
        accountId: account.accountId,
        fileName: file.name,
        sha256,
        content: rows,
        result: markedPack(bytes, rows),
        readAt: new Date(),
        appliedAt: null,
      };
      await this.of.packs.insertReturn(tx, row);
      return presented(row);
    });
  }

  /** Every chosen row goes through the same checks and the same history as what is typed on the page. */
  async apply(act: Act, account: SignedIn, { round, preview }: Key, { choices }: Body): Promise<PackPreview> {
    act.note({ object: { kind: 'evaluationRound', id: round } });
    const { access, scope } = await this.of.gate.open(account, round);
    return this.trail.record(act, scope, async (tx) => {
      const row = await this.of.packs.findReturn(tx, round, preview);
      const pack = row && (await this.of.packs.find(tx, row.packId));
      if (!row || !pack) throw new ProblemException('not-found');
      act.note({ object: { kind: 'scorePack', id: pack.pack }, digest: row.sha256 });
      const before = await this.of.packs.takenBackOn(tx, pack.pack, row.sha256);
      if (before !== null) throw takenBackBefore(before);
      this.requireOpen(access, pack.manifest);
      const method = await this.of.desks.methods.read(tx, access.program, access.methodVersion);
      const chosen = taken(chosenRows(row.content as readonly StoredRow[], choices));
      for (const { county, indicator, version, entry } of chosen) {
        const key = this.writing.keyOf(account, access, county, indicator);
        await this.writing.write(tx, key, { version, ...entry }, method);
      }
      const appliedAt = new Date();
      await this.of.packs.setApplied(tx, preview, appliedAt);
      act.note({ after: { rows: chosen.length } });
      return presented({ ...row, appliedAt });
    });
  }

  async result(account: SignedIn, { round, preview }: Key): Promise<{ name: string; bytes: Buffer }> {
    const found = await scoped(this.source, account.scope, (tx) => this.of.packs.result(tx, round, preview));
    if (!found) throw new ProblemException('not-found');
    return { name: found.fileName.replace(/(?:\.xlsx|\.zip)?$/i, '（核对结果）.xlsx'), bytes: found.result };
  }

  private async workbookOf({ bytes, fields }: UploadedForm): Promise<Buffer> {
    if (isWorkbook(bytes)) return bytes;
    const found = await workbookInZip(bytes, fields['password'] || null);
    if (typeof found === 'string') throw packTrouble(found);
    return found;
  }

  private requireOpen(access: ScoreAccess, { methodVersion, validUntil, counties }: PackManifest): void {
    const today: IsoDate = this.of.desks.settings.clock.today();
    if (methodVersion !== access.methodVersion)
      throw packOfAnotherMethod(methodVersion, access.methodVersion);
    requireScoring(access, today, methodVersion);
    if (today > validUntil) throw packOutOfDate(validUntil);
    const open = openCounties(access).map(({ county }) => county);
    if (!counties.some((county) => open.includes(county))) throw countiesClosed();
  }

  private async compare(
    tx: EntityManager,
    { accountId }: SignedIn,
    { access, manifest, workbook }: CameBack,
  ): Promise<readonly StoredRow[]> {
    const { methods, facts, entries, settings } = this.of.desks;
    const { program, year, round } = access;
    const method = await methods.read(tx, program, access.methodVersion);
    const countyName = (county: string): string => this.of.places.nameOf(county);
    const boxes = taken(
      readBoxes(workbook, manifest, ({ county, indicator }) => {
        const leaf = method.compiled.leafById.get(indicator);
        return { county: countyName(county), indicator: leaf ? nameOf(leaf.indicator).zh : indicator };
      }),
    );
    const known = await facts.read(tx, { program, year, round, asOf: settings.clock.today() });
    const computed = new Map(
      known.map((one) => [one.county, computedScores(method.definition, method.compiled, one).leaves]),
    );
    return returnedRows(
      {
        access,
        method,
        issued: await this.of.packs.issuedEntries(tx, { round, account: accountId }, manifest.rows),
        entries: await entries.entries(tx, { round, account: accountId }),
        sheets: await entries.sheets(tx, round, accountId),
        computed: (county) => computed.get(county) ?? {},
        countyName,
      },
      manifest.rows,
      boxes,
    );
  }
}

/** @throws ProblemException refused, with where and what to do. */
function taken<Value>(outcome: Outcome<Value>): Value {
  if (outcome.ok) return outcome.value;
  throw new ProblemException('refused', outcome.refusals[0]?.detail, outcome.refusals);
}

const presented = ({
  returnId,
  packId,
  fileName,
  content,
  appliedAt,
}: ScorePackReturnEntity): PackPreview => ({
  id: returnId,
  pack: packId,
  fileName,
  rows: (content as readonly StoredRow[]).map(({ entry: _, version: __, ...row }) => row),
  appliedAt: appliedAt?.toISOString() ?? null,
});
