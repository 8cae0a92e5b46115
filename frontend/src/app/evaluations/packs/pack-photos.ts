import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  output,
  signal,
  untracked,
  type WritableSignal,
} from '@angular/core';
import { FormControl } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PackPhoto } from '@yuheng/shared/contract/pack-photos';
import { Attempt } from '../../api/attempt';
import { Client } from '../../api/client';
import { Field } from '../../ui/field';
import { focusFirstProblem } from '../../ui/focus-first-problem';
import { ProblemNotice } from '../../ui/problem-notice';

/** A pack as it was chosen and opened. */
export interface OpenedPack {
  readonly file: File;
  readonly password: string;
}

/** A photograph with what its evaluator says of it. */
interface Offer extends PackPhoto {
  readonly isTaken: WritableSignal<boolean>;
  /** 不含社区矫正对象. */
  readonly isDeclared: WritableSignal<boolean>;
  readonly note: FormControl<string>;
}

const MEGABYTE = 1024 * 1024;
const sizeInWords = (bytes: number): string =>
  bytes >= MEGABYTE ? `${(bytes / MEGABYTE).toFixed(1)} MB` : `${Math.ceil(bytes / 1024)} KB`;

/** Photographs in the folders of a pack that came back: each is offered, and none is taken over unless it is asked for. */
@Component({
  selector: 'yh-pack-photos',
  imports: [TranslocoPipe, Field, ProblemNotice],
  templateUrl: './pack-photos.html',
  styleUrls: ['../../ui/form.css', './pack-photos.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PackPhotos {
  private readonly client = inject(Client);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  readonly round = input.required<string>();
  readonly pack = input.required<OpenedPack>();
  readonly closed = output();

  protected readonly reading = new Attempt();
  protected readonly taking = new Attempt();
  protected readonly offers = signal<readonly Offer[] | null>(null);
  protected readonly done = signal(0);
  protected readonly news = computed(() => (this.offers() ?? []).filter(({ state }) => state === 'new'));
  protected readonly rest = computed(() => (this.offers() ?? []).filter(({ state }) => state !== 'new'));
  protected readonly chosen = computed(() => this.news().filter(({ isTaken }) => isTaken()));
  protected readonly sizeInWords = sizeInWords;

  constructor() {
    effect(() => {
      const [params, { file, password }] = [{ round: this.round() }, this.pack()];
      untracked(() => void this.read(params, file, password));
    });
  }

  protected async take(event: Event): Promise<void> {
    event.preventDefault();
    this.taking.asked.set(true);
    const chosen = this.chosen();
    if (chosen.length === 0) return;
    if (chosen.some(({ note, isDeclared }) => !note.value.trim() || !isDeclared())) {
      focusFirstProblem(this.host.nativeElement, this.injector);
      return;
    }
    const { file, password } = this.pack();
    const photos = JSON.stringify(
      chosen.map(({ path, sha256, note }) => ({
        ...{ path, sha256, note: note.value.trim(), noSupervisedPerson: true },
      })),
    );
    const params = { round: this.round() };
    const isDone = await this.taking.run(async () => {
      const body = { ...(password ? { password } : {}), photos };
      const { taken } = await this.client.call('takePackPhotos', { params, body, file });
      this.done.set(taken);
    });
    if (!isDone) return;
    this.taking.clear();
    await this.read(params, file, password);
  }

  private read(params: { readonly round: string }, file: File, password: string): Promise<boolean> {
    return this.reading.run(async () => {
      const body = password ? { password } : {};
      const { photos } = await this.client.call('previewPackPhotos', { params, body, file });
      this.offers.set(
        photos.map((photo) => ({
          ...photo,
          isTaken: signal(false),
          isDeclared: signal(false),
          note: new FormControl('', { nonNullable: true }),
        })),
      );
    });
  }
}
