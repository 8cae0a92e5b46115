import { Module } from '@nestjs/common';
import { SelfRoundQueries } from './self-round.queries';
import { SelfRoundService } from './self-round.service';

/** Apart from the rounds, so that the forms of the counties can stand on it without standing on everything else. */
@Module({ providers: [SelfRoundQueries, SelfRoundService], exports: [SelfRoundService] })
export class SelfRoundModule {}
