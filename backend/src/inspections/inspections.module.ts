import { Module } from '@nestjs/common';
import { FactsModule } from '../facts/facts.module';
import { RegionsModule } from '../regions/regions.module';
import { InspectionsController } from './inspections.controller';
import { InspectionsQueries } from './inspections.queries';
import { InspectionsService } from './inspections.service';

@Module({
  imports: [FactsModule, RegionsModule],
  controllers: [InspectionsController],
  providers: [InspectionsQueries, InspectionsService],
})
export class InspectionsModule {}
