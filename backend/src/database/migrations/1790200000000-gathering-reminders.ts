import { CITY_IN_SCOPE, dropTables, type GatheringPart } from './1790200000000-gathering-part';

const TABLES = ['office_mailbox', 'mail_outbox'] as const;
const PARTIES = `party in ('cityJustice', 'cityFinance', 'countyJustice', 'countyFinance')`;

/** Mailboxes of bureaus, and the mails to them: one a bureau and day, seen and written by who carries the whole city. */
export const REMINDERS: GatheringPart = {
  up: [
    `create table office_mailbox (
      city_id text not null,
      party text not null,
      place_id text not null,
      address text,
      version integer not null,
      changed_by text not null,
      changed_at timestamptz not null,
      constraint pk_office_mailbox primary key (city_id, party, place_id),
      constraint fk_office_mailbox__place foreign key (place_id) references place (place_id),
      constraint ck_office_mailbox__party check (${PARTIES}),
      constraint ck_office_mailbox__address check (address ~ '^[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+$' and length(address) <= 254),
      constraint ck_office_mailbox__version check (version >= 1)
    )`,
    `create table mail_outbox (
      city_id text not null,
      party text not null,
      place_id text not null,
      day date not null,
      message_id uuid not null,
      subject text not null,
      body text not null,
      state text not null,
      attempts integer not null,
      failure text,
      queued_at timestamptz not null,
      next_attempt_at timestamptz not null,
      ended_at timestamptz,
      constraint pk_mail_outbox primary key (city_id, party, place_id, day),
      constraint fk_mail_outbox__place foreign key (place_id) references place (place_id),
      constraint ck_mail_outbox__party check (${PARTIES}),
      constraint ck_mail_outbox__state check (state in ('waiting', 'sent', 'givenUp') and (state = 'waiting') = (ended_at is null)),
      constraint ck_mail_outbox__attempts check (attempts >= 0)
    )`,
    `create index ix_mail_outbox__waiting on mail_outbox (next_attempt_at) where state = 'waiting'`,
    ...TABLES.flatMap((table) => [
      `alter table ${table} enable row level security`,
      `alter table ${table} force row level security`,
      `create policy ${table}_city on ${table} using (${CITY_IN_SCOPE})`,
    ]),
  ],
  down: dropTables(...TABLES),
};
