import { Injectable } from '@nestjs/common';
import type { AllocationEvidence } from '@yuheng/shared/domain/allocation/evidence/allocation-evidence';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import type { Refusal } from '@yuheng/shared/domain/refusal';
import { ProblemException } from '../../http/problem-exception';
import { PlacesService } from '../../regions/places.service';

const OF_COUNTY = /^\/evidence\/counties\/(\d+)(\/.*)?$/;

/** The domain names no county: whoever reads the refusal of a request needs to know which one lacks its data. */
@Injectable()
export class RefusedProposals {
  constructor(private readonly places: PlacesService) {}

  told(refusals: readonly Refusal[], evidence: AllocationEvidence): ProblemException {
    const named = refusals.map((one) => this.named(one, evidence));
    return new ProblemException('refused', named[0]?.detail, named);
  }

  private named({ pointer, detail }: Refusal, { counties }: AllocationEvidence): Refusal {
    const county = counties[Number(OF_COUNTY.exec(pointer)?.[1] ?? -1)]?.county;
    if (county === undefined) return { pointer, detail };
    const name = this.places.nameOf(county);
    return { pointer, detail: bilingual(`${name}：${detail.zh}`, `${name}: ${detail.en}`) };
  }
}
