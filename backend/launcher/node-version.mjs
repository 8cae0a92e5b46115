import { LaunchError } from './launch-error.mjs';

/** The range of package.json's "engines": ^20.19 || ^22.13 || >=24.11. */
const FIRST_MINOR = { 20: 19, 22: 13, 24: 11 };

/** Whether a version such as 'v22.13.1' is one Yuheng runs on. */
export function isSupportedNode(version) {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number);
  return major in FIRST_MINOR ? minor >= FIRST_MINOR[major] : major > 24;
}

/** Refuses another Node before anything is installed with it. */
export function refuseOtherNode(version = process.version) {
  if (isSupportedNode(version)) return;
  throw new LaunchError({
    zh: `当前 Node 版本为 ${version},玉衡需要 20.19 以上的 20 版、22.13 以上的 22 版或 24.11 以上版本。请安装 Node 24 后重新启动。`,
    en: `This is Node ${version}; Yuheng needs ^20.19 || ^22.13 || >=24.11. Install Node 24 and start again.`,
  });
}
