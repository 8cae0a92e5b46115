import { Injectable } from '@nestjs/common';
import type { BodyOf, ParamsOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { canonicalJson, type CanonicalValue } from '@yuheng/shared/domain/canonical-json';
import { scoreOfEntry, type Remark } from '@yuheng/shared/domain/evaluating/score-entry';
import type { CompiledLeaf } from '@yuheng/shared/domain/scoring/compile-method';
import { createHash } from 'node:crypto';
import { QueryFailedError, type EntityManager } from 'typeorm';
import type { Act } from '../../audit/act';
import { AuditTrail } from '../../audit/audit-trail';
import { Settings } from '../../config/settings';
import { ProblemException } from '../../http/problem-exception';
import type { SignedIn } from '../../identity/signed-in';
import { presentEntry } from './present-score-sheet';
import { RoundMethods, type RoundMethod } from './round-methods';
import { requireCounty, requireScoring, ScoreAccessService, type ScoreAccess } from './score-access.service';
import {
  type EntryKey,
  type EntryRow,
  type NewEntry,
  ScoreEntriesRepository,
} from './score-entries.repository';
import { changedElsewhere, lockedSheet } from './score-refusals';

type Target = ParamsOf<typeof endpoints.saveScoreEntry> & { readonly version: number };
type Saved = ResponseOf<typeof endpoints.saveScoreEntry>;

/** Writes entries: each a new version of one's own working paper, never over one that its writer has not seen. */
@Injectable()
export class ScoreWritingService {
  constructor(
    private readonly trail: AuditTrail,
    private readonly access: ScoreAccessService,
    private readonly methods: RoundMethods,
    private readonly repository: ScoreEntriesRepository,
    private readonly settings: Settings,
  ) {}

  /** The trail proves what was entered by its digest and does not tell it: nobody reads marks before they are submitted. */
  save(
    act: Act,
    account: SignedIn,
    { round, county, indicator, version }: Target,
    body: BodyOf<typeof endpoints.saveScoreEntry>,
  ): Promise<Saved> {
    act.note({ object: { kind: 'scoreEntry', id: `${round}/${county}/${indicator}` } });
    return this.trail.record(act, account.scope, async (tx) => {
      const access = await this.access.read(tx, account, round);
      const assigned = requireCounty(access, county);
      requireScoring(access, this.settings.clock.today(), body.methodVersion);
      const method = await this.methods.read(tx, access.program, access.methodVersion);
      requireLeaf(method, indicator, assigned.sections);
      const { value, remarks, confirmed = false } = body;
      const entry = { version, value, remarks: remarks.map(trimmed), confirmed };
      const written = await this.write(tx, this.keyOf(account, access, county, indicator), entry, method);
      act.note({ after: { version: written.version, sha256: digestOf(written) } });
      return { county, entry: presentEntry(written) };
    });
  }

  keyOf(account: SignedIn, { round }: ScoreAccess, county: string, indicator: string): EntryKey {
    return { city: this.settings.cityId, round, county, indicator, account: account.accountId };
  }

  /**
   * Checks and stores one entry in the caller's transaction.
   * @throws ProblemException conflict for another version or a locked sheet; refused for what its rule refuses
   */
  async write(tx: EntityManager, key: EntryKey, entry: NewEntry, method: RoundMethod): Promise<EntryRow> {
    const leaf = method.compiled.leafById.get(key.indicator);
    const scored = leaf && scoreOfEntry(method.compiled, leaf, entry);
    if (!scored) throw new ProblemException('not-found');
    if (!scored.ok) throw new ProblemException('refused', scored.refusals[0]?.detail, scored.refusals);
    const sheet = await this.repository.sheet(tx, key);
    if (sheet.state === 'submitted') throw lockedSheet();
    if (sheet.version === 0) await this.repository.openSheet(tx, key);
    const written = await this.repository.write(tx, key, entry).catch(unlessLocked);
    if (written) return written;
    const current = await this.repository.entry(tx, key);
    // Sent again after its answer was lost: it is there already.
    if (current && current.version === entry.version + 1 && digestOf(current) === digestOf(entry))
      return current;
    throw changedElsewhere(current?.version ?? 0);
  }
}

/** @throws ProblemException not-found for what is no leaf, or one of a section that is assigned to somebody else. */
export function requireLeaf(
  { compiled, sectionOfLeaf }: RoundMethod,
  indicator: string,
  sections: readonly string[],
): CompiledLeaf {
  const leaf = compiled.leafById.get(indicator);
  if (!leaf || !sections.includes(sectionOfLeaf.get(indicator) ?? ''))
    throw new ProblemException('not-found');
  return leaf;
}

/** The database holds the lock against a submission of the same moment. */
function unlessLocked(error: unknown): never {
  const { constraint } = (error instanceof QueryFailedError ? error.driverError : error) as {
    constraint?: string;
  };
  throw constraint === 'tr_score_entry__unlocked' ? lockedSheet() : error;
}

const trimmed = ({ point, fact, basis, page }: Remark): Remark => ({
  point: point.trim(),
  fact: fact.trim(),
  basis: basis.trim(),
  page: page.trim(),
});

/** SHA-256 of what an entry says, whatever the order of its keys. */
const digestOf = ({ value, remarks, confirmed }: Pick<NewEntry, 'value' | 'remarks' | 'confirmed'>): string =>
  createHash('sha256')
    .update(canonicalJson({ value, remarks, confirmed } as unknown as CanonicalValue))
    .digest('hex');
