import { describe, expect, it } from 'vitest';
import { count, run } from '#lib/allocator/sim/index.ts';
import { createClient, serve, VERSION, type Answer, type Tell } from '#lib/allocator/worker/index.ts';
import { scenarioOf, type Sketch } from '../scenario/timeline.ts';
import { fileOf } from '../sim/scenarios.ts';
import { abortAtPause, loopback } from './loopback.ts';

/** Many thousand jobs: several slices of work, whichever way they are run. */
const busy: Sketch = {
  cluster: { nodes: [{ name: 'pool', allocatable: { cpu: 4 } }] },
  workload: { n: 80_000, arrival: { exponential: 100 }, service: { exponential: 300 } }
};
const small: Sketch = {
  cluster: { nodes: [{ name: 'pool', allocatable: { cpu: 1 } }] },
  policy: { preset: 'kubernetes' },
  jobs: [{ name: 'a', count: 3, service: 10, resources: { requests: { cpu: 1 } } }]
};

const valueOf = <T>(answer: Answer<T>): T => {
  if (!answer.ok) throw new Error(answer.why);
  return answer.value;
};

describe('a count in a worker', () => {
  it('is the count of the same run made here, from a text and from data', async () => {
    const { client } = loopback();
    const direct = count(scenarioOf(small));
    const data = { schema: 1, id: 'x', ...small };
    const answers = [await client.count(fileOf(small)), await client.count(data)].map(valueOf);
    for (const { counts, end } of answers) expect({ counts, end }).toEqual(direct);
  });

  it('tells progress after every slice of work, from 0 upwards', async () => {
    const { client, told } = loopback();
    const shares: number[] = [];
    await client.count(fileOf(busy), { onProgress: (share) => shares.push(share) });
    expect(shares[0]).toBe(0);
    expect(shares.length).toBeGreaterThan(8);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBeLessThanOrEqual(1);
    expect(told.at(-1)?.tell).toBe('answer');
  });

  it('answers with the problems of a scenario that does not read, with their lines', async () => {
    const answer = await loopback().client.count('schema: 1\nid: x\nclutser: {}\n');
    expect(answer).toMatchObject({ ok: false, why: 'problems' });
    expect(!answer.ok && answer.why === 'problems' && answer.problems.map((p) => p.line)).toContain(3);
  });

  it('runs side by side with others', async () => {
    const { client } = loopback();
    const [slow, quick] = await Promise.all([client.count(fileOf(busy)), client.count(fileOf(small))]);
    expect([valueOf(slow).figures.jobs.released, valueOf(quick).figures.jobs.released]).toEqual([80_000, 3]);
  });
});

describe('a run in a worker', () => {
  it('hands its columns over instead of copying them', async () => {
    const { client, transferred } = loopback();
    const { columns } = valueOf(await client.record(fileOf(small)));
    expect(columns.kind).toHaveLength(run(scenarioOf(small)).trace.length);
    expect(transferred.at(-1)).toContain(columns.kind.buffer);
    expect(transferred.at(-1)).toContain(columns.tick.buffer);
  });
});

describe('what some steps compared', () => {
  const long = fileOf({ ...busy, workload: { n: 5000, arrival: { exponential: 100 }, service: { exponential: 300 } } });

  it('is what the run itself says', async () => {
    const { checks } = valueOf(await loopback().client.gather(long, { from: 900, to: 950 }));
    const finished = run(
      scenarioOf({ ...busy, workload: { n: 5000, arrival: { exponential: 100 }, service: { exponential: 300 } } })
    );
    for (let step = 900; step < 950; step++) expect(checks.get(step)).toEqual(finished.evidenceAt(step));
    expect(checks.size).toBeGreaterThan(5);
  });

  it('goes on from the steps gathered last of the same text, and from no others', async () => {
    const { client, told } = loopback();
    const looks = async (text: string, from: number): Promise<number> => {
      const before = told.length;
      valueOf(await client.gather(text, { from, to: from + 50 }));
      return told.length - before;
    };
    const first = await looks(long, 15_000);
    const next = await looks(long, 15_050);
    const other = await looks(`${long}# another\n`, 15_100);
    expect([next < 4, first > 8, other > 8]).toEqual([true, true, true]);
  });

  it('goes on in each of four scenarios that are asked about in turn, and begins a fifth one anew', async () => {
    const { client, told } = loopback();
    const texts = [0, 1, 2, 3, 4].map((i) => `${long}# ${i}\n`);
    const looks = async (text: string, from: number): Promise<number> => {
      const before = told.length;
      valueOf(await client.gather(text, { from, to: from + 50 }));
      return told.length - before;
    };
    const [one, two, three, four, five] = texts as [string, string, string, string, string];
    for (const text of [one, two, three, four]) await looks(text, 15_000);
    for (const text of [one, two, three, four]) expect(await looks(text, 15_050)).toBeLessThan(4);
    await looks(five, 15_000);
    expect(await looks(one, 15_100)).toBeGreaterThan(8);
  });

  it('comes with the problems of a scenario that does not read', async () => {
    const answer = await loopback().client.gather('schema: 1', { from: 0, to: 9 });
    expect(answer).toMatchObject({ ok: false, why: 'problems' });
  });
});

