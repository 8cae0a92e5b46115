import { Agent, request } from 'node:http';
import { quantile } from './figures.mjs';

/** One request, answered with its time in ms; anything but the status that is waited for ends the measurement. */
function call(agent, { port, path, headers, status = 200 }) {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    request({ host: '127.0.0.1', port, path, headers, agent }, (answer) => {
      answer.resume().once('end', () => {
        if (answer.statusCode === status) resolve(performance.now() - began);
        else reject(new Error(`${path} answered ${answer.statusCode}.`));
      });
    })
      .once('error', reject)
      .end();
  });
}

/**
 * Sends `count` requests over `connections` kept-alive connections, each waiting for its answer; on a busy machine as
 * many as fit into `withinMs`.
 */
export async function load(target, { count, connections, withinMs = 5000 }) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times = [];
  const began = performance.now();
  const worker = async () => {
    while (times.length < count && performance.now() - began < withinMs)
      times.push(await call(agent, target));
  };
  await Promise.all(Array.from({ length: connections }, worker));
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  const { length } = times;
  return {
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    perSecond: length / seconds,
    count: length,
  };
}
