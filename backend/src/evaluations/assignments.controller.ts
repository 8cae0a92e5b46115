import { Controller } from '@nestjs/common';
import type { ParamsOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import { Account, Params, Route } from '../http/route';
import type { SignedIn } from '../identity/signed-in';
import { AssignmentsService } from './assignments.service';

@Controller()
export class AssignmentsController {
  constructor(private readonly assignments: AssignmentsService) {}

  @Route(endpoints.listAssignments)
  list(@Account() account: SignedIn): Promise<ResponseOf<typeof endpoints.listAssignments>> {
    return this.assignments.list(account);
  }

  @Route(endpoints.readAssignment)
  read(
    @Account() account: SignedIn,
    @Params(endpoints.readAssignment) params: ParamsOf<typeof endpoints.readAssignment>,
  ): Promise<ResponseOf<typeof endpoints.readAssignment>> {
    return this.assignments.read(account, params);
  }
}
