import { expect, test } from 'vitest';
import { createAsking } from './asking.ts';

/** A core that answers when it is told to, oldest question first. */
function slowCore() {
  const asked: { readonly method: string; readonly answer: (reply: string) => void }[] = [];
  let most = 0;
  let open = 0;
  return {
    send: (method: string) => {
      open += 1;
      most = Math.max(most, open);
      return new Promise<string>((resolve) => {
        asked.push({ method, answer: resolve });
      });
    },
    async answerAll(word: string) {
      for (let next = asked.shift(); next !== undefined; next = asked.shift()) {
        open -= 1;
        next.answer(`${next.method} ${word}`);
        await Promise.resolve();
        await Promise.resolve();
      }
    },
    most: () => most,
    asked: () => asked.map(({ method }) => method),
  };
}

test('every question is answered, and never more than so many wait at the core', async () => {
  const core = slowCore();
  const ask = createAsking(core.send, 4);
  const replies = Promise.all(Array.from({ length: 50 }, (_, place) => ask(`q${place}`, {})));
  await core.answerAll('answered');
  expect(await replies).toEqual(Array.from({ length: 50 }, (_, place) => `q${place} answered`));
  expect(core.most()).toBe(4);
});

test('a question that was sent is asked again, one that still waits is not', async () => {
  const core = slowCore();
  const ask = createAsking(core.send, 1);
  const sent = ask('halts', { id: 1 });
  const again = ask('halts', { id: 1 });
  const third = ask('halts', { id: 1 });
  const other = ask('halts', { id: 2 });
  expect(core.asked()).toEqual(['halts']);
  await core.answerAll('now');
  expect(await Promise.all([sent, again, third, other])).toHaveLength(4);
  expect(again).toBe(third);
  expect(again).not.toBe(sent);
});
