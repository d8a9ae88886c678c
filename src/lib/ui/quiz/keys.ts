/** Which option a pressed key picks, counted from 0: `1` to `9`, `a` to `d`. Undefined for every other key. */
export function optionOfKey(
  { key, ctrlKey, altKey, metaKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>,
  options: number
): number | undefined {
  if (ctrlKey || altKey || metaKey) return undefined;
  const position = /^[1-9]$/.test(key) ? Number(key) - 1 : 'abcd'.indexOf(key.toLowerCase());
  return key.length === 1 && position >= 0 && position < options ? position : undefined;
}
