import type { Clock } from '../clock/clock';
import type { Environment } from './environment';

/** What the installation is, found once at start: given to services as one typed value. */
export class Settings {
  constructor(
    readonly environment: Environment,
    readonly clock: Clock,
    /** This database holds demonstration data: every page and export says 演示数据. */
    readonly demonstration: boolean,
    readonly cityId: string,
  ) {}
}
