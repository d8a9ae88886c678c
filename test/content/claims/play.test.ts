import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readScenario, type Scenario } from '#lib/allocator/scenario/index.ts';
import { beginGame, legalMoves, makeMove, modelAnswer, totalRegret, type Game } from '#lib/teaching/predict/index.ts';

const games = parse(readFileSync('content/play.yaml', 'utf8')) as { id: string }[];

function scenarioOf(id: string, seed?: number): Scenario {
  const settings = seed === undefined ? [] : [{ path: 'seed', value: String(seed) }];
  const read = readScenario(readFileSync(`content/scenarios/${id}.yaml`, 'utf8'), settings);
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join('\n'));
  return read.scenario;
}

/** Plays to the end as the policy would. */
function playedByPolicy(scenario: Scenario): Game {
  let game = beginGame(scenario);
  for (let answer = modelAnswer(game); answer !== undefined; answer = modelAnswer(game)) {
    expect(legalMoves(game)).toContainEqual(answer.model);
    game = makeMove(game, answer.model);
  }
  return game;
}

describe.each(games.map(({ id }) => id))('the game %s', (id) => {
  it('can be played as the policy does, to the policy’s own end', () => {
    const game = playedByPolicy(scenarioOf(id));
    expect(game.made.length).toBeGreaterThanOrEqual(3);
    expect(game.made.map(({ grade }) => grade.right)).not.toContain(false);
    expect(totalRegret(game)).toBe(0);
  });
});

describe('busy-minute', () => {
  it('brings other jobs with every seed, and whole waits where the small ones were let in one by one', () => {
    const arrivals = (seed?: number): number[] => [...scenarioOf('busy-minute', seed).jobs.arrival];
    expect(arrivals(1)).not.toEqual(arrivals(2));
    const waited = playedByPolicy(scenarioOf('busy-minute')).made.some(({ move }) => move.verb === 'wait');
    expect(waited).toBe(true);
  });
});
