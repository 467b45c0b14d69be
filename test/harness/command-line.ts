import { join, resolve } from 'node:path';

const built = process.env['GATEHOUSE_WORKERS'];

/**
 * The file of the `gatehouse` command for a process of its own: as built where `npm test` says so, for stripping the types of the whole program
 * takes longer than most of its work; its source where a test is run by hand.
 */
export const commandLine = built === undefined ? resolve('src-main/cli/main.ts') : join(built, 'cli.js');
