import { Module } from '@nestjs/common';
import { RegionsModule } from '../regions/regions.module';
import { PublicationsController } from './publications.controller';
import { PublicationsRepository } from './publications.repository';
import { PublicationsService } from './publications.service';
import { PublishedSplitsService } from './published-splits.service';

@Module({
  imports: [RegionsModule],
  controllers: [PublicationsController],
  providers: [PublicationsRepository, PublicationsService, PublishedSplitsService],
  exports: [PublishedSplitsService],
})
export class PublicationsModule {}
