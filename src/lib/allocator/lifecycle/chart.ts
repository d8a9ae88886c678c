/**
 * The life of one request, as a plain XState configuration: the only place where states, events and guards are listed.
 * Guards are names; the simulator says which hold and shows the numbers. Ids are never renamed: links, records and
 * saved progress refer to them.
 *
 * `decide` takes the first alternative whose guard holds; the last one has no guard and reads `mustQueue`.
 */
export const chart = {
  id: 'request',
  initial: 'requested',
  states: {
    requested: {
      on: {
        check: { target: 'checking' },
        expire: { target: 'failed' },
        cancel: { target: 'failed' }
      }
    },
    checking: {
      on: {
        decide: [
          { guard: 'invalid', target: 'rejected' },
          { guard: 'overQuota', target: 'rejected' },
          { guard: 'heldByQuota', target: 'waiting.held' },
          { guard: 'neverFits', target: 'rejected' },
          { guard: 'fits', target: 'allocated' },
          { guard: 'canPreempt', target: 'waiting.preempting' },
          { guard: 'canScaleUp', target: 'waiting.scaling' },
          { target: 'waiting.queued' }
        ]
      }
    },
    waiting: {
      initial: 'queued',
      states: { queued: {}, held: {}, scaling: {}, preempting: {} },
      on: {
        recheck: { target: 'checking' },
        expire: { target: 'failed' },
        cancel: { target: 'failed' }
      }
    },
    allocated: {
      on: {
        start: { target: 'running' },
        preempt: { target: 'releasing' },
        lose: { target: 'releasing' },
        pullFailed: { target: 'releasing' },
        expire: { target: 'releasing' },
        cancel: { target: 'releasing' }
      }
    },
    running: {
      on: {
        end: { target: 'releasing' },
        fail: { target: 'releasing' },
        kill: { target: 'releasing' },
        lose: { target: 'releasing' },
        expire: { target: 'releasing' },
        cancel: { target: 'releasing' },
        preempt: { target: 'stopping' },
        evict: { target: 'stopping' }
      }
    },
    stopping: {
      on: {
        stop: { target: 'releasing' },
        end: { target: 'releasing' },
        lose: { target: 'releasing' }
      }
    },
    releasing: {
      on: {
        release: [
          { guard: 'completed', target: 'released' },
          { guard: 'requeued', target: 'requested' },
          { guard: 'retryLeft', target: 'backoff' },
          { target: 'failed' }
        ]
      }
    },
    backoff: {
      on: {
        retry: { target: 'requested' },
        expire: { target: 'failed' },
        cancel: { target: 'failed' }
      }
    },
    released: { type: 'final' },
    rejected: { type: 'final' },
    failed: { type: 'final' }
  }
} as const;
