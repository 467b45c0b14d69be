import { fstatSync, readFileSync } from 'node:fs';
import { err, ok, type Result } from '../../src-shared/model/result.ts';
import type { CliHost } from './io.ts';
import { badArguments, inputRejected, type Refusal } from './refusal.ts';

/** The first line of the descriptor, or what is typed at the terminal. Never an argument and never from the environment, where others could read it. */
export async function passphraseOf(descriptor: string | undefined, host: CliHost): Promise<Result<string, Refusal>> {
  if (descriptor === undefined) {
    const typed = await host.askSecret('Passphrase: ');
    return typed === null
      ? err(badArguments('Nobody is at a terminal to ask. Give --passphrase-fd N, the number of an open file descriptor.'))
      : ok(typed);
  }
  const number = Number(descriptor);
  if (!Number.isInteger(number) || number < 0)
    return err(badArguments(`--passphrase-fd is the number of a file descriptor, not ${descriptor}.`));
  try {
    fstatSync(number);
    const line = readFileSync(number, 'utf8').split(/\r?\n/, 1)[0] ?? '';
    return line === '' ? err(inputRejected([`File descriptor ${number} holds no passphrase.`])) : ok(line);
  } catch (cause) {
    return err(badArguments(`--passphrase-fd ${number} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`));
  }
}
