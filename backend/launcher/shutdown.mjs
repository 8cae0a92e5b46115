import { setTimeout as sleep } from 'node:timers/promises';
import { LaunchError } from './launch-error.mjs';

/** npm hands a Ctrl-C on to us that the terminal has already sent: what comes so soon is the same key press. */
const SAME_PRESS_MS = 1000;

/** A refusal is said in its own words; anything else is a defect and keeps its stack. */
function complain(reason) {
  const text = reason instanceof LaunchError ? reason.message : (reason?.stack ?? reason);
  process.stderr.write(`${text}\n`);
}

/**
 * Ends the program in order when it is asked to (Ctrl-C, SIGTERM, a closed terminal) or when it breaks: what was
 * started last is stopped first, everything within a budget, and a second Ctrl-C cuts it short.
 *
 * @param {{ say: (line: string) => void, budgetMs?: number }} options
 */
export function createShutdown({ say, budgetMs = 8000 }) {
  const stops = [];
  const abort = new AbortController();
  let begun = null;
  let code = 0;
  let settled = Promise.resolve();

  const exitNow = (status) => {
    // Each stop acts at once, at least by sending its signal, before its first wait.
    for (const { stop } of stops.splice(0).reverse()) void Promise.resolve(stop(0)).catch(() => undefined);
    process.exit(status);
  };

  const runStops = async (deadline) => {
    // A step that is under way gives up and hands in what it started, so that nothing escapes the list.
    await Promise.race([settled, sleep(budgetMs / 4, undefined, { ref: false })]);
    while (stops.length > 0) {
      const { stop, share } = stops.pop();
      const withinMs = Math.max(0, Math.min(deadline - Date.now(), budgetMs * share));
      const late = sleep(withinMs, undefined, { ref: false });
      await Promise.race([Promise.resolve(stop(withinMs)).catch(complain), late]);
    }
  };

  const end = (status, reason) => {
    if (status === 0) say(reason);
    else complain(reason);
    // What breaks because the rest is being stopped is said, and changes nothing.
    if (begun !== null) return begun;
    code = status;
    abort.abort();
    setTimeout(() => exitNow(1), budgetMs).unref();
    // Nothing else may be left that keeps Node alive while it waits for the stops.
    const alive = setInterval(() => undefined, 1000);
    begun = runStops(Date.now() + budgetMs).then(() => {
      clearInterval(alive);
      if (code === 0) say('已停止 · stopped');
      process.exit(code);
    });
    return begun;
  };

  const listen = () => {
    let first = 0;
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(name, () => {
        if (begun === null) {
          first = Date.now();
          void end(0, `正在停止(再按一次 Ctrl-C 立即退出)· stopping (Ctrl-C again exits at once): ${name}`);
        } else if (name === 'SIGINT' && Date.now() - first > SAME_PRESS_MS) exitNow(130);
      });
    }
    for (const name of ['uncaughtException', 'unhandledRejection']) {
      process.on(name, (error) => void end(1, error));
    }
    // A closed terminal must not turn the next line of the log into a crash.
    for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  };

  return {
    signal: abort.signal,
    listen,
    end,
    /** Names something to stop: `stop(withinMs)` gets at most this share of the budget. */
    add: (stop, share = 0.25) => stops.push({ stop, share }),
    /** Tells the shutdown what is under way. */
    follow: (work) => {
      settled = work.then(
        () => undefined,
        () => undefined,
      );
      return work;
    },
  };
}
