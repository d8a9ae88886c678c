import { escaped } from '../picture/svg.ts';
import type { HeightMessage } from './height.ts';

const type: HeightMessage['type'] = 'still-pending:height';

/** The HTML that shows a page of this site in another page, and follows its height. */
export function embedCode(address: string, title: string): string {
  const source = new URL(address);
  source.searchParams.set('embed', '1');
  return `<iframe src="${escaped(source.href)}" title="${escaped(title)}" width="100%" height="900" loading="lazy" style="border: 0"></iframe>
<script>
  addEventListener('message', ({ data, source }) => {
    if (data?.type !== '${type}') return;
    for (const frame of document.querySelectorAll('iframe'))
      if (frame.contentWindow === source) frame.height = data.height;
  });
</script>`;
}
