import { CITY_IN_SCOPE, dropTables, type GatheringPart } from './1790200000000-gathering-part';

const TABLES = ['wall_link', 'boundary_map'] as const;

const CREATED = [
  `create table wall_link (
    city_id text not null,
    link_id uuid not null,
    name text not null,
    program_id text not null,
    token_sha256 text not null,
    expires_at timestamptz not null,
    created_by text not null,
    created_at timestamptz not null,
    revoked_by text,
    revoked_at timestamptz,
    constraint pk_wall_link primary key (city_id, link_id),
    constraint fk_wall_link__program foreign key (program_id) references program (program_id),
    constraint uq_wall_link__token unique (token_sha256),
    constraint ck_wall_link__revoked check ((revoked_by is null) = (revoked_at is null))
  )`,
  `create table boundary_map (
    city_id text not null,
    review_number text not null,
    file_name text not null,
    sha256 text not null,
    points integer not null,
    shapes jsonb not null,
    version integer not null,
    loaded_by text not null,
    loaded_at timestamptz not null,
    constraint pk_boundary_map primary key (city_id),
    constraint ck_boundary_map__sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
    constraint ck_boundary_map__points check (points > 0),
    constraint ck_boundary_map__version check (version >= 1)
  )`,
];

/**
 * What a code alone opens: the program of its link, while it works. And the number of the newest entry of the trail, by
 * which a wall learns that something was done, and nothing of what.
 */
const FUNCTIONS = [
  `create function wall_link_of_token(token text) returns table (link_id uuid, program_id text)
    language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    city text := current_setting('yuheng.city', true);
  begin
    perform set_config('yuheng.city', (select i.city_id from installation i), true);
    return query select w.link_id, w.program_id from wall_link w
      where w.token_sha256 = token and w.revoked_at is null and w.expires_at > now();
    perform set_config('yuheng.city', coalesce(city, ''), true);
  end $$`,
  `create function change_mark(chain text) returns bigint
    language sql stable security definer set search_path = public, pg_temp as $$
    select coalesce(max(e.seq), 0) from audit_entry e where e.city_id = chain $$`,
];
const SIGNATURES = ['wall_link_of_token(text)', 'change_mark(text)'];

/** A link stays as it was given out; it is revoked once, and stays so. */
const KEPT = [
  `create trigger tr_wall_link__kept before delete or update of city_id, link_id, name, program_id, token_sha256, expires_at,
    created_by, created_at on wall_link for each row execute function refuse_change()`,
  `create trigger tr_wall_link__revoked_once before update on wall_link for each row
    when (old.revoked_at is not null or new.revoked_at is null) execute function refuse_change()`,
];

/** Read-only links of the wall, and the boundaries of the user's own map. */
export const WALL: GatheringPart = {
  up: [
    ...CREATED,
    ...TABLES.flatMap((table) => [
      `alter table ${table} enable row level security`,
      `alter table ${table} force row level security`,
      `create policy ${table}_city on ${table} using (${CITY_IN_SCOPE})`,
    ]),
    ...KEPT,
    ...FUNCTIONS,
    ...SIGNATURES.map((signature) => `revoke all on function ${signature} from public`),
  ],
  down: [...SIGNATURES.map((signature) => `drop function ${signature}`), ...dropTables(...TABLES)],
};
