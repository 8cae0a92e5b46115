/** Tables of the second migration: run by 1790100000000-accounts.ts and never edited once released. */

/** What an account is, apart from how it proves who it is: who administers accounts never reads a password's hash. */
export const ACCOUNTS = `
  alter table account
    add column version integer not null default 1,
    add column created_at timestamptz not null default now(),
    add column entered_by uuid,
    add column approved_at timestamptz,
    add column approved_by uuid,
    add column disabled_reason text,
    add column open_id_subject text,
    add constraint uq_account__open_id_subject unique (open_id_subject),
    add constraint fk_account__entered_by foreign key (entered_by) references account (account_id),
    add constraint fk_account__approved_by foreign key (approved_by) references account (account_id),
    add constraint ck_account__approver check (approved_by is null or entered_by is null or approved_by <> entered_by);
  update account set approved_at = now();
  create table account_contact (
    account_id uuid not null,
    phone_cipher text not null,
    phone_hash text not null,
    constraint pk_account_contact primary key (account_id),
    constraint fk_account_contact__account foreign key (account_id) references account (account_id)
  );
  create index ix_account_contact__phone on account_contact (phone_hash);
  create table credential (
    account_id uuid not null,
    password_hash text not null,
    changed_at timestamptz not null,
    must_change boolean not null,
    constraint pk_credential primary key (account_id),
    constraint fk_credential__account foreign key (account_id) references account (account_id)
  );
  insert into credential (account_id, password_hash, changed_at, must_change)
    select account_id, password_hash, now(), false from account;
  alter table account drop column password_hash;
  create table former_password (
    account_id uuid not null,
    changed_at timestamptz not null,
    password_hash text not null,
    constraint pk_former_password primary key (account_id, changed_at),
    constraint fk_former_password__account foreign key (account_id) references account (account_id)
  );
  create table second_factor (
    account_id uuid not null,
    secret_cipher text not null,
    begun_at timestamptz not null,
    confirmed_at timestamptz,
    last_step bigint,
    constraint pk_second_factor primary key (account_id),
    constraint fk_second_factor__account foreign key (account_id) references account (account_id)
  );
  create table recovery_code (
    account_id uuid not null,
    code_sha256 text not null,
    used_at timestamptz,
    constraint pk_recovery_code primary key (account_id, code_sha256),
    constraint fk_recovery_code__account foreign key (account_id) references account (account_id)
  );
  create table sign_in_failure (
    username_sha256 text not null,
    failures integer not null,
    last_at timestamptz not null,
    locked_until timestamptz,
    constraint pk_sign_in_failure primary key (username_sha256)
  );
  create table access_token (
    token_id uuid not null,
    account_id uuid not null,
    name text not null,
    token_sha256 text not null,
    scopes text[] not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    last_used_at timestamptz,
    revoked_at timestamptz,
    constraint pk_access_token primary key (token_id),
    constraint uq_access_token__sha256 unique (token_sha256),
    constraint fk_access_token__account foreign key (account_id) references account (account_id)
  );
  create index ix_access_token__account on access_token (account_id);
  create table hand_over (
    hand_over_id uuid not null,
    from_account_id uuid not null,
    to_account_id uuid not null,
    by_account_id uuid not null,
    at timestamptz not null,
    reason text not null,
    pending jsonb not null,
    constraint pk_hand_over primary key (hand_over_id),
    constraint uq_hand_over__from unique (from_account_id),
    constraint fk_hand_over__from foreign key (from_account_id) references account (account_id),
    constraint fk_hand_over__to foreign key (to_account_id) references account (account_id),
    constraint fk_hand_over__by foreign key (by_account_id) references account (account_id),
    constraint ck_hand_over__other check (from_account_id <> to_account_id)
  );`;

/** Sessions of before carry none of what is asked of a session now: they end, and their people sign in again. */
export const SESSIONS = `
  delete from session;
  alter table session
    add column session_id uuid not null,
    add column address text not null,
    add column user_agent text not null,
    add column method text not null,
    add column authenticated_at timestamptz not null,
    add column second_factor_at timestamptz,
    add constraint uq_session__id unique (session_id),
    add constraint ck_session__method check (method in ('password', 'openId'));`;

