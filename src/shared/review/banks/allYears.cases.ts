import type { MarkedYears } from './marked.cases.ts';
import { years1 } from './years1.cases.ts';
import { years2 } from './years2.cases.ts';
import { years3 } from './years3.cases.ts';
import { years4 } from './years4.cases.ts';
import { years5 } from './years5.cases.ts';
import { years6 } from './years6.cases.ts';
import { years7 } from './years7.cases.ts';
import { years8 } from './years8.cases.ts';
import { years9 } from './years9.cases.ts';
import { years10 } from './years10.cases.ts';
import { years11 } from './years11.cases.ts';
import { years12 } from './years12.cases.ts';
import { years13 } from './years13.cases.ts';
import { years14 } from './years14.cases.ts';
import { years15 } from './years15.cases.ts';
import { years16 } from './years16.cases.ts';
import { years17 } from './years17.cases.ts';
import { years18 } from './years18.cases.ts';

/** The banks that the weights of likeness.ts are fitted on: `scripts/train/commitmentWeights.ts`. */
export const fittedBanks: readonly (readonly MarkedYears[])[] = [
  years1,
  years2,
  years3,
  years4,
  years5,
  years6,
  years7,
  years8,
  years9,
  years10,
  years11,
  years12,
  years13,
  years14,
  years15,
  years16,
];

/** All banks of two years, those that no weight was fitted on last. */
export const banksOfYears: readonly (readonly MarkedYears[])[] = [...fittedBanks, years17, years18];
