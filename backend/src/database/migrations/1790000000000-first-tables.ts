/** The tables of the first migration, as plain SQL: run by 1790000000000-first.ts and never edited once released. */

export const REFERENCE = `
  create table installation (
    singleton boolean not null default true,
    demonstration_day date,
    city_id text not null,
    constraint pk_installation primary key (singleton),
    constraint ck_installation__one_row check (singleton)
  );
  create table place (
    place_id text not null,
    kind text not null,
    parent_id text,
    sort_order integer not null,
    tile_row integer,
    tile_column integer,
    constraint pk_place primary key (place_id),
    constraint fk_place__parent foreign key (parent_id) references place (place_id),
    constraint ck_place__kind check (kind in ('nation', 'province', 'city', 'county', 'office'))
  );
  create index ix_place__parent on place (parent_id);
  create table place_name (
    place_id text not null,
    valid_from date not null,
    valid_until date,
    code text not null,
    name text not null,
    constraint pk_place_name primary key (place_id, valid_from),
    constraint fk_place_name__place foreign key (place_id) references place (place_id),
    constraint ck_place_name__period check (valid_until is null or valid_until >= valid_from)
  );
  create table program (
    program_id text not null,
    name text not null,
    fen_per_post_month bigint,
    sort_order integer not null,
    constraint pk_program primary key (program_id)
  );`;

export const IDENTITY = `
  create table account (
    account_id uuid not null,
    username text not null,
    name text not null,
    password_hash text not null,
    place_id text not null,
    demonstration boolean not null,
    disabled_at timestamptz,
    constraint pk_account primary key (account_id),
    constraint uq_account__username unique (username),
    constraint fk_account__place foreign key (place_id) references place (place_id)
  );
  create table account_role (
    account_id uuid not null,
    role text not null,
    constraint pk_account_role primary key (account_id, role),
    constraint fk_account_role__account foreign key (account_id) references account (account_id)
  );
  create table session (
    token_sha256 text not null,
    account_id uuid not null,
    created_at timestamptz not null,
    last_used_at timestamptz not null,
    expires_at timestamptz not null,
    constraint pk_session primary key (token_sha256),
    constraint fk_session__account foreign key (account_id) references account (account_id)
  );
  create index ix_session__account on session (account_id);
  create table one_time_link (
    token_sha256 text not null,
    purpose text not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    constraint pk_one_time_link primary key (token_sha256),
    constraint ck_one_time_link__purpose check (purpose in ('firstAdministrator'))
  );`;

export const PUBLICATIONS = `
  create table publication (
    city_id text not null,
    year integer not null,
    publication_id uuid not null,
    title text not null,
    file_name text not null,
    sha256 text not null,
    text text not null,
    notes jsonb not null,
    loaded_at timestamptz not null,
    loaded_by text,
    constraint pk_publication primary key (city_id, year),
    constraint uq_publication__id unique (publication_id)
  );
  create table publication_program (
    city_id text not null,
    year integer not null,
    ordinal integer not null,
    program_id text,
    name text not null,
    total_fen bigint not null,
    content jsonb not null,
    constraint pk_publication_program primary key (city_id, year, ordinal),
    constraint fk_publication_program__publication foreign key (city_id, year) references publication (city_id, year)
  );
  create unique index uq_publication_program__program on publication_program (city_id, year, program_id);
  create table publication_amount (
    city_id text not null,
    year integer not null,
    ordinal integer not null,
    county_id text not null,
    fen bigint not null,
    posts integer,
    name_as_printed text not null,
    numeral_as_printed text not null,
    unit text not null,
    sentence text not null,
    line integer not null,
    constraint pk_publication_amount primary key (city_id, year, ordinal, county_id),
    constraint fk_publication_amount__program foreign key (city_id, year, ordinal)
      references publication_program (city_id, year, ordinal),
    constraint ck_publication_amount__unit check (unit in ('元', '万元')),
    constraint ck_publication_amount__fen check (fen >= 0)
  );`;

