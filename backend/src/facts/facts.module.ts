import { Module } from '@nestjs/common';
import { FactsQueries } from './facts.queries';
import { FactsService } from './facts.service';

@Module({ providers: [FactsQueries, FactsService], exports: [FactsService] })
export class FactsModule {}
