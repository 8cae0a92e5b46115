import { Injectable } from '@nestjs/common';
import type { BodyOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import { randomUUID } from 'node:crypto';
import { ProblemException } from '../http/problem-exception';
import { hashPassword } from './password';
import { SessionsRepository } from './sessions.repository';

/** The first account of an installation without demonstration data, made with the link that the start printed once. */
@Injectable()
export class FirstAdministratorService {
  constructor(private readonly sessions: SessionsRepository) {}

  async make({
    token,
    username,
    name,
    password,
  }: BodyOf<typeof endpoints.makeFirstAdministrator>): Promise<
    ResponseOf<typeof endpoints.makeFirstAdministrator>
  > {
    const passwordHash = await hashPassword(password);
    const made = await this.sessions.makeFirstAdministrator(token, {
      accountId: randomUUID(),
      username,
      name,
      passwordHash,
    });
    if (made) return { username };
    throw new ProblemException(
      'not-found',
      bilingual(
        '该一次性链接无效、已使用或已过期；首位管理员只能设立一次。',
        'This one-time link is wrong, used or expired; the first administrator can be made once only.',
      ),
    );
  }
}
