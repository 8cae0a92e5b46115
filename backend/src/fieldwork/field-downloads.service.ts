import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Act } from '../audit/act';
import { AuditTrail } from '../audit/audit-trail';
import { scoped } from '../database/scoped-transaction';
import { ProblemException } from '../http/problem-exception';
import type { SignedIn } from '../identity/signed-in';
import { FieldFilesRepository } from './field-files.repository';
import { FieldworkAccessService, type OfCounty } from './fieldwork-access.service';
import { pictureCopy, type PictureType } from './picture-copy';

/** A file to be saved. */
export interface FieldFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

/** Photographs and scans, as they leave the program. */
@Injectable()
export class FieldDownloadsService {
  constructor(
    private readonly source: DataSource,
    private readonly access: FieldworkAccessService,
    private readonly files: FieldFilesRepository,
    private readonly trail: AuditTrail,
  ) {}

  /** Without what the camera wrote into it. @throws ProblemException not-found also for one that was taken away */
  async photo(account: SignedIn, asked: OfCounty & { readonly photo: string }): Promise<FieldFile> {
    const { key, scope } = await this.access.open(account, asked);
    const file = { fileId: asked.photo, kind: 'photo' } as const;
    const found = await scoped(this.source, scope, (tx) => this.files.read(tx, key, file));
    if (!found) throw new ProblemException('not-found');
    const bytes = pictureCopy(found.content, found.mediaType as PictureType);
    // Such a file is refused at the upload.
    if (!bytes) throw new Error(`The photograph ${asked.photo} cannot be copied.`);
    return { name: found.fileName, mediaType: found.mediaType, bytes };
  }

  /** As it was uploaded; the trail keeps who took it. */
  async original(
    act: Act,
    account: SignedIn,
    asked: OfCounty & { readonly photo: string },
  ): Promise<FieldFile> {
    const { key, scope } = await this.access.open(account, asked);
    act.note({ object: { kind: 'fieldPhoto', id: asked.photo } });
    return this.trail.record(act, scope, async (tx) => {
      const found = await this.files.read(tx, key, { fileId: asked.photo, kind: 'photo' });
      if (!found) throw new ProblemException('not-found');
      act.note({ digest: found.sha256 });
      return { name: found.fileName, mediaType: found.mediaType, bytes: found.content };
    });
  }

  async scan(account: SignedIn, asked: OfCounty & { readonly file: string }): Promise<FieldFile> {
    const { key, scope } = await this.access.open(account, asked);
    const file = { fileId: asked.file, kind: 'scan' } as const;
    const found = await scoped(this.source, scope, (tx) => this.files.read(tx, key, file));
    if (!found) throw new ProblemException('not-found');
    return { name: found.fileName, mediaType: found.mediaType, bytes: found.content };
  }
}
