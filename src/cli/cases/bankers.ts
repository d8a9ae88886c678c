import {
  bankRequest,
  countSafeOrders,
  deadlocked,
  isSafeOrder,
  needOf,
  safety,
  type BankState,
  type BankVerdict
} from '#lib/allocator/rules/bankers.ts';
import { type Case, differences, UnknownKind } from '../case-kit.ts';

const words: Record<BankVerdict, string> = {
  granted: 'granted',
  exceedsMaximum: 'error: exceeds declared maximum',
  notAvailable: 'wait: not available',
  unsafe: 'wait: unsafe'
};

function answer(c: Case): unknown {
  const state = c as unknown as BankState;
  switch (c.kind) {
    case 'safety': {
      const { safe, order } = safety(state);
      const { alsoSafe = [] } = c.expect as { alsoSafe?: number[][] };
      return {
        need: needOf(state),
        safe,
        lowestIndexFirstSequence: order,
        canFinish: [...order].sort((a, b) => a - b),
        alsoSafe: alsoSafe.filter((sequence) => isSafeOrder(state, sequence)),
        numberOfSafeSequences: countSafeOrders(state)
      };
    }
    case 'request': {
      const { process, request } = c as unknown as { process: number; request: number[] };
      return { result: words[bankRequest(state, process, request)] };
    }
    case 'detection': {
      const { request } = c as unknown as { request: number[][] };
      return { deadlocked: deadlocked(state.available, state.allocation, request) };
    }
    default:
      throw new UnknownKind(c.kind);
  }
}

/** Topic `bankers`: safety, requests and deadlock detection. */
export const check = (c: Case) => differences(c.expect, answer(c));
