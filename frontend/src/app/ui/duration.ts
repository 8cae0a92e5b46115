import { inject, Pipe, type PipeTransform } from '@angular/core';
import { Language } from './language';

/** `{{ 90 | duration }}` → 1 分 30 秒 · 1 min 30 s; whole minutes say no seconds. */
@Pipe({ name: 'duration', pure: false })
export class DurationPipe implements PipeTransform {
  private readonly language = inject(Language);

  transform(seconds: number): string {
    const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
    const kind = minutes === 0 ? 'seconds' : rest === 0 ? 'minutes' : 'both';
    return this.language.text(`ui.duration.${kind}`, { minutes, seconds: rest });
  }
}
