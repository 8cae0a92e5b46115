import type { Role } from '@yuheng/shared/contract/roles';
import type { Scope } from '../database/scope';

/** The account behind a request, as its session says it. */
export interface SignedIn {
  readonly accountId: string;
  readonly username: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly place: { readonly id: string; readonly kind: PlaceKind };
  /** The city of this installation. */
  readonly cityId: string;
  readonly scope: Scope;
}

export type PlaceKind = 'nation' | 'province' | 'city' | 'county' | 'office';

declare module 'fastify' {
  interface FastifyRequest {
    signedIn: SignedIn | null;
  }
}
