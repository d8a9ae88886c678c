import { describe, expect, it } from 'vitest';
import { checked } from '../../src/cli/testing/outcome.ts';
import { runStages, type Stage } from '../../src/cli/testing/schedule.ts';

/** A stage that notes its start and its end in `log`. */
function stage(log: string[], name: string, after: readonly string[] = [], ok = true): Stage {
  return {
    name,
    after,
    async run() {
      log.push(`${name} starts`);
      await Promise.resolve();
      log.push(`${name} ends`);
      return checked(ok, '');
    }
  };
}

const silent = (): void => {};

describe('runStages()', () => {
  it('starts a stage only when those before it have ended', async () => {
    const log: string[] = [];
    await runStages([stage(log, 'test', ['build']), stage(log, 'build')], 2, silent);
    expect(log).toEqual(['build starts', 'build ends', 'test starts', 'test ends']);
  });

  it('runs as many stages at a time as there are lanes', async () => {
    const log: string[] = [];
    await runStages([stage(log, 'a'), stage(log, 'b'), stage(log, 'c')], 2, silent);
    expect(log.slice(0, 2)).toEqual(['a starts', 'b starts']);
    expect(log.indexOf('c starts')).toBeGreaterThan(log.indexOf('a ends'));
  });

  it('goes on after a failure, and counts what could not run as failed', async () => {
    const log: string[] = [];
    const stages = [stage(log, 'build', [], false), stage(log, 'test', ['build']), stage(log, 'lint')];
    const finished = await runStages(stages, 1, silent);
    expect(finished.map(({ name, failed }) => `${name} ${failed}`)).toEqual(['build 1', 'test 1', 'lint 0']);
    expect(log).not.toContain('test starts');
  });

  it('counts a stage that throws as failed', async () => {
    const broken: Stage = { name: 'broken', run: () => Promise.reject(new Error('no such folder')) };
    expect(await runStages([broken], 1, silent)).toMatchObject([{ failed: 1, detail: 'Error: no such folder' }]);
  });

  it('refuses stages that wait for one another', async () => {
    const stages = [stage([], 'a', ['b']), stage([], 'b', ['a'])];
    await expect(runStages(stages, 2, silent)).rejects.toThrow('a, b wait for ever');
  });
});
