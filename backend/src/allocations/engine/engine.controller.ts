import { Controller } from '@nestjs/common';
import type { BodyOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import { Body, Route } from '../../http/route';
import { EngineService } from './engine.service';

@Controller()
export class EngineController {
  constructor(private readonly engine: EngineService) {}

  @Route(endpoints.computeAllocation)
  allocate(
    @Body(endpoints.computeAllocation) body: BodyOf<typeof endpoints.computeAllocation>,
  ): ResponseOf<typeof endpoints.computeAllocation> {
    return this.engine.allocate(body);
  }
}
