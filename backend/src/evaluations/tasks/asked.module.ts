import { Module } from '@nestjs/common';
import { AskedQueries } from './asked.queries';
import { AskedService } from './asked.service';

/** What rounds ask of counties, for whatever counts or lists it. */
@Module({ providers: [AskedQueries, AskedService], exports: [AskedQueries, AskedService] })
export class AskedModule {}
