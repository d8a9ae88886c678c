import { describe, expect, it, vi } from 'vitest';
import { watchForUpdates, type TakeUpdate } from '#lib/ui/site/updates.ts';

/** A worker as a page sees it: a state, and messages that it gets. */
class FakeWorker extends EventTarget {
  state = 'installing';
  readonly postMessage = vi.fn<(message: string) => void>();
  become(state: string): void {
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }
}

class FakeRegistration extends EventTarget {
  active: FakeWorker | null = null;
  waiting: FakeWorker | null = null;
  installing: FakeWorker | null = null;
  find(): FakeWorker {
    this.installing = new FakeWorker();
    this.dispatchEvent(new Event('updatefound'));
    return this.installing;
  }
}

/** A browser's workers, and what the page was told and did. */
async function open({ running, waiting }: { running: boolean; waiting?: FakeWorker }) {
  const registration = new FakeRegistration();
  const active = running ? new FakeWorker() : null;
  registration.active = active;
  registration.waiting = waiting ?? null;
  const workers = Object.assign(new EventTarget(), {
    controller: active,
    register: vi.fn<() => Promise<FakeRegistration>>().mockResolvedValue(registration)
  });
  const onOffer = vi.fn<(take: TakeUpdate) => void>();
  const reload = vi.fn<() => void>();
  const watch = () =>
    watchForUpdates(workers as unknown as ServiceWorkerContainer, '/service-worker.js', onOffer, reload);
  const takeOver = (worker: FakeWorker): void => {
    workers.controller = worker;
    workers.dispatchEvent(new Event('controllerchange'));
  };
  return { registration, workers, onOffer, reload, watch, takeOver };
}

describe('watchForUpdates()', () => {
  it('offers nothing on the first visit', async () => {
    const { registration, onOffer, reload, watch, takeOver } = await open({ running: false });
    await watch();
    const first = registration.find();
    first.become('installed');
    takeOver(first);
    expect(onOffer).not.toHaveBeenCalled();
    expect(reload).not.toHaveBeenCalled();
  });

  it('offers a version once it is complete, and neither sooner nor by force', async () => {
    const { registration, onOffer, reload, watch } = await open({ running: true });
    await watch();
    const next = registration.find();
    expect(onOffer).not.toHaveBeenCalled();
    next.become('installed');
    expect(onOffer).toHaveBeenCalledOnce();
    expect(next.postMessage).not.toHaveBeenCalled();
    expect(reload).not.toHaveBeenCalled();
  });

  it('offers a version that was left waiting by an earlier visit', async () => {
    const { onOffer, watch } = await open({ running: true, waiting: new FakeWorker() });
    await watch();
    expect(onOffer).toHaveBeenCalledOnce();
  });

  it('reloads when the offer is taken and the new version serves the page', async () => {
    const waiting = new FakeWorker();
    const { onOffer, reload, watch, takeOver } = await open({ running: true, waiting });
    await watch();
    onOffer.mock.lastCall?.[0]();
    expect(waiting.postMessage).toHaveBeenCalledExactlyOnceWith('take over');
    expect(reload).not.toHaveBeenCalled();
    takeOver(waiting);
    expect(reload).toHaveBeenCalledOnce();
  });

  it('offers, and does not force, the version that another tab took', async () => {
    const { onOffer, reload, watch, takeOver } = await open({ running: true });
    await watch();
    takeOver(new FakeWorker());
    expect(reload).not.toHaveBeenCalled();
    onOffer.mock.lastCall?.[0]();
    expect(reload).toHaveBeenCalledOnce();
  });

  it('does without a worker where the browser refuses one', async () => {
    const { workers, onOffer, watch } = await open({ running: false });
    workers.register.mockRejectedValue(new DOMException('no', 'SecurityError'));
    await expect(watch()).resolves.toBeUndefined();
    expect(onOffer).not.toHaveBeenCalled();
  });
});
