import * as z from 'zod';
import type { Endpoint } from './endpoint';
import { role } from './roles';

const moment = z.iso.datetime();
const name = z.string().trim().min(1).max(50);
const phone = z.string().max(30);
const reason = z.string().trim().min(1).max(500);
const version = z.int();
const openIdSubject = z.string().min(1).max(255);
export const username = z
  .string()
  .regex(
    /^[a-z][a-z0-9-]{2,39}$/,
    '应以小写字母开头，由 3 至 40 个小写字母、数字或连字符组成 / 3 to 40 small letters, digits or hyphens, beginning with a letter',
  );

/** `pending`: waits for the security administrator; `disabled` is for good, so that no name is ever given twice. */
export const accountState = z.enum(['active', 'pending', 'disabled']);

/** An account as its administrators see it; the telephone number is masked. */
export const administeredAccount = z.object({
  id: z.uuid(),
  username: z.string(),
  name: z.string(),
  roles: z.array(role),
  place: z.object({
    id: z.string(),
    kind: z.enum(['nation', 'province', 'city', 'county', 'office']),
    name: z.string(),
  }),
  state: accountState,
  disabledAt: moment.nullable(),
  disabledReason: z.string().nullable(),
  /** Until when too many wrong passwords keep it closed. */
  lockedUntil: moment.nullable(),
  phone: z.string().nullable(),
  openIdSubject: z.string().nullable(),
  secondFactor: z.boolean(),
  mustChangePassword: z.boolean(),
  demonstration: z.boolean(),
  createdAt: moment,
  enteredBy: z.string().nullable(),
  version,
});
export type AdministeredAccount = z.infer<typeof administeredAccount>;

const of = z.strictObject({ account: z.uuid() });
/** Shown once: the person changes it at the first sign-in. */
const withInitialPassword = z.object({ account: administeredAccount, initialPassword: z.string() });
const pending = z.array(z.object({ kind: z.enum(['inspection', 'finding', 'assignment']), count: z.int() }));
const BODY = ['invalid-request', 'not-found', 'too-large', 'unsupported-media-type'] as const;