export const SETTINGS = `
  create table security_setting (
    city_id text not null,
    version integer not null,
    content jsonb not null,
    constraint pk_security_setting primary key (city_id)
  );
  insert into security_setting (city_id, version, content)
    select city_id, 1, '{"passwordLength":12,"passwordClasses":3,"passwordHistory":5,"passwordMaxAgeDays":90,"lockAfter":5,"lockMinutes":1,"lockMaxMinutes":60,"idleMinutes":60,"lifetimeHours":12,"secondFactorRoles":["systemAdministrator","securityAdministrator","auditAdministrator"],"secondFactorForApprovals":true,"separateAudit":true,"separateSecurity":false,"retentionMonths":24,"tokenMaxDays":180}'
    from installation;
  create table daily_work (
    task text not null,
    day date not null,
    done_at timestamptz not null,
    constraint pk_daily_work primary key (task, day)
  );
  alter table installation add column key_checks jsonb not null default '{}';`;

/** Which evaluator marks which county in which round. */
export const ASSIGNMENTS = `
  create table evaluation_assignment (
    city_id text not null,
    round_id uuid not null,
    county_id text not null,
    account_id uuid not null,
    constraint pk_evaluation_assignment primary key (city_id, round_id, county_id, account_id),
    constraint fk_evaluation_assignment__round foreign key (city_id, round_id) references evaluation_round (city_id, round_id),
    constraint fk_evaluation_assignment__account foreign key (account_id) references account (account_id)
  );
  create index ix_evaluation_assignment__account on evaluation_assignment (account_id);`;

/**
 * The trail: `content` is the exact canonical JSON that was hashed. What is searched stands beside it, and a constraint
 * holds it to the content: no column can say something else than the entry.
 */
export const AUDIT = `
  create table audit_entry (
    city_id text not null,
    seq bigint not null,
    at timestamptz not null,
    algorithm text not null,
    content text not null,
    previous text not null,
    hash text not null,
    act text not null,
    actor text,
    outcome text not null,
    object_kind text,
    object_id text,
    request_id text,
    personal_data boolean not null,
    constraint pk_audit_entry primary key (city_id, seq),
    constraint ck_audit_entry__algorithm check (algorithm in ('sha256', 'sm3')),
    constraint ck_audit_entry__derived check (
      act = content::jsonb ->> 'act' and outcome = content::jsonb ->> 'outcome'
      and actor is not distinct from content::jsonb #>> '{actor,username}'
      and object_kind is not distinct from content::jsonb #>> '{object,kind}'
      and object_id is not distinct from content::jsonb #>> '{object,id}'
      and request_id is not distinct from content::jsonb ->> 'requestId'
      and personal_data = (content::jsonb @> '{"personalData":true}'))
  );
  create index ix_audit_entry__at on audit_entry (city_id, at);
  create index ix_audit_entry__actor on audit_entry (city_id, actor, seq);
  create index ix_audit_entry__act on audit_entry (city_id, act, seq);
  create index ix_audit_entry__object on audit_entry (city_id, object_id, seq);
  create index ix_audit_entry__personal_data on audit_entry (city_id, seq) where personal_data;
  create table audit_seal (
    city_id text not null,
    day date not null,
    seq bigint not null,
    hash text not null,
    sealed_at timestamptz not null,
    constraint pk_audit_seal primary key (city_id, day),
    constraint fk_audit_seal__entry foreign key (city_id, seq) references audit_entry (city_id, seq)
  );`;

/** In the order in which they can be dropped. */
export const NEW_TABLES = [
  'audit_seal',
  'audit_entry',
  'evaluation_assignment',
  'daily_work',
  'security_setting',
  'hand_over',
  'access_token',
  'sign_in_failure',
  'recovery_code',
  'second_factor',
  'former_password',
  'credential',
  'account_contact',
];

/** What \`down\` undoes of the tables that were there before. */
export const UNDO = `
  alter table account add column password_hash text;
  update account a set password_hash = c.password_hash from credential c where c.account_id = a.account_id;
  alter table account alter column password_hash set not null;
  alter table account
    drop constraint ck_account__approver, drop constraint fk_account__approved_by,
    drop constraint fk_account__entered_by, drop constraint uq_account__open_id_subject,
    drop column version, drop column created_at, drop column entered_by, drop column approved_at,
    drop column approved_by, drop column disabled_reason, drop column open_id_subject;
  alter table session drop constraint uq_session__id, drop constraint ck_session__method,
    drop column session_id, drop column address, drop column user_agent, drop column method,
    drop column authenticated_at, drop column second_factor_at;
  alter table installation drop column key_checks;`;
