import { Controller } from '@nestjs/common';
import type { ResponseOf } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import { Account, Route } from '../http/route';
import type { SignedIn } from '../identity/signed-in';
import { presentCounties } from './present-counties';
import { PlacesService } from './places.service';

@Controller()
export class PlacesController {
  constructor(private readonly places: PlacesService) {}

  @Route(endpoints.listPlaces)
  list(): ResponseOf<typeof endpoints.listPlaces> {
    return { places: this.places.all().map(({ id, kind, name, parent }) => ({ id, kind, name, parent })) };
  }

  @Route(endpoints.listCounties)
  listCounties(@Account() account: SignedIn): ResponseOf<typeof endpoints.listCounties> {
    return presentCounties(this.places, account);
  }
}
