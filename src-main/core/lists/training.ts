import { join } from 'node:path';

/** The invented list that is shipped: more than two hundred parties in several scripts, none of them real. */
export const trainingPath = (resources: string): string => join(resources, 'lists', 'training-list.jsonl');
