import { Injectable } from '@nestjs/common';
import type { AllocationEvidence } from '@yuheng/shared/domain/allocation/evidence/allocation-evidence';
import type { AllocationSettings } from '@yuheng/shared/domain/allocation/settings/allocation-settings';
import { canonicalSettings } from '@yuheng/shared/domain/allocation/settings/canonical-settings';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import type { Refusal } from '@yuheng/shared/domain/refusal';
import { ProblemException } from '../../http/problem-exception';
import { PlacesService } from '../../regions/places.service';

const OF_COUNTY = /^\/evidence\/counties\/(\d+)(\/.*)?$/;
const OF_BOUND = /^\/settings\/bounds\/(\d+)(\/.*)?$/;

/** What was asked, whose places the pointers name. */
export interface RefusedQuestion {
  readonly evidence: AllocationEvidence;
  readonly settings: AllocationSettings;
}

/** The domain names no county: whoever reads the refusal of a request needs to know which one lacks its data. */
@Injectable()
export class RefusedProposals {
  constructor(private readonly places: PlacesService) {}

  told(refusals: readonly Refusal[], question: RefusedQuestion): ProblemException {
    const named = refusals.map((one) => this.named(one, question));
    return new ProblemException('refused', named[0]?.detail, named);
  }

  private named({ pointer, detail }: Refusal, { evidence, settings }: RefusedQuestion): Refusal {
    const ofCounty = OF_COUNTY.exec(pointer);
    const [, bound, rest = ''] = OF_BOUND.exec(pointer) ?? [];
    // A proposal is computed of the canonical settings, whose bounds stand by county: what was sent may not.
    const stated =
      bound === undefined ? undefined : canonicalSettings(settings).bounds[Number(bound)]?.county;
    const county = stated ?? (ofCounty ? evidence.counties[Number(ofCounty[1])]?.county : undefined);
    if (county === undefined) return { pointer, detail };
    const name = this.places.nameOf(county);
    const sent = settings.bounds.findIndex((one) => one.county === stated);
    return {
      pointer: sent < 0 ? pointer : `/settings/bounds/${sent}${rest}`,
      detail: bilingual(`${name}：${detail.zh}`, `${name}: ${detail.en}`),
    };
  }
}