export const accountAdministrationEndpoints = {
  listAccounts: {
    method: 'GET',
    path: '/api/administration/accounts',
    permission: 'account:read',
    summary: 'Accounts by user name; `search` matches user name or name, or a whole telephone number.',
    query: z.strictObject({
      search: z.string().max(50).optional(),
      role: role.optional(),
      place: z.string().max(50).optional(),
      state: accountState.optional(),
      page: z.coerce.number().int().min(1).max(10_000).optional(),
    }),
    status: 200,
    response: z.object({ accounts: z.array(administeredAccount), total: z.int(), pageSize: z.int() }),
    problems: ['invalid-request'],
  },
  readAdministeredAccount: {
    method: 'GET',
    path: '/api/administration/accounts/:account',
    permission: 'account:read',
    summary: 'One account.',
    params: of,
    status: 200,
    response: administeredAccount,
    problems: ['invalid-request', 'not-found'],
  },
  createAccount: {
    method: 'POST',
    path: '/api/administration/accounts',
    permission: 'account:manage',
    summary: 'Make an account with a first password that its person must change.',
    body: z.strictObject({
      username,
      name,
      roles: z.array(role).min(1),
      place: z.string().min(1).max(50),
      phone: phone.optional(),
      openIdSubject: openIdSubject.optional(),
    }),
    act: 'account.create',
    status: 201,
    response: withInitialPassword,
    problems: ['invalid-request', 'conflict', 'refused', 'too-large', 'unsupported-media-type'],
  },
  changeAccount: {
    method: 'PUT',
    path: '/api/administration/accounts/:account',
    permission: 'account:manage',
    summary: 'Change name, roles, place, telephone (null removes it, absent keeps it) or OpenID subject.',
    params: of,
    body: z.strictObject({
      version,
      name,
      roles: z.array(role).min(1),
      place: z.string().min(1).max(50),
      phone: phone.nullable().optional(),
      openIdSubject: openIdSubject.nullable(),
      reason,
    }),
    act: 'account.change',
    status: 200,
    response: administeredAccount,
    problems: [...BODY, 'conflict', 'refused'],
  },
  disableAccount: {
    method: 'POST',
    path: '/api/administration/accounts/:account/disabling',
    permission: 'account:manage',
    summary: 'Close an account for good; its sessions and tokens end at once.',
    params: of,
    body: z.strictObject({ version, reason }),
    act: 'account.disable',
    status: 200,
    response: administeredAccount,
    problems: [...BODY, 'conflict', 'refused'],
  },
  resetPassword: {
    method: 'POST',
    path: '/api/administration/accounts/:account/password-reset',
    permission: 'account:manage',
    summary:
      'A new first password for a person who forgot theirs; the sessions of the account end. Where security is kept apart, the account waits for approval.',
    params: of,
    body: z.strictObject({ reason }),
    act: 'account.resetPassword',
    status: 200,
    response: withInitialPassword,
    problems: [...BODY, 'refused'],
  },
  resetSecondFactor: {
    method: 'POST',
    path: '/api/administration/accounts/:account/second-factor-reset',
    permission: 'account:manage',
    summary:
      'Take the second factor off an account whose person lost it and has no recovery code left. Where security is kept apart, the account waits for approval.',
    params: of,
    body: z.strictObject({ reason }),
    act: 'account.resetSecondFactor',
    status: 200,
    response: administeredAccount,
    problems: [...BODY, 'refused'],
  },
  unlockAccount: {
    method: 'POST',
    path: '/api/administration/accounts/:account/unlocking',
    permission: 'account:manage',
    summary: 'End the wait after too many wrong passwords.',
    params: of,
    body: z.strictObject({ reason }),
    act: 'account.unlock',
    status: 200,
    response: administeredAccount,
    problems: [...BODY],
  },
  disclosePhone: {
    method: 'POST',
    path: '/api/administration/accounts/:account/phone-disclosure',
    permission: 'account:manage',
    summary: 'The whole telephone number, for a stated reason; the trail says who saw it.',
    params: of,
    body: z.strictObject({ reason }),
    act: 'account.disclosePhone',
    status: 200,
    response: z.object({ phone: z.string() }),
    problems: [...BODY],
  },
  readPending: {
    method: 'GET',
    path: '/api/administration/accounts/:account/pending',
    permission: 'account:manage',
    summary:
      'How much is pending that a hand-over would pass on; counts only, administrators read no business data.',
    params: of,
    status: 200,
    response: z.object({ pending }),
    problems: ['invalid-request', 'not-found'],
  },
  handOverAccount: {
    method: 'POST',
    path: '/api/administration/accounts/:account/hand-over',
    permission: 'account:manage',
    summary:
      'Hand a clerk’s work over (换人交接) in one act: new account with the same roles and place, old one closed.',
    params: of,
    body: z.strictObject({
      version,
      successor: z.strictObject({ username, name, phone: phone.optional() }),
      reason,
    }),
    act: 'account.handOver',
    status: 201,
    response: z.object({ ...withInitialPassword.shape, pending }),
    problems: [...BODY, 'conflict', 'refused'],
  },
  approveAccount: {
    method: 'POST',
    path: '/api/administration/accounts/:account/approval',
    permission: 'account:approve',
    summary:
      'Approve a pending account; never by who entered it. Takes the second factor as `code` where it is due.',
    params: of,
    body: z.strictObject({ version, code: z.string().max(40).optional() }),
    act: 'account.approve',
    status: 200,
    response: administeredAccount,
    problems: [...BODY, 'second-factor-required', 'conflict', 'refused', 'too-many-requests'],
  },
} as const satisfies Record<string, Endpoint>;
