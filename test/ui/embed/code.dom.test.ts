import { describe, expect, it } from 'vitest';
import { embedCode } from '#lib/ui/embed/code.ts';

const page = 'https://example.org/sub/runs/one-gpu/?step=3&view=timeline#b=1.AA.bb';

describe('embedCode()', () => {
  const parsed = new DOMParser().parseFromString(embedCode(page, 'One "GPU" & more'), 'text/html');
  const frame = parsed.querySelector('iframe');

  it('shows the same step, view and changes, without the site around them', () => {
    expect(frame?.getAttribute('src')).toBe(
      'https://example.org/sub/runs/one-gpu/?step=3&view=timeline&embed=1#b=1.AA.bb'
    );
  });

  it('names the frame by the title of the run', () => {
    expect(frame?.title).toBe('One "GPU" & more');
  });
});
