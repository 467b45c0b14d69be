import type { Reply } from '../../../src-shared/contract/kernel.ts';

/** The value of a reply; the demo is ours, so a refusal is a defect. */
export async function held<T>(reply: Reply<T> | Promise<Reply<T>>): Promise<T> {
  const answer = await reply;
  if (!answer.ok) throw new Error(`The demo could not be filled: ${answer.error.code}`);
  return answer.value;
}
