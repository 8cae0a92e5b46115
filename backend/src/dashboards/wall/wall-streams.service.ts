import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import type { FastifyInstance } from 'fastify';
import { createHash } from 'node:crypto';
import { PassThrough, type Readable } from 'node:stream';
import type { Wall } from '@yuheng/shared/contract/wall';
import { Settings } from '../../config/settings';
import { ProblemException } from '../../http/problem-exception';
import { WallLinksService } from './wall-links.service';

/** How often the database is asked whether anything was done, once for all who listen. */
const LOOK_EVERY_MS = 5000;
/** Every so many looks each listener hears that what it shows stands still. */
const LOOKS_A_HEARTBEAT = 4;
/** A day that ends, or a table filled without an act, is seen by then. */
const REREAD_MS = 60_000;
const MOST_LISTENERS = 300;
/** Of one link or one session: a wall is a screen or a few. */
const MOST_OF_ONE = 20;
/** A listener that does not read for so long is not there. */
const MOST_UNREAD_BYTES = 1024 * 1024;
const COME_AGAIN_MS = 5000;

/** What is listened to, and by whom. */
export interface Listening {
  /** Who see the same have the same key, and one reading serves them all. */
  readonly key: string;
  /** The link or the session, whose listeners are counted together. */
  readonly holder: string;
  readonly read: () => Promise<Wall>;
  /** Asked again before anything new is said. */
  readonly stillMay: () => Promise<boolean>;
  /** Of `Last-Event-ID`: what the listener shows already. */
  readonly shows: string | null;
  /** False: what stands is said, and no more. */
  readonly staysOpen: boolean;
}

interface Listener extends Omit<Listening, 'shows' | 'staysOpen' | 'read'> {
  shows: string;
  readonly stream: PassThrough;
}

interface State {
  readonly id: string;
  readonly event: string;
}

/** The walls that listen, and one look for all of them at whether anything has changed. */
@Injectable()
export class WallStreamsService implements BeforeApplicationShutdown {
  private readonly listeners = new Set<Listener>();
  private readonly readers = new Map<string, Listening['read']>();
  private timer: NodeJS.Timeout | null = null;
  private looking: Promise<void> | null = null;
  private mark = '';
  private looks = 0;
  private isStopping = false;

  constructor(
    private readonly links: WallLinksService,
    private readonly settings: Settings,
    private readonly host: HttpAdapterHost,
  ) {}

  /** @throws ProblemException too-many-requests beyond the limits, unavailable while the server stops */
  async open({ shows, staysOpen, read, ...listening }: Listening): Promise<Readable> {
    if (this.isStopping) throw new ProblemException('unavailable');
    if (staysOpen) this.refuseTooMany(listening.holder);
    const state = stateOf(await read());
    const stream = new PassThrough();
    stream.write(`retry: ${COME_AGAIN_MS}\n\n`);
    stream.write(state.id === shows ? CURRENT : state.event);
    // It may have begun to stop while the state was read: a stream opened now would be waited for.
    if (!staysOpen || this.isStopping) {
      stream.end();
      return stream;
    }
    const listener = { ...listening, shows: state.id, stream };
    this.listeners.add(listener);
    this.readers.set(listening.key, read);
    stream.once('close', () => this.forget(listener));
    // A connection that breaks is no failure of ours; without a word it would end the process.
    stream.on('error', () => this.forget(listener));
    this.timer ??= setInterval(() => void this.look(), LOOK_EVERY_MS).unref();
    return stream;
  }

  /** Ends the streams of a link that was revoked. */
  endOf(holder: string): void {
    for (const one of this.listeners) if (one.holder === holder) this.end(one);
  }

  get size(): number {
    return this.listeners.size;
  }

  /** Before the server waits for its connections to end: a stream never ends by itself. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    for (const one of this.listeners) this.end(one);
    await this.looking;
  }

  /** A look during a look is the same look. */
  look(): Promise<void> {
    this.looking ??= this.lookOnce()
      .catch((error: unknown) => {
        // Nothing is said to the listeners, who see by that how old their figures are.
        this.log.warn({ err: error }, 'the wall could not be looked at; it is tried again in a moment');
      })
      .finally(() => (this.looking = null));
    return this.looking;
  }

  private async lookOnce(): Promise<void> {
    if (this.listeners.size === 0) return;
    this.looks += 1;
    const isHeartbeat = this.looks % LOOKS_A_HEARTBEAT === 0;
    const slot = Math.floor(this.settings.clock.now().getTime() / REREAD_MS);
    const mark = `${await this.links.changeMark()}/${this.settings.clock.today()}/${slot}`;
    if (mark === this.mark && !isHeartbeat) return;
    const states = mark === this.mark ? null : await this.readAll();
    for (const one of [...this.listeners]) {
      if (!(await one.stillMay())) this.end(one);
      else this.tell(one, states?.get(one.key), isHeartbeat);
    }
    // Only now: a look that broke off in the middle is made again.
    this.mark = mark;
  }

  private async readAll(): Promise<ReadonlyMap<string, State>> {
    const states = new Map<string, State>();
    for (const key of new Set([...this.listeners].map((one) => one.key))) {
      const read = this.readers.get(key);
      if (read) states.set(key, stateOf(await read()));
    }
    return states;
  }

  private tell(one: Listener, state: State | undefined, isHeartbeat: boolean): void {
    if (one.stream.writableLength > MOST_UNREAD_BYTES) return this.end(one);
    if (state && state.id !== one.shows) {
      one.shows = state.id;
      one.stream.write(state.event);
    } else if (isHeartbeat) one.stream.write(CURRENT);
  }

  private end(one: Listener): void {
    one.stream.end();
    this.forget(one);
  }

  private forget(listener: Listener): void {
    this.listeners.delete(listener);
    if (![...this.listeners].some(({ key }) => key === listener.key)) this.readers.delete(listener.key);
    if (this.listeners.size > 0 || this.timer === null) return;
    clearInterval(this.timer);
    this.timer = null;
  }

  private refuseTooMany(holder: string): void {
    const own = [...this.listeners].filter((one) => one.holder === holder).length;
    if (own < MOST_OF_ONE && this.listeners.size < MOST_LISTENERS) return;
    throw new ProblemException('too-many-requests', TOO_MANY, [], 30);
  }

  private get log(): FastifyInstance['log'] {
    return this.host.httpAdapter.getInstance<FastifyInstance>().log;
  }
}

/** That what was said last stands still: heard by the page, unlike a comment, and without an id of its own. */
const CURRENT = 'event: current\ndata: {}\n\n';

function stateOf(wall: Wall): State {
  const said = JSON.stringify(endpoints.readWall.response.parse(wall));
  const id = createHash('sha256').update(said).digest('base64url').slice(0, 22);
  return { id, event: `id: ${id}\nevent: wall\ndata: ${said}\n\n` };
}

const TOO_MANY = bilingual(
  '同时打开的大屏过多，本屏暂不自动更新；请关闭不用的大屏后再试。',
  'Too many walls are open at once, so this one is not kept up to date: close those that nobody looks at.',
);
