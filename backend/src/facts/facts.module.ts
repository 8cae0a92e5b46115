import { Module } from '@nestjs/common';
import { DutyRulesModule } from '../duties/duty-rules.module';
import { FactsQueries } from './facts.queries';
import { FactsService } from './facts.service';

@Module({ imports: [DutyRulesModule], providers: [FactsQueries, FactsService], exports: [FactsService] })
export class FactsModule {}
