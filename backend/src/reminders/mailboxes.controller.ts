import { Controller } from '@nestjs/common';
import type { BodyOf, ParamsOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import type { Act } from '../audit/act';
import { Account, Acting, Body, Route, Target } from '../http/route';
import type { SignedIn } from '../identity/signed-in';
import { MailboxesService } from './mailboxes.service';

@Controller()
export class MailboxesController {
  constructor(private readonly mailboxes: MailboxesService) {}

  @Route(endpoints.listMailboxes)
  list(@Account() account: SignedIn): Promise<ResponseOf<typeof endpoints.listMailboxes>> {
    return this.mailboxes.list(account);
  }

  @Route(endpoints.changeMailbox)
  change(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Target(endpoints.changeMailbox)
    target: ParamsOf<typeof endpoints.changeMailbox> & { readonly version: number },
    @Body(endpoints.changeMailbox) body: BodyOf<typeof endpoints.changeMailbox>,
  ): Promise<ResponseOf<typeof endpoints.changeMailbox>> {
    return this.mailboxes.change(act, account, { ...target, body });
  }
}
