/** Shows the page in the projector theme until the returned function is called. What was chosen stays remembered. */
export function wearProjectorTheme(root: HTMLElement): () => void {
  const worn = root.dataset['theme'];
  root.dataset['theme'] = 'projector';
  return () => {
    if (worn === undefined) delete root.dataset['theme'];
    else root.dataset['theme'] = worn;
  };
}
