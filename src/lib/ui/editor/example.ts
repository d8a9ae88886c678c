/** What the lab begins with: the smallest run in which somebody waits. */
export const example = `schema: 1
id: my-run
title: My run
cluster:
  nodes:
    - { name: node-a, allocatable: { nvidia.com/gpu: 1 } }
policy: { preset: kubernetes }
jobs:
  - { name: a, arrival: 0s, service: 10s, resources: { limits: { nvidia.com/gpu: 1 } } }
  - { name: b, arrival: 4s, service: 10s, resources: { limits: { nvidia.com/gpu: 1 } } }
`;
