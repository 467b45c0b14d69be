import { z } from 'zod';
import { IsoDate } from '../model/dates.ts';
import { Currency, FigureActivity, FigureEventKind } from '../model/figures.ts';
import { command, query } from './kernel.ts';

/** The company's own figures: what complying takes, and what came of it. Sums of what was entered; nothing is estimated or multiplied. */

const Id = z.string().min(1).max(80);
const Revision = z.int().nonnegative();
const Count = z.int().nonnegative();
const Amount = z.number().min(0).max(1e12);
/** Where the figure stands: an invoice, a time sheet, a contract. */
const Source = z.string().trim().max(300);

const costFields = {
  year: z.int().min(1990).max(2200),
  activity: FigureActivity,
  what: z.string().trim().min(1).max(200),
  hours: z.number().min(0).max(1e7).nullable(),
  amount: Amount.nullable(),
  currency: Currency,
  source: Source,
};
export const CostLine = z.strictObject({ id: Id, ...costFields, revision: Revision });
export type CostLine = z.infer<typeof CostLine>;

const eventFields = {
  kind: FigureEventKind,
  on: IsoDate,
  title: z.string().trim().min(1).max(200),
  /** Why it was won, lost or late: in words. */
  because: z.string().trim().max(1000),
  amount: Amount.nullable(),
  currency: Currency,
  /** Day it was expected or asked for; `on` less this day is how long it took. */
  from: IsoDate.nullable(),
  source: Source,
};
export const FigureEvent = z.strictObject({ id: Id, ...eventFields, days: z.int().nonnegative().nullable(), revision: Revision });
export type FigureEvent = z.infer<typeof FigureEvent>;

export const MoneySum = z.strictObject({ currency: Currency, amount: z.number() });
export type MoneySum = z.infer<typeof MoneySum>;

/** One activity or all in one year: hours, and amounts by currency. */
export const CostSum = z.strictObject({
  year: z.int(),
  /** Null: all activities. */
  activity: FigureActivity.nullable(),
  hours: z.number(),
  amounts: z.array(MoneySum).max(200),
});
export type CostSum = z.infer<typeof CostSum>;

export const EventSum = z.strictObject({
  kind: FigureEventKind,
  count: Count,
  amounts: z.array(MoneySum).max(200),
  /** Half of those with two days took no longer; null where none has. */
  medianDays: z.number().nullable(),
  /** How many have two days. */
  timed: Count,
});
export type EventSum = z.infer<typeof EventSum>;

export const OwnFigures = z.strictObject({
  /** Newest year first. */
  costs: z.array(CostLine).max(5000),
  costSums: z.array(CostSum).max(2000),
  /** Newest first. */
  events: z.array(FigureEvent).max(5000),
  eventSums: z.array(EventSum).max(20),
  /** Currency entered most, to begin from. */
  currency: Currency,
});
export type OwnFigures = z.infer<typeof OwnFigures>;

const at = z.strictObject({ id: Id, revision: Revision });
const changed = ['programme', 'journal'] as const;

export const figureMethods = {
  'figures.get': query(z.strictObject({}), OwnFigures, ['programme']),
  /** Hours, an amount, or both. */
  'figures.saveCost': command(z.strictObject({ id: Id.nullable(), revision: Revision, ...costFields }), OwnFigures, [...changed]),
  'figures.removeCost': command(at, OwnFigures, [...changed]),
  'figures.saveEvent': command(z.strictObject({ id: Id.nullable(), revision: Revision, ...eventFields }), OwnFigures, [...changed]),
  'figures.removeEvent': command(at, OwnFigures, [...changed]),
} as const;
