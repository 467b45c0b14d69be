import { z } from 'zod';
import { Citation } from './citation.ts';

const Name = z.string().min(1).max(160);
const cite = { cite: Citation.optional() };

/** Compares a number with cited parameters. Two bounds make "from … up to". */
const Compare = z
  .strictObject({
    fact: Name,
    atLeast: Name.optional(),
    above: Name.optional(),
    below: Name.optional(),
    atMost: Name.optional(),
    /** `true`: a value within two per cent of the limit raises the near-limit warning. */
    watch: z.boolean().optional(),
    ...cite,
  })
  .refine((leaf) => (leaf.atLeast ?? leaf.above ?? leaf.below ?? leaf.atMost) !== undefined, 'A comparison needs a bound');
export type Compare = z.infer<typeof Compare>;

const Is = z.strictObject({ fact: Name, is: z.string().min(1).max(200), ...cite });
const In = z.strictObject({ fact: Name, in: z.array(z.string().min(1).max(200)).min(1).max(200), ...cite });
const AnyStartsWith = z.strictObject({ fact: Name, anyStartsWith: z.array(z.string().min(1).max(200)).min(1).max(300), ...cite });
const EveryStartsWith = z.strictObject({ fact: Name, everyStartsWith: z.array(z.string().min(1).max(200)).min(1).max(300), ...cite });
const Missing = z.strictObject({ missing: Name, ...cite });
/** Verdict of another entry of the same pack for the same item. */
const Meets = z.strictObject({ meets: Name, ...cite });

export type Expression =
  | Compare
  | z.infer<typeof Is>
  | z.infer<typeof In>
  | z.infer<typeof AnyStartsWith>
  | z.infer<typeof EveryStartsWith>
  | z.infer<typeof Missing>
  | z.infer<typeof Meets>
  | { readonly all: readonly Expression[] }
  | { readonly any: readonly Expression[] }
  | { readonly not: Expression }
  /** Two-valued on purpose: yes only when the inner answer is known to be yes. Says when a rule comes up at all. */
  | { readonly known: Expression }
  /** The same for a showing the exporter has to make: what is missing is named as able to overturn the answer. */
  | { readonly shown: Expression }
  /** Readings of an open text. They agree, or the answer is unknown and `open` names what is open. */
  | { readonly readings: readonly Expression[]; readonly open: string; readonly cite?: Citation | undefined };

/** Closed tree of conditions in a pack. Holds no numbers: limits are parameters, and parameters are cited. */
export const Expression: z.ZodType<Expression> = z.lazy(() =>
  z.union([
    Compare,
    Is,
    In,
    AnyStartsWith,
    EveryStartsWith,
    Missing,
    Meets,
    z.strictObject({ all: z.array(Expression).min(1).max(100) }),
    z.strictObject({ any: z.array(Expression).min(1).max(100) }),
    z.strictObject({ not: Expression }),
    z.strictObject({ known: Expression }),
    z.strictObject({ shown: Expression }),
    z.strictObject({ readings: z.array(Expression).min(2).max(6), open: Name, ...cite }),
  ]),
);
