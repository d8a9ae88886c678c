import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pageLimits, shownLimits } from '#lib/allocator/sim/index.ts';
import { readHere, stepped } from '#lib/ui/editor/check.ts';
import { budgetOf } from '../src/cli/bundling.ts';

const readme = readFileSync('README.md', 'utf8').replaceAll(/\s+/g, ' ');
const { engines } = JSON.parse(readFileSync('package.json', 'utf8')) as { engines: { node: string } };

describe('the figures of README.md', () => {
  it('name the Node version that the packages need', () => {
    expect(engines.node).toBe(`>=${/Node ([\d.]+) or later/.exec(readme)?.[1] ?? ''}`);
  });

  it('name the port that the server tries first', () => {
    const first = /firstPort = (\d+)/.exec(readFileSync('src/cli/serve.ts', 'utf8'))?.[1] ?? '';
    expect(readme).toContain(`takes the next port when ${first} is busy`);
  });

  it('name the budgets of home and player', () => {
    const [home, player] = ['', 'runs/one-gpu/'].map((page) => budgetOf(page) / 1024);
    expect(readme).toContain(`at most ${home} KiB after gzip for the home page and ${player} KiB for a player page`);
  });

  it('name what the lab reads, steps through and counts', () => {
    const words = (n: number): string => n.toLocaleString('en');
    expect(readme).toContain(
      `up to ${words(stepped.pods)} pods, ${words(stepped.nodes)} nodes and ${words(shownLimits.steps)} steps`
    );
    expect(readme).toContain(`the checks of a run of over ${words(pageLimits.steps)} steps`);
    expect(readme).toContain(`a scenario of over ${words(readHere.pods)} pods by its schema alone`);
  });

  it('name commands that there are', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
    for (const [, name = ''] of readme.matchAll(/npm run ([\w:]+)/g)) expect(scripts, name).toHaveProperty(name);
  });
});
