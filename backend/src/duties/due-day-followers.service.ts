import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

type Follower = (tx: EntityManager) => Promise<unknown>;

/** Features that keep due days of their own add themselves here: they follow each change of a rule or of a holiday table. */
@Injectable()
export class DueDayFollowersService {
  private readonly followers: Follower[] = [];

  add(follower: Follower): void {
    this.followers.push(follower);
  }

  /** In the transaction of the change: either both stand or neither. */
  async follow(tx: EntityManager): Promise<void> {
    for (const follower of this.followers) await follower(tx);
  }
}
