import * as z from 'zod';
import { isMailAddress } from '../domain/duties/mail-address';
import type { Endpoint } from './endpoint';
import { instant } from './values';

export const reminderParty = z.enum(['cityJustice', 'cityFinance', 'countyJustice', 'countyFinance']);
/** Why a mail could not be sent, without an address and without the words of the server. */
export const mailFailure = z.enum([
  'unreachable',
  'signIn',
  'encryption',
  'recipient',
  'refused',
  'noAddress',
  'tooLate',
]);
export type MailFailure = z.infer<typeof mailFailure>;
export const mailState = z.enum(['waiting', 'sent', 'givenUp']);

const address = z
  .string()
  .trim()
  .refine(
    isMailAddress,
    '应为一个完整的邮箱地址，形如 sfj@example.gov.cn / must be one address of a mailbox such as sfj@example.gov.cn',
  );

const mail = z.object({
  /** The day that it speaks of. */
  day: z.string(),
  state: mailState,
  /** How often it was tried. */
  attempts: z.int(),
  failure: mailFailure.nullable(),
  /** When it was sent or given up; of one that waits, when it is tried next. */
  at: instant,
});

const mailbox = z.object({
  party: reminderParty,
  /** The city or the county. */
  place: z.string(),
  /** What the bureau is called, in Chinese. */
  name: z.string(),
  /** Null: it gets no mail. */
  address: z.string().nullable(),
  /** 0: nothing was ever entered. */
  version: z.int(),
  changedBy: z.string().nullable(),
  changedAt: instant.nullable(),
  /** The newest mail. */
  last: mail.nullable(),
});
export type Mailbox = z.infer<typeof mailbox>;

export const mailboxEndpoints = {
  listMailboxes: {
    method: 'GET',
    path: '/api/mailboxes',
    permission: 'mailbox:keep',
    summary:
      'The mailbox of each bureau to which reminders of duties go, with the newest mail, and whether mail is set up.',
    status: 200,
    response: z.object({
      /** A mail server is configured; without one nothing is sent. */
      isSetUp: z.boolean(),
      /** Days before its day from which on a duty is said. */
      soonDays: z.int(),
      /** Mails that wait because the mail server did not take them. */
      waiting: z.int(),
      mailboxes: z.array(mailbox),
    }),
    problems: ['invalid-request'],
  },
  changeMailbox: {
    method: 'PUT',
    path: '/api/mailboxes/:party/:place',
    permission: 'mailbox:keep',
    summary: 'Enter, change or remove (null) the mailbox of a bureau to which its reminders go.',
    params: z.strictObject({ party: reminderParty, place: z.string().min(1).max(40) }),
    body: z.strictObject({ address: address.nullable() }),
    act: 'mailbox.change',
    precondition: 'version',
    status: 200,
    response: mailbox,
    problems: ['invalid-request', 'conflict', 'not-found', 'too-large', 'unsupported-media-type'],
  },
} as const satisfies Record<string, Endpoint>;
