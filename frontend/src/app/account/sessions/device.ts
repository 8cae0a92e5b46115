/** The first that fits counts: most browsers also claim to be Chrome, Safari or both. */
const BROWSERS = [
  ['edge', /\bEdg(?:e|A|iOS)?\//],
  ['safe360', /360SE|360EE|QIHU/i],
  ['qq', /QQBrowser/],
  ['sogou', /MetaSr|SogouMobileBrowser/],
  ['wechat', /MicroMessenger/],
  ['firefox', /Firefox\/|FxiOS\//],
  ['chrome', /Chrome\/|CriOS\//],
  ['safari', /Safari\//],
] as const;

const SYSTEMS = [
  ['harmony', /HarmonyOS|OpenHarmony/],
  ['android', /Android/],
  ['iphone', /iPhone/],
  ['ipad', /iPad/],
  ['windows', /Windows/],
  ['mac', /Macintosh|Mac OS X/],
  ['linux', /Linux|X11/],
] as const;

export interface Device {
  readonly browser: (typeof BROWSERS)[number][0] | null;
  readonly system: (typeof SYSTEMS)[number][0] | null;
}

/** What a browser says of itself, as far as it says it; null where it says nothing that is known. */
export const deviceOf = (userAgent: string): Device => ({
  browser: BROWSERS.find(([, pattern]) => pattern.test(userAgent))?.[0] ?? null,
  system: SYSTEMS.find(([, pattern]) => pattern.test(userAgent))?.[0] ?? null,
});