export const GATHERED = `
  create table program_post (
    city_id text not null,
    county_id text not null,
    program_id text not null,
    year integer not null,
    posts integer not null,
    initial_budget_fen bigint not null,
    adjusted_budget_fen bigint not null,
    source text not null,
    constraint pk_program_post primary key (city_id, county_id, program_id, year),
    constraint ck_program_post__posts check (posts >= 0)
  );
  create table fund_movement (
    city_id text not null,
    county_id text not null,
    program_id text not null,
    year integer not null,
    movement_id uuid not null,
    stage text not null,
    moved_on date not null,
    fen bigint not null,
    document_number text,
    constraint pk_fund_movement primary key (city_id, county_id, program_id, year, movement_id),
    constraint ck_fund_movement__stage check (stage in ('issue', 'receipt', 'passOn')),
    constraint ck_fund_movement__fen check (fen <> 0)
  );
  create table wage_month (
    city_id text not null,
    county_id text not null,
    program_id text not null,
    month text not null,
    stage text not null,
    due_on date not null,
    reported_on date,
    paid_on date,
    persons_on_post integer not null,
    persons_paid integer not null,
    persons_paid_on_time integer not null,
    persons_insured integer not null,
    city_part_due_fen bigint not null,
    city_part_paid_fen bigint not null,
    county_part_fen bigint not null,
    gross_wage_fen bigint not null,
    social_insurance_fen bigint not null,
    county_advance_fen bigint not null,
    advance_settled_on date,
    constraint pk_wage_month primary key (city_id, county_id, program_id, month),
    constraint ck_wage_month__month check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
    constraint ck_wage_month__stage check (stage in ('notDue', 'open', 'submitted', 'returned', 'approved', 'reopened')),
    constraint ck_wage_month__persons check (persons_paid_on_time <= persons_paid and persons_paid <= persons_on_post and persons_paid_on_time >= 0),
    constraint ck_wage_month__insured check (persons_insured between 0 and persons_on_post),
    constraint ck_wage_month__advance check (county_advance_fen >= 0 and county_advance_fen <= city_part_paid_fen)
  );
  create table filing (
    city_id text not null,
    county_id text not null,
    program_id text not null,
    year integer not null,
    document text not null,
    recipient text not null,
    filed_on date,
    constraint pk_filing primary key (city_id, county_id, program_id, year, document, recipient),
    constraint ck_filing__document check (document in ('implementationPlan', 'transferDocument')),
    constraint ck_filing__recipient check (recipient in ('cityJustice', 'cityFinance'))
  );
  create table workload_month (
    city_id text not null,
    county_id text not null,
    program_id text not null,
    month text not null,
    supervised_at_start integer not null,
    supervised_new integer not null,
    supervised_released integer not null,
    supervised_at_end integer not null,
    resettled integer not null,
    assessments integer not null,
    constraint pk_workload_month primary key (city_id, county_id, program_id, month),
    constraint ck_workload_month__balance
      check (supervised_at_start + supervised_new - supervised_released = supervised_at_end)
  );`;

export const INSPECTIONS = `
  create table inspection_template (
    city_id text not null,
    program_id text not null,
    version integer not null,
    valid_from date not null,
    items jsonb not null,
    constraint pk_inspection_template primary key (city_id, program_id, version)
  );
  create table inspection (
    city_id text not null,
    county_id text not null,
    program_id text not null,
    month text not null,
    template_version integer not null,
    stage text not null,
    due_on date not null,
    inspected_on date,
    submitted_on date,
    approved_on date,
    inspector text,
    approver text,
    constraint pk_inspection primary key (city_id, county_id, program_id, month),
    constraint fk_inspection__template foreign key (city_id, program_id, template_version)
      references inspection_template (city_id, program_id, version),
    constraint ck_inspection__month check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
    constraint ck_inspection__stage check (stage in ('notDue', 'open', 'submitted', 'returned', 'approved', 'reopened')),
    constraint ck_inspection__approver check (approver is null or approver <> inspector)
  );
  create table inspection_result (
    city_id text not null,
    county_id text not null,
    program_id text not null,
    month text not null,
    item_id text not null,
    conclusion text,
    number numeric(12,2),
    carried_from text,
    note text,
    constraint pk_inspection_result primary key (city_id, county_id, program_id, month, item_id),
    constraint fk_inspection_result__inspection foreign key (city_id, county_id, program_id, month)
      references inspection (city_id, county_id, program_id, month),
    constraint ck_inspection_result__conclusion check (conclusion in ('pass', 'fail', 'notApplicable'))
  );
  create table finding (
    city_id text not null,
    county_id text not null,
    program_id text not null,
    month text not null,
    item_id text not null,
    summary text not null,
    found_on date not null,
    deadline date not null,
    rectified_on date,
    closed_on date,
    repeated boolean not null,
    constraint pk_finding primary key (city_id, county_id, program_id, month, item_id),
    constraint fk_finding__result foreign key (city_id, county_id, program_id, month, item_id)
      references inspection_result (city_id, county_id, program_id, month, item_id),
    constraint ck_finding__order check (deadline >= found_on and (closed_on is null or closed_on >= rectified_on))
  );`;

