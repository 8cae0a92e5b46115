import { Controller } from '@nestjs/common';
import type { ResponseOf } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import { DataSource } from 'typeorm';
import { openApiDocument } from './open-api';
import { Lifecycle } from './lifecycle';
import { ProblemException } from './problem-exception';
import { Route } from './route';

@Controller()
export class SystemController {
  constructor(
    private readonly source: DataSource,
    private readonly lifecycle: Lifecycle,
  ) {}

  @Route(endpoints.readHealth)
  async health(): Promise<ResponseOf<typeof endpoints.readHealth>> {
    if (this.lifecycle.isStopping) throw new ProblemException('unavailable');
    await this.source.query('select 1').catch(() => {
      throw new ProblemException('unavailable');
    });
    return { status: 'ok' };
  }

  @Route(endpoints.readOpenApi)
  openApi(): Record<string, unknown> {
    return openApiDocument();
  }
}
