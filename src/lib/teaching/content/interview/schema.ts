import {
  array,
  integer,
  looseObject,
  maxLength,
  minLength,
  minValue,
  number,
  optional,
  picklist,
  pipe,
  strictObject,
  string,
  tuple,
  union,
  type InferOutput
} from 'valibot';
import { idSchema, textSchema } from '../lists/entries.ts';

const whole = pipe(number(), integer(), minValue(0));
const title = pipe(string(), minLength(3), maxLength(60));

/** A fact of the run: the sentence of a step, or a figure by a name that lessons use too. */
const fact = union([strictObject({ step: union([textSchema, whole]) }), strictObject({ gives: textSchema })]);

const question = {
  /** The step at which the question is asked: its number, or its action in the process table. */
  at: union([textSchema, whole]),
  ask: textSchema,
  answer: textSchema,
  rubric: pipe(array(fact), minLength(2, 'a rubric names at least two facts of the run'), maxLength(8))
};

const followUp = strictObject({
  now: textSchema,
  set: optional(string(), ''),
  intervene: optional(array(looseObject({ step: whole })), []),
  ...question
});

/** One file of `content/interview/prompts/`. */
export const promptSchema = strictObject({
  revision: pipe(whole, minValue(1)),
  title,
  level: picklist(['easy', 'medium', 'hard']),
  run: idSchema,
  set: optional(string(), ''),
  ...question,
  follow: pipe(array(followUp), minLength(2, 'a prompt has at least two follow-ups'))
});

const side = strictObject({ name: title, set: optional(string(), ''), favours: textSchema });

/** An entry of `content/interview/trade-offs.yaml`. */
export const tradeOffSchema = strictObject({
  id: idSchema,
  title,
  run: idSchema,
  figures: pipe(array(textSchema), minLength(2, 'a trade-off compares at least two figures')),
  sides: tuple([side, side]),
  say: textSchema
});

const part = strictObject({
  title,
  minutes: pipe(whole, minValue(1)),
  say: textSchema,
  prompts: optional(array(idSchema), []),
  cards: optional(array(idSchema), [])
});

/** An entry of `content/interview/plans.yaml`. */
export const planSchema = strictObject({ id: idSchema, title, parts: pipe(array(part), minLength(1)) });

export type PromptFile = InferOutput<typeof promptSchema>;
export type FollowUp = InferOutput<typeof followUp>;
export type Fact = InferOutput<typeof fact>;
