import { packScenario } from '#lib/teaching/share/index.ts';
import { browserCodec } from './codec.ts';

/** The address that opens a scenario of one's own at a step, below the address of the lab. */
export async function linkTo(lab: string, source: string, step: number): Promise<string> {
  return `${lab}?step=${step}${await packScenario(source, browserCodec)}`;
}

/** Offers a text, or bytes, to be saved as a file. */
export function saveFile(name: string, type: string, content: string | Blob): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
