import { z } from 'zod';
import { MeasureReading } from '../model/measure.ts';
import { query } from './kernel.ts';

export const measureMethods = {
  /** Where every measure stands now. */
  'measures.read': query(z.strictObject({}), z.array(MeasureReading), [
    'measures',
    'inventory',
    'classification',
    'questions',
    'people',
    'parties',
    'access',
    'screening',
    'lists',
    'rulepacks',
    'operation',
    'cases',
    'programme',
    'transfers',
    'vetting',
    'settings',
  ]),
};
