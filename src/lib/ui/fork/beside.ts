/** What needs the allocator: loaded as one, by whoever first changes or compares something, or opens a link to it. */
export { MOST_BRANCHES } from '#lib/teaching/fork/index.ts';
export { default as Compare } from '../compare/Compare.svelte';
export { default as MoreDialog } from '../more/MoreDialog.svelte';
export { default as Branches } from './Branches.svelte';
export { BranchList } from './branch-list.svelte.ts';
export { default as ChangeDialog } from './ChangeDialog.svelte';
