import type { EndpointName, endpoints } from '@yuheng/shared/contract/endpoints';

type Endpoints = typeof endpoints;
interface Method<N extends EndpointName> {
  readonly method: Endpoints[N]['method'];
  readonly path: Endpoints[N]['path'];
}
/** What is sent with a key, so that a repeated request is not done again. */
type Keyed<N extends EndpointName> = Endpoints[N] extends { readonly idempotent: true }
  ? { readonly idempotent: true }
  : unknown;
/** Method and path of one endpoint, exactly as the contract says them. */
export type Route<N extends EndpointName> = Method<N> & Keyed<N>;
