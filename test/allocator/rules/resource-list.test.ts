import { describe, expect, it } from 'vitest';
import {
  addLists,
  amountIn,
  maxLists,
  onlyNamed,
  parseResourceList as list,
  printResourceList as print,
  withDefaults
} from '../../../src/lib/allocator/rules/resource-list.ts';

describe('printResourceList()', () => {
  it('sorts by name and writes canonical texts', () => {
    expect(print(list({ memory: '1024Mi', cpu: '1.5' }))).toBe('cpu=1500m,memory=1Gi');
  });
});

describe('addLists()', () => {
  it('adds what both mention and keeps the rest', () => {
    expect(print(addLists(list({ cpu: 1, memory: '1Gi' }), list({ cpu: '500m', pods: 1 })))).toBe(
      'cpu=1500m,memory=1Gi,pods=1'
    );
  });
});

describe('maxLists()', () => {
  it('takes the larger amount of each resource', () => {
    expect(print(maxLists(list({ cpu: 1, memory: '2Gi' }), list({ cpu: 2, memory: '1Gi' })))).toBe('cpu=2,memory=2Gi');
  });

  it('prints equal amounts in the family of the first', () => {
    expect(print(maxLists(list({ memory: '1024' }), list({ memory: '1Ki' })))).toBe('memory=1024');
  });
});

describe('withDefaults()', () => {
  it('leaves an explicit 0 as it is', () => {
    expect(print(withDefaults(list({ cpu: 0 }), list({ cpu: 1, memory: 1 })))).toBe('cpu=0,memory=1');
  });
});

describe('onlyNamed()', () => {
  it('drops the resources that are not wanted', () => {
    expect(print(onlyNamed(list({ cpu: 1, memory: 1 }), (name) => name === 'cpu'))).toBe('cpu=1');
  });
});

describe('amountIn()', () => {
  it('counts CPU in millicores', () => {
    expect(amountIn(list({ cpu: '1.5' }), 'cpu')).toBe(1500);
  });

  it('is 0 for a resource that is not mentioned, whatever its name', () => {
    expect(amountIn(list({}), 'constructor')).toBe(0);
  });
});
