/**
 * Says what the start is doing, each line with the seconds since it began, so that somebody who waits for the first
 * install knows what for.
 *
 * @param {(text: string) => void} [write]
 */
export function createStepLog(write = (text) => process.stdout.write(text)) {
  const seconds = (milliseconds) => (milliseconds / 1000).toFixed(1);
  const say = (line) => {
    for (const part of line.split('\n')) write(`[${seconds(performance.now()).padStart(6)} s] ${part}\n`);
  };
  const step = async (label, work) => {
    const began = performance.now();
    say(`${label} …`);
    const result = await work();
    say(`${label}: ${seconds(performance.now() - began)} s`);
    return result;
  };
  return { say, step };
}
