import type { Answer } from '../api/client';

type Explained = Answer<'explainScore'>;
type Step = Explained['explanation'];
type Leaf = Explained['score']['leaves'][number];

/** One line of the score table: a group of indicators with its subtotal, or an indicator. */
export interface ScoreLine {
  readonly step: Step;
  readonly depth: number;
  readonly leaf: Leaf | null;
}

export interface ScoreTable {
  readonly lines: readonly ScoreLine[];
  /** Sum, re-scaling, grade: what is computed from the lines. */
  readonly closing: readonly Step[];
}

/**
 * The explanation's tree as a table. A step belongs to a leaf where it is that leaf's step; a step with steps below it
 * is a group; what has neither closes the sum.
 */
export function scoreTable({ explanation, leaves, score }: Explained): ScoreTable {
  const idByTitle = new Map(Object.entries(leaves).map(([id, step]) => [step.label.zh, id]));
  const lines: ScoreLine[] = [];
  const closing: Step[] = [];
  const walk = (step: Step, depth: number): void => {
    const id = idByTitle.get(step.label.zh);
    const leaf = score.leaves.find((one) => one.id === id);
    if (leaf) {
      lines.push({ step, depth, leaf });
    } else if (step.children.length > 0) {
      lines.push({ step, depth, leaf: null });
      step.children.forEach((child) => walk(child, depth + 1));
    } else {
      closing.push(step);
    }
  };
  explanation.children.forEach((step) => walk(step, 0));
  return { lines, closing };
}
