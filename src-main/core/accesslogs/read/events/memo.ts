const most = 50_000;

/** Remembers what a text was read as; logs repeat the same few. Forgets everything when there are many, so that memory stays small. */
export function createMemo<Value>(read: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    let value = known.get(text);
    if (value === undefined) {
      if (known.size >= most) known.clear();
      value = read(text);
      known.set(text, value);
    }
    return value;
  };
}
