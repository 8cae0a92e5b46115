import { Module } from '@nestjs/common';
import { FactsModule } from '../facts/facts.module';
import { IdentityModule } from '../identity/identity.module';
import { RegionsModule } from '../regions/regions.module';
import { GoalCountiesService } from './goal-counties.service';
import { GoalsController } from './goals.controller';
import { GoalsRepository } from './goals.repository';
import { GoalsService } from './goals.service';
import { IssuedGoalsService } from './issued-goals.service';
import { MidYearController } from './mid-year.controller';
import { MidYearService } from './mid-year.service';

@Module({
  imports: [FactsModule, IdentityModule, RegionsModule],
  controllers: [GoalsController, MidYearController],
  providers: [GoalCountiesService, GoalsRepository, GoalsService, IssuedGoalsService, MidYearService],
  exports: [IssuedGoalsService],
})
export class GoalsModule {}
