import { describe, expect, it } from 'vitest';
import { drawLifecycle, lifecycleChart, type Diagram } from '../../src/build/lifecycle-diagram.ts';
import { table } from '../../src/lib/allocator/lifecycle/index.ts';

const diagram: Diagram = await drawLifecycle(lifecycleChart());
const drawnIds = new Set([...diagram.svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));

describe('drawLifecycle()', () => {
  it('draws every state of the chart', () => {
    const missing = table.states.filter((state) => !drawnIds.has(diagram.nodeOf[state] ?? ''));
    expect(missing).toEqual([]);
  });

  it('draws every arrow and its label under the ids that it gives', () => {
    expect(diagram.edges.filter(({ id }) => !drawnIds.has(id) || !drawnIds.has(`${id}-label`))).toEqual([]);
  });

  it('has a branch for every event of the chart', () => {
    const events = new Set(diagram.edges.flatMap(({ branches }) => branches.map(({ event }) => event)));
    expect(table.events.filter((event) => !events.has(event))).toEqual([]);
  });

  it('leaves colours and fonts to the style sheet', () => {
    expect(diagram.svg).not.toMatch(/<style|style=|fill=|stroke=|font-|color/);
  });

  it('writes every box into the frame', () => {
    const [x = 0, y = 0, width = 0, height = 0] =
      /viewBox="([^"]+)"/.exec(diagram.svg)?.[1]?.split(' ').map(Number) ?? [];
    const boxes = [...diagram.svg.matchAll(/<rect x="([^"]+)" y="([^"]+)" width="([^"]+)" height="([^"]+)"/g)].map(
      (box) => box.slice(1).map(Number)
    );
    const outside = boxes.filter(
      ([left = 0, top = 0, w = 0, h = 0]) => left < x || top < y || left + w > x + width || top + h > y + height
    );
    expect(boxes.length).toBeGreaterThan(table.states.length);
    expect(outside).toEqual([]);
  });

  it('is the same picture every time', async () => {
    expect(await drawLifecycle(lifecycleChart())).toEqual(diagram);
  });
});