export const EVALUATION = `
  create table evaluation_method (
    city_id text not null,
    program_id text not null,
    version integer not null,
    name jsonb not null,
    definition jsonb not null,
    published_on date,
    constraint pk_evaluation_method primary key (city_id, program_id, version)
  );
  create table evaluation_round (
    city_id text not null,
    round_id uuid not null,
    program_id text not null,
    year integer not null,
    kind text not null,
    method_version integer not null,
    marks_expected integer not null,
    finalised_on date,
    document_number text,
    finalised_run_id uuid,
    constraint pk_evaluation_round primary key (city_id, round_id),
    constraint uq_evaluation_round__program_year_kind unique (city_id, program_id, year, kind),
    constraint fk_evaluation_round__method foreign key (city_id, program_id, method_version)
      references evaluation_method (city_id, program_id, version),
    constraint ck_evaluation_round__kind check (kind in ('selfEvaluation', 'departmentEvaluation', 'financeEvaluation')),
    constraint ck_evaluation_round__finalised check ((finalised_on is null) = (finalised_run_id is null))
  );
  create table evaluator_mark (
    city_id text not null,
    round_id uuid not null,
    county_id text not null,
    indicator_id text not null,
    evaluator text not null,
    marks numeric(6,2) not null,
    submitted_on date not null,
    constraint pk_evaluator_mark primary key (city_id, round_id, county_id, indicator_id, evaluator),
    constraint fk_evaluator_mark__round foreign key (city_id, round_id) references evaluation_round (city_id, round_id)
  );
  create table scoring_run (
    city_id text not null,
    run_id uuid not null,
    round_id uuid not null,
    engine_version text not null,
    method jsonb not null,
    inputs_sha256 text not null,
    as_of date not null,
    created_at timestamptz not null,
    created_by text,
    constraint pk_scoring_run primary key (city_id, run_id),
    constraint uq_scoring_run__inputs unique (city_id, round_id, engine_version, inputs_sha256),
    constraint fk_scoring_run__round foreign key (city_id, round_id) references evaluation_round (city_id, round_id)
  );
  create table scoring_result (
    city_id text not null,
    run_id uuid not null,
    county_id text not null,
    inputs jsonb not null,
    answer jsonb not null,
    explanation jsonb not null,
    constraint pk_scoring_result primary key (city_id, run_id, county_id),
    constraint fk_scoring_result__run foreign key (city_id, run_id) references scoring_run (city_id, run_id)
  );
  create table allocation_run (
    city_id text not null,
    run_id uuid not null,
    program_id text not null,
    year integer not null,
    scoring_run_id uuid,
    engine_version text not null,
    inputs jsonb not null,
    inputs_sha256 text not null,
    answer jsonb not null,
    created_at timestamptz not null,
    created_by text,
    constraint pk_allocation_run primary key (city_id, run_id),
    constraint uq_allocation_run__inputs unique (city_id, program_id, year, engine_version, inputs_sha256),
    constraint fk_allocation_run__scoring_run foreign key (city_id, scoring_run_id) references scoring_run (city_id, run_id)
  );
  create table allocation_part (
    city_id text not null,
    run_id uuid not null,
    county_id text not null,
    part integer not null,
    fen bigint not null,
    constraint pk_allocation_part primary key (city_id, run_id, county_id),
    constraint fk_allocation_part__run foreign key (city_id, run_id) references allocation_run (city_id, run_id),
    constraint ck_allocation_part__fen check (fen >= 0 and part >= 0)
  );`;
