import { Controller, Req, Res } from '@nestjs/common';
import type { QueryOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { asFile } from '../http/as-file';
import { Account, Address, Query, Route } from '../http/route';
import { readUpload } from '../http/upload';
import type { SignedIn } from '../identity/signed-in';
import { METHOD_FILE } from './method-file-wanted';
import { MethodFilesService } from './method-files.service';
import { MethodsService, type VersionKey } from './methods.service';
import { SimulateMethodService, type SimulationWish } from './simulate-method.service';

@Controller()
export class MethodsController {
  constructor(
    private readonly methods: MethodsService,
    private readonly simulation: SimulateMethodService,
    private readonly files: MethodFilesService,
  ) {}

  @Route(endpoints.listMethods)
  list(
    @Account() account: SignedIn,
    @Query(endpoints.listMethods) query: QueryOf<typeof endpoints.listMethods>,
  ): Promise<ResponseOf<typeof endpoints.listMethods>> {
    return this.methods.list(account, query);
  }

  @Route(endpoints.readMethodVersion)
  read(
    @Account() account: SignedIn,
    @Address(endpoints.readMethodVersion) key: VersionKey,
  ): Promise<ResponseOf<typeof endpoints.readMethodVersion>> {
    return this.methods.readVersion(account, key);
  }

  @Route(endpoints.downloadMethodWorkbook)
  async download(
    @Account() account: SignedIn,
    @Address(endpoints.downloadMethodWorkbook) key: VersionKey,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Readable> {
    return asFile(reply, await this.files.ofVersion(account, key));
  }

  @Route(endpoints.simulateMethodVersion)
  simulate(
    @Account() account: SignedIn,
    @Address(endpoints.simulateMethodVersion) { year, against, ...key }: VersionKey & SimulationWish,
  ): Promise<ResponseOf<typeof endpoints.simulateMethodVersion>> {
    return this.simulation.ofVersion(account, key, { year, against });
  }

  @Route(endpoints.readMethodFile)
  async readFile(@Req() request: FastifyRequest): Promise<ResponseOf<typeof endpoints.readMethodFile>> {
    const { bytes } = await readUpload(request, METHOD_FILE);
    return this.files.read(bytes);
  }
}
