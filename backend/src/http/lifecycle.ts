/** Whether the server is on its way down: health says 503 from then on, so that nobody sends more. */
export class Lifecycle {
  isStopping = false;
}
