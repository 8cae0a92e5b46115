import { Injectable } from '@nestjs/common';
import type { BodyOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { presentAllocation } from '../../command-line/present-allocation';
import { ProblemException } from '../../http/problem-exception';

/** The engine for programs that ask it over HTTP: the same answers and the same refusals as on the command line. */
@Injectable()
export class EngineService {
  /** @throws ProblemException refused, with the pointers of the command line */
  allocate(
    input: BodyOf<typeof endpoints.computeAllocation>,
  ): ResponseOf<typeof endpoints.computeAllocation> {
    const answer = presentAllocation(input);
    if (!answer.ok) throw new ProblemException('refused', answer.refusals[0]?.detail, answer.refusals);
    const { parts, fen, ties, warnings } = answer.value;
    return {
      ...{ parts, fen, warnings },
      ties: ties.map(({ units, contested, awardedTo }) => ({
        units: [...units],
        contested,
        awardedTo: [...awardedTo],
      })),
    };
  }
}
