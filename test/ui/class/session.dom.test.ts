import { beforeEach, describe, expect, it } from 'vitest';
import { keepSession, readSession, type ClassSession } from '#lib/ui/class/session.ts';

const session: ClassSession = { id: 'a', page: '/runs/one-gpu/', run: 'one-gpu', step: 3, blank: true, tallies: {} };

beforeEach(() => sessionStorage.clear());

describe('the session of a presentation', () => {
  it('is there for the page that was presented, and for no other', () => {
    keepSession(session);
    expect(readSession(session.page)).toEqual(session);
    expect(readSession('/runs/one-gpu-busy/')).toBeUndefined();
  });

  it('is over when it is ended', () => {
    keepSession(session);
    keepSession(undefined);
    expect(readSession(session.page)).toBeUndefined();
  });

  it('is none where the browser kept something else', () => {
    sessionStorage.setItem('presentation', '{"id":');
    expect(readSession(session.page)).toBeUndefined();
  });
});
