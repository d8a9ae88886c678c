/// <reference lib="webworker" />
import { serve } from './serve.ts';

declare const self: DedicatedWorkerGlobalScope;

/** A message to oneself comes behind those that have arrived, and, unlike a timer of zero, at once. */
const { port1, port2 } = new MessageChannel();
/** Asks that are carried out side by side pause at the same time, so each message ends one pause. */
const paused: (() => void)[] = [];
port1.onmessage = () => paused.shift()?.();
const pause = (): Promise<void> =>
  new Promise((resolve) => {
    paused.push(resolve);
    port2.postMessage(null);
  });

const hear = serve({
  now: () => performance.now(),
  pause,
  tell: (message, transfer) => self.postMessage(message, { transfer: [...transfer] })
});
self.onmessage = ({ data }) => void hear(data);
