import { describe, expect, it } from 'vitest';
import { editYaml } from '#lib/base/input/index.ts';

const text = `# a run of mine
id: my-run # global
jobs:
  # the first
  - { name: a, service: 10s, resources: { limits: { nvidia.com/gpu: 1 } } }
  - name: b
    service: 5s
`;

const edit = (path: readonly (string | number)[], value: unknown, from = text) => editYaml(from, [{ path, value }]);

describe('editYaml()', () => {
  it('changes one value and leaves comments, order and flow style as they are', () => {
    expect(edit(['jobs', 0, 'service'], '20s')).toBe(text.replace('10s', '20s'));
  });

  it('changes nothing without edits', () => {
    expect(editYaml(text, [])).toBe(text);
  });

  it('makes the maps that are missing on the way', () => {
    expect(edit(['jobs', 1, 'resources', 'requests', 'cpu'], 2)).toBe(
      `${text}    resources:\n      requests:\n        cpu: 2\n`
    );
  });

  it('takes a field out together with the maps that it leaves empty', () => {
    expect(edit(['jobs', 0, 'resources', 'limits', 'nvidia.com/gpu'], undefined)).toBe(
      text.replace(', resources: { limits: { nvidia.com/gpu: 1 } }', '')
    );
  });

  it('adds to a list behind its end, and takes an entry out of it', () => {
    const longer = edit(['jobs', 2], { name: 'c' }) ?? '';
    expect(longer).toBe(`${text}  - name: c\n`);
    expect(edit(['jobs', 1], undefined, longer)).toBe(text.replace('- name: b\n    service: 5s', '- name: c'));
  });

  it('writes an entry on one line where the one before it stands on one', () => {
    const flow = 'jobs:\n  - { name: a }\n';
    expect(edit(['jobs', 1], { name: 'b', resources: { limits: { cpu: 1 } } }, flow)).toBe(
      `${flow}  - { name: b, resources: { limits: { cpu: 1 } } }\n`
    );
  });

  it('makes several changes at once', () => {
    expect(
      editYaml(text, [
        { path: ['id'], value: 'other' },
        { path: ['jobs', 1, 'name'], value: 'z' }
      ])
    ).toBe(text.replace('my-run', 'other').replace('name: b', 'name: z'));
  });

  it('refuses a text that cannot be read', () => {
    expect(edit(['id'], 'x', 'id: [')).toBeUndefined();
  });

  it('refuses a field within an alias, which would change another place too', () => {
    expect(edit(['b', 'cpu'], 2, 'a: &a { cpu: 1 }\nb: *a\n')).toBeUndefined();
  });

  it('refuses a field of something that has none', () => {
    expect(edit(['id', 'part'], 1)).toBeUndefined();
  });
});
