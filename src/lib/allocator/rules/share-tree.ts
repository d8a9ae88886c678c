/**
 * Accounts and users with shares of a machine, as Slurm's fair-share policies see them.
 *
 * @module
 */

/** An account, which has children (perhaps none), or a user, who has not. */
export interface ShareOwner {
  /** Part of what the siblings have together, at least 0. */
  readonly shares: number;
  /** What a user used so far, decayed, in any unit; an account's usage is the sum over its users. */
  readonly usage: number;
  readonly children?: readonly ShareOwner[];
}

/** One with a name, unique in its tree. */
export interface Association extends ShareOwner {
  readonly name: string;
  readonly children?: readonly Association[];
}

/** Whether it is a user rather than an account. */
export const isUser = ({ children }: ShareOwner): boolean => children === undefined;

/** What a user used, or all users below an account. */
export const usageOf = ({ usage, children }: ShareOwner): number =>
  children === undefined ? usage : usageOfAll(children);

/** What all of these used together. */
export const usageOfAll = (owners: readonly ShareOwner[]): number =>
  owners.reduce((sum, owner) => sum + usageOf(owner), 0);

/** The shares of all of these together. */
export const sharesOfAll = (owners: readonly ShareOwner[]): number =>
  owners.reduce((sum, { shares }) => sum + shares, 0);