describe('a cancellation', () => {
  it('stops the work at the next pause and is answered once', async () => {
    const loop = loopback();
    const answer = await loop.client.count(fileOf(busy), { signal: abortAtPause(loop, 3) });
    expect(answer).toEqual({ ok: false, why: 'cancelled' });
    await new Promise((resolve) => setTimeout(resolve));
    loop.runTimers();
    expect(loop.told.filter(({ tell }) => tell === 'answer')).toMatchObject([{ answer: { why: 'cancelled' } }]);
    expect(loop.told.filter(({ tell }) => tell === 'progress')).toHaveLength(3);
    expect(loop.workers).toEqual({ opened: 1, ended: 0 });
  });

  it('before the start asks nothing', async () => {
    const loop = loopback();
    const answer = await loop.client.count(fileOf(small), { signal: AbortSignal.abort() });
    expect(answer).toEqual({ ok: false, why: 'cancelled' });
    expect(loop.workers.opened).toBe(0);
  });

  it('after the end changes nothing', async () => {
    const loop = loopback();
    const controller = new AbortController();
    const answer = await loop.client.count(fileOf(small), { signal: controller.signal });
    controller.abort();
    loop.runTimers();
    expect([answer.ok, loop.workers.ended]).toEqual([true, 0]);
  });

  it('ends a worker that does not listen, and lets another do what else was asked', async () => {
    const loop = loopback(30, true);
    const signal = abortAtPause(loop, 4);
    const other = loop.client.count(fileOf(busy));
    const answer = await loop.client.count(fileOf(busy), { signal });
    expect(answer).toEqual({ ok: false, why: 'cancelled' });
    loop.runTimers();
    expect(valueOf(await other).figures.jobs.released).toBe(80_000);
    expect(loop.workers).toEqual({ opened: 2, ended: 1 });
  });

  it('by closing the client cancels everything; the next ask opens another worker', async () => {
    const loop = loopback();
    const cut = loop.client.count(fileOf(busy));
    loop.client.close();
    expect(await cut).toEqual({ ok: false, why: 'cancelled' });
    expect((await loop.client.count(fileOf(small))).ok).toBe(true);
    expect(loop.workers).toEqual({ opened: 2, ended: 1 });
  });
});

describe('messages', () => {
  it('of another version are refused by the worker, in words', async () => {
    const told: Tell[] = [];
    const hear = serve({ now: () => 0, pause: async () => undefined, tell: (message) => told.push(message) });
    await hear({ version: VERSION + 1, id: 7, ask: 'count', source: fileOf(small), manner: {} });
    await hear('hello');
    expect(told).toMatchObject([{ id: 7, tell: 'answer', answer: { ok: false, why: 'failed' } }]);
  });

  it('of another version fail what was asked, and the worker is ended', async () => {
    let ended = 0;
    const client = createClient(
      (onMessage) => ({
        post: ({ id }) => onMessage({ version: VERSION + 1, id, tell: 'progress', share: 0 }),
        terminate: () => ended++
      }),
      () => undefined
    );
    await expect(client.count(fileOf(small))).resolves.toMatchObject({ ok: false, why: 'failed' });
    expect(ended).toBe(1);
  });

  it('that a worker cannot be loaded fail what was asked', async () => {
    const client = createClient(
      (_, onError) => ({ post: () => onError('not found'), terminate: () => undefined }),
      () => undefined
    );
    expect(await client.count(fileOf(small))).toEqual({ ok: false, why: 'failed', message: 'not found' });
  });
});
