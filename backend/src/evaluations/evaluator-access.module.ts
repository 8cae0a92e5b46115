import { Module } from '@nestjs/common';
import { EvaluatorAccessQueries } from './evaluator-access.queries';
import { EvaluatorAccessService } from './evaluator-access.service';

/** The gate of interests, for every feature that evaluators read. */
@Module({
  providers: [EvaluatorAccessQueries, EvaluatorAccessService],
  exports: [EvaluatorAccessService],
})
export class EvaluatorAccessModule {}
