/** What a class sees: loaded with the first presentation, or by the window that follows one. */
export { default as Follower } from './Follower.svelte';
export { default as LessonPresentation } from './LessonPresentation.svelte';
export { default as Presentation } from './Presentation.svelte';
