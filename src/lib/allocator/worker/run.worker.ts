/// <reference lib="webworker" />
import { serve } from './serve.ts';

declare const self: DedicatedWorkerGlobalScope;

/** A message to oneself comes behind those that have arrived, and, unlike a timer of zero, at once. */
const { port1, port2 } = new MessageChannel();
const pause = (): Promise<void> =>
  new Promise((resolve) => {
    port1.onmessage = () => resolve();
    port2.postMessage(null);
  });

const hear = serve({
  now: () => performance.now(),
  pause,
  tell: (message, transfer) => self.postMessage(message, { transfer: [...transfer] })
});
self.onmessage = ({ data }) => void hear(data);
