/** Kinds of what falls due, in the order in which one tick deals with them: SPEC.md rule 1.2. */
export const due = {
  end: 0,
  restart: 1,
  stop: 2,
  memory: 3,
  turn: 4,
  expire: 5,
  outside: 6,
  provisioned: 7,
  retry: 8,
  arrival: 9,
  load: 10,
  control: 11,
  pulled: 12,
  scan: 13
} as const;
