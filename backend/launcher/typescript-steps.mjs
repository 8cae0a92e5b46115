import path from 'node:path';

const SPECS = /\.spec\.ts$/;

function typescriptStep(checkout, { name, project, sources, outputs }) {
  const at = (file) => path.join(checkout, file);
  return {
    name,
    sources: [...sources, 'tsconfig.base.json', 'node_modules/typescript/package.json'].map(at),
    ignore: SPECS,
    command: [process.execPath, at('node_modules/typescript/bin/tsc'), '-b', project],
    outputs: outputs.map(at),
    cwd: checkout,
    quiet: true,
  };
}

/**
 * Compiles shared. Every build that needs it takes this very step first, so that no two compilers write its output
 * at the same time: the second one finds it done, and `tsc -b` of a dependent leaves it alone.
 */
export const sharedStep = (checkout) =>
  typescriptStep(checkout, {
    name: 'shared',
    project: 'shared',
    sources: ['shared/src', 'shared/tsconfig.json'],
    outputs: ['shared/dist/domain', 'shared/dist/contract'],
  });

/** What the `yuheng` command line runs on, in order; its output is apart from the server's. */
export const commandLineSteps = (checkout) => [
  sharedStep(checkout),
  typescriptStep(checkout, {
    name: 'command-line',
    project: 'backend/tsconfig.command-line.json',
    sources: [
      'shared/src',
      'backend/src/command-line',
      'backend/tsconfig.json',
      'backend/tsconfig.command-line.json',
    ],
    outputs: ['backend/dist/yuheng/command-line/main.js'],
  }),
];
