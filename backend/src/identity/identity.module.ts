import { Module } from '@nestjs/common';
import { RegionsModule } from '../regions/regions.module';
import { FirstAdministratorService } from './first-administrator/first-administrator.service';
import { SessionsController } from './sessions.controller';
import { SessionsRepository } from './sessions.repository';
import { SessionsService } from './sessions.service';

@Module({
  imports: [RegionsModule],
  controllers: [SessionsController],
  providers: [FirstAdministratorService, SessionsRepository, SessionsService],
  exports: [SessionsRepository, SessionsService],
})
export class IdentityModule {}
