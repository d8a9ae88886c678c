/**
 * Runs scenarios off the main thread, with progress and cancel. What is here needs no browser: runs in pieces, the
 * messages, what the worker does with them, and the client that asks. `browser.ts`, the second entry, owns a real worker.
 */
export { createClient, type Client, type OpenPort, type Options, type Port, type Signal } from './client.ts';
export { VERSION, type Answer, type Ask, type Source, type Tell } from './protocol.ts';
export { serve, type Surroundings } from './serve.ts';
export { counting, recording, type Manner, type Measured, type Recorded, type Task } from './task.ts';
