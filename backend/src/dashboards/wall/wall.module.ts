import { Module } from '@nestjs/common';
import { DutiesModule } from '../../duties/duties.module';
import { IdentityModule } from '../../identity/identity.module';
import { RegionsModule } from '../../regions/regions.module';
import { DashboardsModule } from '../dashboards.module';
import { OpenWallService } from './open-wall.service';
import { WallController } from './wall.controller';
import { WallLinksRepository } from './wall-links.repository';
import { WallLinksService } from './wall-links.service';
import { WallService } from './wall.service';
import { WallStreamsService } from './wall-streams.service';

@Module({
  imports: [DashboardsModule, DutiesModule, IdentityModule, RegionsModule],
  controllers: [WallController],
  providers: [OpenWallService, WallLinksRepository, WallLinksService, WallService, WallStreamsService],
})
export class WallModule {}
