/** How a page asks for the version of the site that is offered. */
export type TakeUpdate = () => void;

/**
 * Registers the worker that keeps the site for use without a network, and calls `onOffer` when a newer version of the
 * site than the one on the screen is ready, here or because another tab took it. Nothing changes on this page until the
 * offer is taken, which reloads it. A browser that refuses the worker needs the network; that is no error.
 */
export async function watchForUpdates(
  workers: ServiceWorkerContainer,
  script: string,
  onOffer: (take: TakeUpdate) => void,
  reload: () => void
): Promise<void> {
  let running = workers.controller;
  let taken = false;
  workers.addEventListener('controllerchange', () => {
    if (taken) reload();
    // The first worker of all brings nothing newer than what is on the screen.
    else if (running !== null) onOffer(reload);
    running = workers.controller;
  });

  const offer = (waiting: ServiceWorker): void =>
    onOffer(() => {
      taken = true;
      waiting.postMessage('take over');
    });

  const registration = await workers.register(script).catch(() => undefined);
  if (registration === undefined) return;
  if (registration.waiting) offer(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const { installing } = registration;
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'installed' && registration.active) offer(installing);
    });
  });
}
