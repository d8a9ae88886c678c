/**
 * Runs scenarios off the main thread, with progress and cancel. What is here needs no browser: runs in pieces, the
 * messages, what the worker does with them, and the client that asks. `browser.ts`, the second entry, owns a real worker.
 */
export {
  createClient,
  type Client,
  type Hearing,
  type OpenPort,
  type Options,
  type Port,
  type Signal
} from './client.ts';
export { VERSION, type Answer, type Ask, type Outcome, type Source, type Tell, type Wish } from './protocol.ts';
export { remoteRun, type Gathering } from './remote.ts';
export { serve, type Surroundings } from './serve.ts';
export { counting, gathering, recording, type Manner, type Measured, type Recorded, type Task } from './task.ts';
