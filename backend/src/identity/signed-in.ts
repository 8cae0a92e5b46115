import type { Restriction } from '@yuheng/shared/contract/account';
import type { Permission, Role } from '@yuheng/shared/contract/roles';
import type { SecuritySettings } from '@yuheng/shared/contract/security-settings';
import type { Act } from '../audit/act';
import type { Scope } from '../database/scope';

/** The account behind a request, as its session or its access token says it. */
export interface SignedIn {
  readonly accountId: string;
  readonly username: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly place: { readonly id: string; readonly kind: PlaceKind };
  /** The city of this installation. */
  readonly cityId: string;
  readonly scope: Scope;
  /** Invented people are exempt from forced change, password age and second factor. */
  readonly demonstration: boolean;
  readonly passwordChangedAt: Date;
  readonly secondFactorEnrolled: boolean;
  readonly settings: SecuritySettings;
  readonly by: SessionOf | TokenOf;
}

export interface SessionOf {
  readonly kind: 'session';
  readonly sessionId: string;
  readonly method: 'password' | 'openId';
  readonly authenticatedAt: Date;
  readonly secondFactorAt: Date | null;
  readonly expiresAt: Date;
  /** What has to be done before anything else is reached. */
  readonly restriction: Restriction | null;
}

export interface TokenOf {
  readonly kind: 'token';
  readonly tokenId: string;
  readonly scopes: readonly Permission[];
  /** What a session of the account would have to do first. */
  readonly restriction: Restriction | null;
}

export type PlaceKind = 'nation' | 'province' | 'city' | 'county' | 'office';

/** @throws Error for an access token, which no endpoint lets this far. */
export function sessionIdOf({ by }: SignedIn): string {
  if (by.kind !== 'session') throw new Error('A token reached what only a session reaches.');
  return by.sessionId;
}

declare module 'fastify' {
  interface FastifyRequest {
    signedIn: SignedIn | null;
    /** Of an endpoint that acts: what its entry in the audit trail will say. */
    act: Act | null;
  }
}
