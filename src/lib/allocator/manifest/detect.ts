/** Whether a text looks like a Kubernetes manifest: it says its kind and the version of its API. */
export const isManifest = (text: string): boolean => /^apiVersion:/m.test(text) && /^kind:/m.test(text);
