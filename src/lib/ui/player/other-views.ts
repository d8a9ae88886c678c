/** The views behind the table, small enough to be fetched as one with the first of them. */
export { default as Cluster } from './Cluster.svelte';
export { default as Numbers } from './Numbers.svelte';
export { default as Timeline } from './Timeline.svelte';
export { default as Transcript } from './Transcript.svelte';
