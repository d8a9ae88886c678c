import { describe, expect, it } from 'vitest';
import { defaultContainer } from '../../../src/lib/allocator/rules/container-defaults.ts';
import { fieldErrorText } from '../../../src/lib/allocator/rules/field-error.ts';
import { validateContainer } from '../../../src/lib/allocator/rules/validation.ts';
import { container } from './container.ts';

const complaints = (written: Parameters<typeof container>[0]): string[] =>
  validateContainer(defaultContainer(container(written)), 'resources').map(fieldErrorText);

describe('validateContainer()', () => {
  it('accepts a GPU in the limits alone', () => {
    expect(complaints({ limits: { 'nvidia.com/gpu': 2 } })).toEqual([]);
  });

  it('wants a limit for a GPU', () => {
    expect(complaints({ requests: { 'nvidia.com/gpu': 1 } })).toEqual([
      'resources.limits: Required value: Limit must be set for non overcommitable resources'
    ]);
  });

  it('wants the request of a GPU to equal its limit, less being as wrong as more', () => {
    const of = (request: number) =>
      complaints({ requests: { 'nvidia.com/gpu': request }, limits: { 'nvidia.com/gpu': 2 } });
    expect([of(1), of(3)]).toEqual([
      ['resources.requests: Invalid value: "1": must be equal to nvidia.com/gpu limit of 2'],
      ['resources.requests: Invalid value: "3": must be equal to nvidia.com/gpu limit of 2']
    ]);
  });

  it('wants whole GPUs, in the limit and in the request copied from it', () => {
    expect(complaints({ limits: { 'nvidia.com/gpu': '500m' } })).toEqual([
      'resources.limits[nvidia.com/gpu]: Invalid value: 500m: must be an integer',
      'resources.requests[nvidia.com/gpu]: Invalid value: 500m: must be an integer'
    ]);
  });

  it('takes 1000m for one GPU', () => {
    expect(complaints({ limits: { 'nvidia.com/gpu': '1000m' } })).toEqual([]);
  });

  it('wants a CPU request of at most the limit', () => {
    expect(complaints({ requests: { cpu: 2 }, limits: { cpu: 1 } })).toEqual([
      'resources.requests: Invalid value: "2": must be less than or equal to cpu limit of 1'
    ]);
  });

  it('accepts a CPU request without a limit, and one below it', () => {
    expect([complaints({ requests: { cpu: 2 } }), complaints({ requests: { cpu: 1 }, limits: { cpu: 2 } })]).toEqual([
      [],
      []
    ]);
  });

  it('refuses less than nothing', () => {
    expect(complaints({ requests: { memory: '-1' } })).toEqual([
      'resources.requests[memory]: Invalid value: "-1": must be greater than or equal to 0'
    ]);
  });

  it('tells a GPU without a domain what a name must be, and prints it bare', () => {
    expect(complaints({ requests: { gpu: 1 } })).toEqual([
      'resources.requests[gpu]: Invalid value: gpu: must be a standard resource type or fully qualified',
      'resources.requests[gpu]: Invalid value: gpu: must be a standard resource for containers'
    ]);
  });

  it('refuses the name under which a quota counts a device', () => {
    expect(complaints({ limits: { 'requests.nvidia.com/gpu': 1 } })[0]).toBe(
      "resources.limits[requests.nvidia.com/gpu]: Invalid value: requests.nvidia.com/gpu: doesn't follow extended resource name standard"
    );
  });

  it('wants whole huge pages', () => {
    expect(complaints({ limits: { 'hugepages-2Mi': '3Mi', memory: '1Gi' } })[0]).toBe(
      'resources.limits[hugepages-2Mi]: Invalid value: "3Mi": 3Mi is not positive integer multiple of hugepages-2Mi'
    );
  });

  it('wants CPU or memory beside huge pages', () => {
    expect(complaints({ limits: { 'hugepages-2Mi': '4Mi' } })).toEqual([
      'resources: Forbidden: HugePages require cpu or memory'
    ]);
  });

  it('finds no limit of a resource that is named like a property of every object', () => {
    expect(complaints({ requests: { constructor: 1 } })).toHaveLength(2);
  });
});
