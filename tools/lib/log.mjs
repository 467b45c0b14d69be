/** One calm line per step, on stderr, so that stdout stays free for what a command answers. */
export function step(message) {
  process.stderr.write(`gatehouse: ${message}\n`);
}

/** A failure the person at the keyboard can act on: what happened, and what to do about it. */
export class SetupError extends Error {
  constructor(message, whatToDo) {
    super(message);
    this.name = 'SetupError';
    this.whatToDo = whatToDo;
  }
}

/** Runs a command's body; prints a SetupError plainly and any other error with its stack. */
export async function runMain(body) {
  try {
    process.exitCode = (await body()) ?? 0;
  } catch (error) {
    process.exitCode = 1;
    if (!(error instanceof SetupError)) {
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      return;
    }
    process.stderr.write(`gatehouse: ${error.message}\n`);
    if (error.whatToDo) process.stderr.write(`gatehouse: What to do: ${error.whatToDo}\n`);
  }
}
