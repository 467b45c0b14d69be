/**
 * Puts questions to the core, at most `atOnce` at a time; the rest wait here in the order they were asked. Without this, one change that
 * touches everything on a screen, made twice in a row, asks more than the core's door lets in, and what it turned away stayed stale.
 *
 * A question that still waits answers everybody who asks it meanwhile: it has not been sent, so its answer will be as fresh as theirs.
 * `send` never rejects: a failure is a value of `Reply`.
 */
export function createAsking<Reply>(
  send: (method: string, input: unknown) => Promise<Reply>,
  atOnce: number,
): (method: string, input: unknown) => Promise<Reply> {
  const waiting = new Map<string, { readonly reply: Promise<Reply>; readonly start: () => void }>();
  let unanswered = 0;

  const startNext = () => {
    for (const [key, question] of waiting) {
      if (unanswered >= atOnce) return;
      waiting.delete(key);
      unanswered += 1;
      question.start();
    }
  };
  return (method, input) => {
    const key = JSON.stringify([method, input]);
    const same = waiting.get(key);
    if (same !== undefined) return same.reply;
    let answer: (reply: Reply) => void = () => undefined;
    const reply = new Promise<Reply>((resolve) => {
      answer = resolve;
    });
    const start = async () => {
      answer(await send(method, input));
      unanswered -= 1;
      startNext();
    };
    waiting.set(key, { reply, start: () => void start() });
    startNext();
    return reply;
  };
}
