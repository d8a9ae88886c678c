import { describe, expect, it } from 'vitest';
import { jobForm, nextEntry, nodeForm, typedValue, valueAt } from '#lib/ui/editor/forms/fields.ts';

describe('typedValue()', () => {
  it.each([
    ['4', 4],
    ['0.5', 0.5],
    ['500m', '500m'],
    ['1.', '1.'],
    ['1.0', '1.0'],
    ['  ', undefined]
  ])('reads %j as an amount', (typed, value) => {
    expect(typedValue(typed, 'amount')).toBe(value);
  });

  it('leaves words words, a number too', () => {
    expect(typedValue('42', 'words')).toBe('42');
  });
});

describe('nextEntry()', () => {
  it('is like the last one, under a name that is free', () => {
    const jobs = [
      { name: 'job-3', service: '5s' },
      { name: 'b', service: '7s', priority: 2 }
    ];
    expect(nextEntry(jobForm, jobs)).toEqual({ name: 'job-4', service: '7s', priority: 2 });
  });

  it('has what an entry needs where there is none to be like', () => {
    expect(nextEntry(nodeForm, [])).toEqual({ name: 'node-1', allocatable: { 'nvidia.com/gpu': 1 } });
  });
});

describe('valueAt()', () => {
  it('finds nothing on a path that is not there, through whatever stands in the way', () => {
    const data = { jobs: [{ name: 'a' }, 'words'] };
    expect(valueAt(data, ['jobs', 0, 'name'])).toBe('a');
    expect([valueAt(data, ['jobs', 1, 'name']), valueAt(data, ['jobs', 9, 'name']), valueAt(null, ['x'])]).toEqual([
      undefined,
      undefined,
      undefined
    ]);
  });
});
